/** The module: memory, functions, and the loop over pairs of draws that reads inputs and hands back figures. */
import type { Program } from '../code';
import type { DrawRun, Figures } from '../draw-run';
import { normalFloat } from '../floats';
import type { Made } from './arithmetic';
import { Bytes, F64, I32, OP } from './code-bytes';
import { Functions } from './functions';
import { Layout, TIES } from './layout';

/** Bytes that the buffers may take, and the most pairs of draws that go in at a time. */
const BUFFERS = 4_194_304;
const MOST_PAIRS = 128;
const PAGE = 65_536;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Pairs of draws. */
  readonly run: (pairs: number) => void;
}

/** As much of WebAssembly as is needed; the engine knows neither the page nor Node. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    }
  | undefined;

/** Where the buffers of inputs, figures and ties stand. */
interface Buffers {
  readonly inputs: number;
  readonly outputs: number;
  readonly ties: number;
  readonly end: number;
  /** Bytes from one cell to the next: two floats for each pair of draws. */
  readonly column: number;
}

function buffersOf(program: Program, layout: Layout): Buffers {
  const columns = program.inputs.length + program.outputs.length + 1;
  const column = 16 * Math.max(1, Math.min(MOST_PAIRS, Math.floor(BUFFERS / 16 / columns)));
  const inputs = layout.end;
  const outputs = inputs + program.inputs.length * column;
  const ties = outputs + program.outputs.length * column;
  return { inputs, outputs, ties, end: ties + column, column };
}

interface Compiled {
  readonly bytes: Uint8Array;
  readonly buffers: Buffers;
  readonly layout: Layout;
}

const known = new WeakMap<Uint8Array, Compiled>();

/** The bytes of a program's module. */
export function moduleOf(program: Program): Uint8Array {
  const layout = new Layout(program);
  const functions = new Functions(layout, 1);
  const body = functions.steps(program.steps, []);
  const targets = layout.table(program.inputs.map((cell) => layout.addressOf(cell)));
  const sources = program.outputs.map((cell) => layout.addressOf(cell));
  const from = layout.table(sources);
  const buffers = buffersOf(program, layout);
  const run = functions.add(overPairs(program, { targets, from, body }, buffers));
  const bytes = new Uint8Array(assemble(functions.made, run, buffers.end));
  known.set(bytes, { bytes, buffers, layout });
  return bytes;
}

/** For each pair of draws: inputs into their places, all steps, figures out. */
function overPairs(
  program: Program,
  at: { readonly targets: number; readonly from: number; readonly body: number },
  { inputs, outputs, ties, column: width }: Buffers,
): Made {
  const [pairs, pair, column, table] = [0, 1, 2, 3];
  const code = new Bytes();
  const copy = (count: number, each: () => void): void => {
    if (count === 0) return;
    code.get(pair).set(column).whole(0).set(table).byte(OP.loop, 0x40);
    each();
    code.get(column).whole(width).byte(OP.add).set(column);
    code
      .get(table)
      .whole(4)
      .byte(OP.add)
      .tee(table)
      .whole(4 * count)
      .byte(OP.less, OP.brIf, 0, OP.end);
  };
  code.get(pairs).whole(4).byte(OP.shiftLeft).set(pairs);
  code.byte(OP.loop, 0x40);
  copy(program.inputs.length, () => {
    code.get(table).loadWhole(at.targets).get(column).loadTwo(inputs).storeTwo(0);
  });
  code.whole(0).float(0).storeTwo(TIES).call(at.body);
  copy(program.outputs.length, () => {
    code.get(column).get(table).loadWhole(at.from).loadTwo(0).storeTwo(outputs);
  });
  code.get(pair).whole(0).loadTwo(TIES).storeTwo(ties);
  code.get(pair).whole(16).byte(OP.add).tee(pair).get(pairs).byte(OP.less, OP.brIf, 0, OP.end);
  return { takes: [I32], gives: [], locals: [I32, I32, I32], code: code.bytes };
}

function assemble(functions: readonly Made[], run: number, memory: number): readonly number[] {
  const text = (value: string): number[] => [value.length, ...Array.from(value, (letter) => letter.charCodeAt(0))];
  const typeOf = ({ takes, gives }: Pick<Made, 'takes' | 'gives'>): number[] =>
    new Bytes().byte(0x60).sized(takes).sized(gives).bytes;
  const types = [typeOf({ takes: [F64], gives: [F64] }), ...functions.map(typeOf)];
  const pages = new Bytes().byte(0x00).count(Math.ceil(memory / PAGE)).bytes;
  const bodies = functions.map(({ locals, code }) => {
    const declared = new Bytes()
      .list(locals.map((type) => [1, type]))
      .append(code)
      .byte(OP.end);
    return new Bytes().sized(declared.bytes).bytes;
  });
  const module = new Bytes().byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
  const section = (id: number, items: readonly (readonly number[])[]): void => {
    module.byte(id).sized(new Bytes().list(items).bytes);
  };
  section(1, types);
  section(2, [[...text('realise'), ...text('normal'), 0x00, 0x00]]);
  section(
    3,
    functions.map((_, n) => new Bytes().count(n + 1).bytes),
  );
  section(5, [pages]);
  section(7, [[...text('memory'), 0x02, 0x00], new Bytes().append(text('run')).byte(0x00).count(run).bytes]);
  section(10, bodies);
  return module.bytes;
}

/** The module made ready to run; null where WebAssembly is refused. */
export function compiledRun(program: Program, bytes: Uint8Array): DrawRun | null {
  const compiled = known.get(bytes);
  const exports = compiled && exportsOf(bytes);
  if (!compiled || !exports) return null;
  const { buffers, layout } = compiled;
  const { buffer } = exports.memory;
  for (const { at, numbers } of layout.data) new Int32Array(buffer, at, numbers.length).set(numbers);
  for (const [store, figures] of program.figures) {
    const both = store.varied ? figures.flatMap((figure) => [figure, figure]) : figures;
    new Float64Array(buffer, layout.startOf(store), both.length).set(both);
  }
  return (draws, count) => runDraws(program, exports, buffers, draws, count);
}

function exportsOf(bytes: Uint8Array): Exports | null {
  try {
    if (typeof WebAssembly === 'undefined') return null;
    const module = new WebAssembly.Module(bytes);
    return new WebAssembly.Instance(module, { realise: { normal: normalFloat } }).exports as Exports;
  } catch {
    return null;
  }
}

/** Batches of draws through the module; an odd last draw runs beside itself. */
function runDraws(
  { inputs, outputs }: Program,
  { memory, run }: Exports,
  buffers: Buffers,
  draws: Float64Array,
  count: number,
): Figures {
  const figures = new Float64Array(outputs.length * count);
  const ties = new Uint8Array(count);
  const held = new Float64Array(memory.buffer);
  const width = buffers.column / 8;
  for (let from = 0; from < count; from += width) {
    const many = Math.min(width, count - from);
    for (let cell = 0; cell < inputs.length; cell += 1) {
      const at = buffers.inputs / 8 + cell * width;
      held.set(draws.subarray(cell * count + from, cell * count + from + many), at);
      if (many % 2 === 1) held[at + many] = held[at + many - 1] ?? 0;
    }
    run(Math.ceil(many / 2));
    for (let cell = 0; cell < outputs.length; cell += 1) {
      const at = buffers.outputs / 8 + cell * width;
      figures.set(held.subarray(at, at + many), cell * count + from);
    }
    const at = buffers.ties / 8;
    for (let n = 0; n < many; n += 1) ties[from + n] = held[at + n] === 0 ? 0 : 1;
  }
  return { figures, ties };
}
