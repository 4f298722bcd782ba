/** Makes values, each once: what is written twice is computed once, and what changes nothing is left out. */
import { isWholePower, power, wholePower } from '../../elementary';
import type { Arithmetic, Comparison, NamedFunction, RoundingMode } from '../../graph/expression';
import type { Index, Loop, Members, Store, Value, ValueNode } from './code';
import { childrenOf } from './code';
import { fixedIndex, indexKey, plus } from './index';
import { mayBeWild } from './wild';

/** Places beyond which rounding changes nothing that a float can hold. */
const FINEST = 12;

export class Values {
  private readonly known = new Map<string, Value>();
  private readonly stores = new Map<Store, number>();
  private readonly loops = new Map<string, Loop>();
  private counted = 0;

  /** A loop; loops of the same key are the same. */
  loop(over: Members, key: string): Loop {
    const known = this.loops.get(key);
    if (known) return known;
    this.counted += 1;
    const made = { id: this.counted, over };
    this.loops.set(key, made);
    return made;
  }

  number(value: number): Value {
    return this.made(`n${String(value)}`, { kind: 'number', value });
  }

  load(store: Store, at: Index, guard: Index | null): Value {
    const place = this.stores.get(store) ?? this.stores.size;
    this.stores.set(store, place);
    const key = `l${String(place)} ${indexKey(at)}${guard ? ` g${indexKey(guard)}` : ''}`;
    return this.made(key, { kind: 'load', store, at, guard });
  }

  index(at: Index): Value {
    return at.terms.length === 0 ? this.number(at.base) : this.made(`i${indexKey(at)}`, { kind: 'index', at });
  }

  binary(op: Arithmetic, left: Value, right: Value, careful?: boolean): Value {
    if (op === '^' && right.node.kind === 'number' && isSmallPower(right.node.value))
      return this.power(left, right.node.value);
    const clean =
      (careful && op === '-' && !(isSure(left) && isSure(right))) ||
      (op === '*' && (mayBeWild(left) || mayBeWild(right)));
    return (
      this.simpler(op, left, right) ??
      this.made(`b${op}${clean ? '0' : ''}${String(left.id)} ${String(right.id)}`, {
        kind: 'binary',
        op,
        left,
        right,
        clean,
      })
    );
  }

  /** By squares. */
  private power(value: Value, times: number): Value {
    if (times === 1) return value;
    const half = this.power(value, Math.floor(times / 2));
    const square = this.binary('*', half, half);
    return times % 2 === 0 ? square : this.binary('*', square, value);
  }

  extreme(op: 'min' | 'max', left: Value, right: Value): Value {
    return this.made(`${op}${String(left.id)} ${String(right.id)}`, { kind: 'extreme', op, left, right });
  }

  compare(op: Comparison, left: Value, right: Value): Value {
    const sure = (isSure(left) && isSure(right)) || isNothing(left) || isNothing(right);
    return this.made(`c${op}${String(left.id)} ${String(right.id)}`, { kind: 'compare', op, left, right, sure });
  }

  select(when: Value, then: Value, otherwise: Value): Value {
    if (when.node.kind === 'number') return when.node.value === 0 ? otherwise : then;
    if (then === otherwise) return then;
    const key = `s${String(when.id)} ${String(then.id)} ${String(otherwise.id)}`;
    return this.made(key, { kind: 'select', when, then, otherwise });
  }

  call(name: NamedFunction, of: Value): Value {
    return this.made(`f${name}${String(of.id)}`, { kind: 'call', name, of });
  }

  round(of: Value, mode: RoundingMode, places: number): Value {
    if (places > FINEST) return of;
    return this.made(`r${mode}${String(places)} ${String(of.id)}`, { kind: 'round', of, mode, places });
  }

  sum(loop: Loop, parts: readonly Value[]): Value {
    if (parts.every(({ node }) => node.kind === 'number' && node.value === 0)) return this.number(0);
    const key = `S${String(loop.id)} ${parts.map(({ id }) => String(id)).join(' ')}`;
    return this.made(key, { kind: 'sum', loop, parts });
  }

  /** Numbers among themselves, and what adds or multiplies nothing. */
  private simpler(op: Arithmetic, left: Value, right: Value): Value | null {
    const [a, b] = [left.node, right.node];
    if (a.kind === 'number' && b.kind === 'number') return this.number(onNumbers(op, a.value, b.value));
    const [is, isRight] = [
      (value: number): boolean => a.kind === 'number' && a.value === value,
      (value: number): boolean => b.kind === 'number' && b.value === value,
    ];
    if (op === '*' && (is(0) || isRight(0))) return this.number(0);
    if ((op === '*' && is(1)) || (op === '+' && is(0))) return right;
    if (((op === '*' || op === '/') && isRight(1)) || ((op === '+' || op === '-') && isRight(0))) return left;
    if (op === '^' && isRight(0)) return this.number(1);
    if ((op === '+' || op === '-') && a.kind === 'index' && b.kind === 'number' && Number.isInteger(b.value))
      return this.index(plus(a.at, fixedIndex(b.value), op === '+' ? 1 : -1));
    return null;
  }

  private made(key: string, node: ValueNode): Value {
    const known = this.known.get(key);
    if (known) return known;
    this.counted += 1;
    const made = { id: this.counted, node, free: new Set<Loop>() };
    made.free = freeOf(made);
    this.known.set(key, made);
    return made;
  }
}

/** Most times that a figure is multiplied by itself in place of a power. */
const SMALL = 16;
const isSmallPower = (power: number): boolean => Number.isInteger(power) && power > 0 && power <= SMALL;

/** As typed, or a number of the method: exact but for the float's own last digit. */
const isSure = ({ node }: Value): boolean =>
  node.kind === 'number' || node.kind === 'index' || (node.kind === 'load' && node.store.given);

const isNothing = ({ node }: Value): boolean => node.kind === 'number' && node.value === 0;

function onNumbers(op: Arithmetic, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return isWholePower(b) ? wholePower(a, b) : power(a, b);
  }
}

/** The loops that a value depends on; a guard, and the limit of a loop, are parts of the places read. */
function freeOf(value: Value): Set<Loop> {
  const free = new Set(childrenOf(value).flatMap((child) => [...child.free]));
  const { node } = value;
  const add = (at: Index): void => {
    for (const { loop } of at.terms) free.add(loop);
  };
  if (node.kind === 'load' || node.kind === 'index') add(node.at);
  if (node.kind === 'sum') {
    free.delete(node.loop);
    const { over } = node.loop;
    if (over.kind === 'lists') add(over.at);
  }
  return free;
}
