/** A function of the module in the making: its code, locals and open loops; addresses and loops are written here. */
import type { Index, Loop, Store, Term } from '../code';
import { fixedIndex, indexKey, numbersOf } from '../index';
import { Bytes, I32, OP } from './code-bytes';
import { NOTHING, type Layout } from './layout';
import { Scope } from './scope';

export class Flow {
  readonly code = new Bytes();
  readonly scope: Scope;
  /** The first local: where the room begins, and on from there how far into its column the pair of draws stands. */
  readonly pair = 0;
  /** Open loops and the locals of their variables, outermost first. */
  readonly variables = new Map<Loop, number>();

  constructor(
    readonly layout: Layout,
    parameters: readonly Loop[],
  ) {
    this.scope = new Scope(1 + parameters.length);
    parameters.forEach((loop, n) => this.variables.set(loop, 1 + n));
  }

  isOpen(loop: Loop): boolean {
    return this.variables.has(loop);
  }

  /** A whole number, on the stack. */
  number({ base, terms }: Index): void {
    if (terms.length === 0) {
      this.code.whole(base);
      return;
    }
    this.terms(terms, 1);
    if (base !== 0) this.code.whole(base).byte(OP.add);
  }

  /** Base address of a figure on the stack; what is left for the instruction to add. */
  address(store: Store, { base, terms }: Index): number {
    const width = this.layout.widthOf(store);
    const offset = this.layout.startOf(store) + base * width;
    if (this.layout.isColumn(store)) this.inPair(terms, width);
    else this.terms(terms, width);
    if (offset >= 0 && terms.every(({ by }) => by >= 0)) return offset;
    this.code.whole(offset).byte(OP.add);
    return 0;
  }

  /** Address of a figure, or of nothing where the guard is negative. */
  guarded(store: Store, at: Index, guard: Index): void {
    const offset = this.address(store, at);
    this.code.whole(offset).byte(OP.add);
    this.code.whole(NOTHING);
    this.number(guard);
    this.code.whole(0).byte(OP.atLeast, OP.select);
  }

  private inPair(terms: readonly Term[], width: number): void {
    if (terms.length === 0) {
      this.code.get(this.pair);
      return;
    }
    const name = `pair+${String(width)}×${indexKey({ base: 0, terms })}`;
    const known = this.scope.find(name);
    if (known !== undefined) {
      this.code.get(known);
      return;
    }
    this.terms(terms, width);
    this.code.get(this.pair).byte(OP.add).tee(this.scope.name(name, I32));
  }

  /** Sum of terms, each times a width; the outer loops' part is kept while those last. */
  private terms(terms: readonly Term[], width: number): void {
    const order = [...this.variables.keys()];
    const outer = [...terms].sort((a, b) => order.indexOf(a.loop) - order.indexOf(b.loop));
    const last = outer.pop();
    if (!last) {
      this.code.whole(0);
      return;
    }
    const name = `${String(width)}×${indexKey({ base: 0, terms })}`;
    const known = this.scope.find(name);
    if (known !== undefined) {
      this.code.get(known);
      return;
    }
    this.term(last, width);
    if (outer.length > 0) {
      this.terms(outer, width);
      this.code.byte(OP.add);
    }
    if (outer.length > 0 || last.table) this.code.tee(this.scope.name(name, I32));
  }

  private term({ loop, by, table }: Term, width: number): void {
    const variable = this.variables.get(loop);
    if (variable === undefined) throw new Error('a loop is not open');
    this.code.get(variable);
    if (table)
      this.code
        .whole(2)
        .byte(OP.shiftLeft)
        .loadWhole(this.layout.table(table.map((n) => n * by * width)));
    else this.times(by * width);
  }

  private times(factor: number): void {
    if (factor === 1) return;
    const power = 31 - Math.clz32(factor);
    if (factor === 1 << power) this.code.whole(power).byte(OP.shiftLeft);
    else this.code.whole(factor).byte(OP.multiply);
  }

  /** Keeps what the outer loops add to an index, before another loop opens. */
  prepare(store: Store, { terms }: Index): void {
    const width = this.layout.widthOf(store);
    const open = terms.filter(({ loop }) => this.isOpen(loop));
    if (open.length < 2 && !open.some(({ table }) => table)) return;
    this.terms(open, width);
    this.code.byte(0x1a);
  }

  /** A loop around what `body` writes. */
  loop(loop: Loop, body: () => void): void {
    const { over } = loop;
    if (over.kind === 'range') {
      const limit = over.limit;
      if (limit) this.limited(loop, over.from, over.to, limit, body);
      else this.counted(loop, over.from, over.to, over.step, body);
    } else if (over.kind === 'down') this.counted(loop, over.from, over.to, -1, body);
    else this.listed(loop, body);
  }

  private open(loop: Loop, variable: number, body: () => void): void {
    this.scope.enter();
    this.variables.set(loop, variable);
    body();
    this.variables.delete(loop);
    this.scope.leave();
  }

  private counted(loop: Loop, from: number, to: number, step: number, body: () => void): void {
    const variable = this.scope.take(I32);
    this.code.whole(from).set(variable).byte(OP.loop, 0x40);
    this.open(loop, variable, body);
    this.code.get(variable).whole(step).byte(OP.add).tee(variable).whole(to);
    this.code.byte(step > 0 ? OP.less : OP.more, OP.brIf, 0, OP.end);
  }

  private limited(loop: Loop, from: number, to: number, limit: Index, body: () => void): void {
    const [variable, end] = [this.scope.take(I32), this.scope.take(I32)];
    this.number({ ...limit, base: limit.base + 1 });
    this.code.tee(end).whole(to).get(end).whole(to).byte(OP.less, OP.select).set(end);
    this.code.whole(from).tee(variable).get(end).byte(OP.less, OP.if, 0x40, OP.loop, 0x40);
    this.open(loop, variable, body);
    this.code.get(variable).whole(1).byte(OP.add).tee(variable).get(end).byte(OP.less, OP.brIf, 0, OP.end, OP.end);
  }

  /** Members from a table, at the place where the current list begins. */
  private listed(loop: Loop, body: () => void): void {
    const { over } = loop;
    const lists = over.kind === 'lists' ? over.lists : [numbersOf(loop)];
    const at = over.kind === 'lists' ? over.at : fixedIndex(0);
    const members = this.layout.table(lists.flat());
    const ends = lists.reduce<number[]>(
      (made, list) => [...made, (made[made.length - 1] ?? members) + 4 * list.length],
      [members],
    );
    const bounds = this.layout.table(ends);
    const [next, end, variable] = [this.scope.take(I32), this.scope.take(I32), this.scope.take(I32)];
    this.number(at);
    this.code
      .whole(2)
      .byte(OP.shiftLeft)
      .tee(next)
      .loadWhole(bounds + 4)
      .set(end);
    this.code.get(next).loadWhole(bounds).tee(next).get(end).byte(OP.less, OP.if, 0x40, OP.loop, 0x40);
    this.code.get(next).loadWhole(0).set(variable);
    this.open(loop, variable, body);
    this.code.get(next).whole(4).byte(OP.add).tee(next).get(end).byte(OP.less, OP.brIf, 0, OP.end, OP.end);
  }
}
