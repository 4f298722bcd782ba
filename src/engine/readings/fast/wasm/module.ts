/** The module: memory, functions, and the loop over pairs of draws that reads inputs and hands back figures. */
import type { Program } from '../code';
import type { DrawRun, Figures } from '../draw-run';
import { normalFloat } from '../floats';
import type { Made } from './arithmetic';
import { Bytes, F64, I32, OP } from './code-bytes';
import { Functions } from './functions';
import { Layout, TIES } from './layout';

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

interface Compiled {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
}

const known = new WeakMap<Uint8Array, Compiled>();

/** The bytes of a program's module. */
export function moduleOf(program: Program): Uint8Array {
  const layout = new Layout(program);
  const functions = new Functions(layout, 1);
  const body = functions.steps(program.steps, []);
  const run = functions.add(overPairs(layout, body));
  const bytes = new Uint8Array(assemble(functions.made, run, layout.end));
  known.set(bytes, { bytes, layout });
  return bytes;
}

/** All steps for each pair of draws. */
function overPairs(layout: Layout, body: number): Made {
  const [pairs, pair] = [0, 1];
  const code = new Bytes();
  code.get(pairs).whole(4).byte(OP.shiftLeft).set(pairs);
  code.byte(OP.loop, 0x40);
  code.whole(0).float(0).storeTwo(TIES).get(pair).call(body);
  code.get(pair).whole(0).loadTwo(TIES).storeTwo(layout.ties);
  code.get(pair).whole(16).byte(OP.add).tee(pair).get(pairs).byte(OP.less, OP.brIf, 0, OP.end);
  return { takes: [I32], gives: [], locals: [I32], code: code.bytes };
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
  const { layout } = compiled;
  const { buffer } = exports.memory;
  for (const { at, numbers } of layout.data) new Int32Array(buffer, at, numbers.length).set(numbers);
  for (const [store, figures] of program.figures) {
    const width = layout.widthOf(store) / 8;
    const held = new Float64Array(buffer, layout.startOf(store), figures.length * width);
    figures.forEach((figure, cell) => held.fill(figure, cell * width, (cell + 1) * width));
  }
  return (draws, count) => runDraws(program, exports, layout, draws, count);
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
  layout: Layout,
  draws: Float64Array,
  count: number,
): Figures {
  const figures = new Float64Array(outputs.length * count);
  const ties = new Uint8Array(count);
  const held = new Float64Array(memory.buffer);
  const [into, outOf] = [inputs, outputs].map((cells) => cells.map((cell) => layout.addressOf(cell) / 8));
  for (let from = 0; from < count; from += 2 * layout.pairs) {
    const many = Math.min(2 * layout.pairs, count - from);
    into?.forEach((at, cell) => {
      held.set(draws.subarray(cell * count + from, cell * count + from + many), at);
      if (many % 2 === 1) held[at + many] = held[at + many - 1] ?? 0;
    });
    run(Math.ceil(many / 2));
    outOf?.forEach((at, cell) => {
      figures.set(held.subarray(at, at + many), cell * count + from);
    });
    const at = layout.ties / 8;
    for (let n = 0; n < many; n += 1) ties[from + n] = held[at + n] === 0 ? 0 : 1;
  }
  return { figures, ties };
}
