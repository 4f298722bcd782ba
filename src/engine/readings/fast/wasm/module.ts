/** The module: memory, functions, and the loop over the pairs of draws of a room. */
import type { Cell, Program, Store } from '../code';
import { normalFloat } from '../floats';
import type { Room, Rooms } from '../room';
import type { Made } from './arithmetic';
import { Bytes, F64, I32, OP } from './code-bytes';
import { Functions } from './functions';
import { Layout, TIES } from './layout';

const PAGE = 65_536;

interface Exports {
  /** Grows by pages, and says how many there were. */
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  /** Pairs of draws of the room that begins there. */
  readonly run: (room: number, pairs: number) => void;
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
export function moduleOf(program: Program, draws: number): Uint8Array {
  const layout = new Layout(program, draws);
  const functions = new Functions(layout, 1);
  const body = functions.steps(program.steps, []);
  const run = functions.add(overPairs(layout, body));
  const bytes = new Uint8Array(assemble(functions.made, run, layout.end));
  known.set(bytes, { bytes, layout });
  return bytes;
}

/** All steps for each pair of draws. */
function overPairs(layout: Layout, body: number): Made {
  const [pair, end] = [0, 1];
  const code = new Bytes();
  code.get(end).whole(4).byte(OP.shiftLeft).get(pair).byte(OP.add).set(end);
  code.byte(OP.loop, 0x40);
  code.whole(0).float(0).storeTwo(TIES).get(pair).call(body);
  code.get(pair).whole(0).loadTwo(TIES).float(1).two('and').storeTwo(layout.ties);
  code.get(pair).whole(16).byte(OP.add).tee(pair).get(end).byte(OP.less, OP.brIf, 0, OP.end);
  return { takes: [I32, I32], gives: [], locals: [], code: code.bytes };
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
export function compiledRooms(program: Program, bytes: Uint8Array): Rooms | null {
  const compiled = known.get(bytes);
  const exports = compiled && exportsOf(bytes);
  if (!compiled || !exports) return null;
  const { layout } = compiled;
  const { buffer } = exports.memory;
  for (const { at, numbers } of layout.data) new Int32Array(buffer, at, numbers.length).set(numbers);
  for (const [store, figures] of program.figures) if (!layout.isColumn(store)) hold(store, figures, buffer, 0, layout);
  return () => roomIn(program, exports, layout);
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

/** Figures that are there before the first draw. */
function hold(store: Store, figures: readonly number[], buffer: ArrayBuffer, from: number, layout: Layout): void {
  const width = layout.widthOf(store) / 8;
  const held = new Float64Array(buffer, from + layout.startOf(store), figures.length * width);
  figures.forEach((figure, cell) => held.fill(figure, cell * width, (cell + 1) * width));
}

function roomIn({ figures, inputs, outputs }: Program, { memory, run }: Exports, layout: Layout): Room {
  const from = PAGE * memory.grow(Math.ceil(layout.room / PAGE));
  for (const [store, held] of figures) if (layout.isColumn(store)) hold(store, held, memory.buffer, from, layout);
  const column = (at: number, count: number): Float64Array => new Float64Array(memory.buffer, from + at, count);
  const columnOf = (cell: Cell | undefined, count: number): Float64Array =>
    column(cell ? layout.addressOf(cell) : layout.ties, count);
  return {
    draws: 2 * layout.pairs,
    given: (cell, count) => columnOf(inputs[cell], count),
    run: (count) => {
      run(from, Math.ceil(count / 2));
    },
    figure: (number, count) => columnOf(outputs[number], count),
    ties: (count) => column(layout.ties, count),
  };
}
