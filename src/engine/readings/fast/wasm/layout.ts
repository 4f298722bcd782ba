/** Where everything stands in the module's memory, in bytes. */
import type { Cell, Program, Store } from '../code';

/** A place that holds zeros: what is read where there is nothing. */
export const NOTHING = 16;
/** Marks of the draws in which something lies at a tie of rounding. */
export const TIES = 32;
const FIRST = 64;

/** Bytes that a room may take, where more than a few draws fit in: it stays in the processor's second cache. */
const MOST = 2_097_152;
/** Added to each column, so that those of one pair do not all fall into the same few lines of the processor's cache. */
const LINE = 64;

export class Layout {
  private readonly starts = new Map<Store, number>();
  private readonly inColumns: ReadonlySet<Store>;
  private readonly tables = new Map<string, number>();
  /** Tables of whole numbers and where they stand. */
  readonly data: { readonly at: number; readonly numbers: readonly number[] }[] = [];
  /** Pairs of draws that a room holds. */
  readonly pairs: number;
  /** Bytes from one cell of a column to the next. */
  readonly column: number;
  /** The column of ties, and the bytes of a room, which ends with it. */
  readonly ties: number;
  readonly room: number;
  private next = FIRST;

  constructor(
    readonly program: Program,
    draws: number,
  ) {
    this.inColumns = new Set([...program.inputs, ...program.outputs].map(({ store }) => store));
    const columns = [...this.inColumns].reduce((sum, { size }) => sum + size, 1);
    this.pairs = Math.max(4, Math.min(Math.ceil(draws / 2), Math.floor(MOST / 64 / columns) * 4));
    this.column = 16 * this.pairs + LINE;
    this.room = columns * this.column;
    this.ties = this.room - this.column;
    let column = 0;
    for (const store of program.stores)
      if (this.isColumn(store)) {
        this.starts.set(store, column * this.column);
        column += store.size;
      } else this.starts.set(store, this.take(store.size * this.widthOf(store)));
  }

  private take(bytes: number): number {
    const at = this.next;
    this.next += Math.ceil(bytes / 16) * 16;
    return at;
  }

  /** Of columns: from where the room begins. */
  startOf(store: Store): number {
    return this.starts.get(store) ?? NOTHING;
  }

  addressOf({ store, cell }: Cell): number {
    return this.startOf(store) + cell * this.widthOf(store);
  }

  /**
   * What is given for each draw, and what is handed back, stands in rooms by cell, then by draw, as it comes and goes:
   * nothing is copied from place to place. The rest stands once, for the pair of draws that is being computed.
   */
  isColumn(store: Store): boolean {
    return this.inColumns.has(store);
  }

  /** Bytes from a figure to the next: two floats where it varies, so that two draws run side by side. */
  widthOf(store: Store): number {
    if (this.isColumn(store)) return this.column;
    return store.varied ? 16 : 8;
  }

  /** The address of a table of whole numbers; the same table stands once. */
  table(numbers: readonly number[]): number {
    const key = numbers.join();
    const known = this.tables.get(key);
    if (known !== undefined) return known;
    const at = this.take(numbers.length * 4);
    this.tables.set(key, at);
    this.data.push({ at, numbers });
    return at;
  }

  /** The first place that is free. */
  get end(): number {
    return this.next;
  }
}
