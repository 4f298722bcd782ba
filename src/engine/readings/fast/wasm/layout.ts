/** Where everything stands in the module's memory, in bytes. */
import type { Cell, Program, Store } from '../code';

/** A place that holds zeros: what is read where there is nothing. */
export const NOTHING = 16;
/** Marks of the draws in which something lies at a tie of rounding. */
export const TIES = 32;
const FIRST = 64;

export class Layout {
  private readonly starts = new Map<Store, number>();
  private readonly tables = new Map<string, number>();
  /** Tables of whole numbers and where they stand. */
  readonly data: { readonly at: number; readonly numbers: readonly number[] }[] = [];
  private next = FIRST;

  constructor(readonly program: Program) {
    for (const store of program.stores) {
      this.starts.set(store, this.next);
      this.next += Math.ceil((store.size * widthOf(store)) / 16) * 16;
    }
  }

  startOf(store: Store): number {
    return this.starts.get(store) ?? NOTHING;
  }

  addressOf({ store, cell }: Cell): number {
    return this.startOf(store) + cell * widthOf(store);
  }

  /** The address of a table of whole numbers; the same table stands once. */
  table(numbers: readonly number[]): number {
    const key = numbers.join();
    const known = this.tables.get(key);
    if (known !== undefined) return known;
    const at = this.next;
    this.next += Math.ceil((numbers.length * 4) / 16) * 16;
    this.tables.set(key, at);
    this.data.push({ at, numbers });
    return at;
  }

  /** The first place that is free. */
  get end(): number {
    return this.next;
  }
}

/** Bytes of a figure: two floats where it varies, so that two draws run side by side. */
export const widthOf = (store: Store): number => (store.varied ? 16 : 8);
