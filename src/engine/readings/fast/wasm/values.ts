/** Values as instructions on two draws at a time. Both sides of a branch are computed; a mask takes one. */
import { isWholePower, wholePower } from '../../../elementary';
import type { NamedFunction, RoundingMode } from '../../../graph/expression';
import type { Value, ValueNode } from '../code';
import { childrenOf } from '../code';
import { CLEAN, SLACK, VAST } from '../floats';
import { V128, OP } from './code-bytes';
import type { Flow } from './flow';

export type Arithmetic = NamedFunction | RoundingMode | 'power' | 'whole power';
/** The numbers by which functions of arithmetic are called. */
interface Callable {
  readonly numberOf: (name: Arithmetic) => number;
}

type NodeOf<Kind extends ValueNode['kind']> = Extract<ValueNode, { kind: Kind }>;

/** Writes values into a function. */
export class ValueWriter {
  private readonly uses = new Map<Value, number>();
  constructor(
    private readonly flow: Flow,
    private readonly functions: Callable,
  ) {}

  /** Says that a value will be written: what is used twice is kept. */
  count(value: Value): void {
    const uses = this.uses.get(value) ?? 0;
    this.uses.set(value, uses + 1);
    if (uses === 0) for (const child of childrenOf(value)) this.count(child);
  }

  /** A value, on the stack. */
  write(value: Value): void {
    if (this.recall(value)) return;
    this.instructions(value.node);
    if ((this.uses.get(value) ?? 0) > 1 && value.node.kind !== 'number')
      this.flow.code.tee(this.flow.scope.name(nameOf(value), V128));
  }

  /** Computes, before a loop opens, what does not depend on it. */
  hoist(value: Value): void {
    const { flow } = this;
    if (value.node.kind === 'number' || flow.scope.find(nameOf(value)) !== undefined) return;
    if ([...value.free].every((loop) => flow.isOpen(loop))) {
      this.instructions(value.node);
      flow.code.set(flow.scope.name(nameOf(value), V128));
      return;
    }
    if (value.node.kind === 'load') flow.prepare(value.node.store, value.node.at);
    for (const child of childrenOf(value)) this.hoist(child);
  }

  private recall(value: Value): boolean {
    const local = this.flow.scope.find(nameOf(value));
    if (local !== undefined) this.flow.code.get(local);
    return local !== undefined;
  }

  private instructions(node: ValueNode): void {
    const { code } = this.flow;
    switch (node.kind) {
      case 'number':
        code.float(node.value);
        return;
      case 'load':
        this.load(node);
        return;
      case 'index':
        this.flow.number(node.at);
        code.byte(OP.toFloat).two('splat');
        return;
      case 'binary':
        this.binary(node);
        return;
      case 'extreme':
        this.write(node.left);
        this.write(node.right);
        code.two(node.op === 'min' ? 'least' : 'greatest');
        return;
      case 'compare':
        this.compare(node);
        code.float(1).two('and');
        return;
      case 'select':
        this.write(node.then);
        this.write(node.otherwise);
        this.mask(node.when);
        code.two('bitselect');
        return;
      case 'call':
        this.write(node.of);
        code.call(this.functions.numberOf(node.name));
        return;
      case 'round':
        this.write(node.of);
        code.float(wholePower(10, node.places)).call(this.functions.numberOf(node.mode));
        return;
      case 'sum':
        this.sum(node);
    }
  }

  private load({ store, at, guard }: NodeOf<'load'>): void {
    const { flow } = this;
    if (guard) {
      flow.guarded(store, at, guard);
      flow.code.loadTwo(0, !store.varied);
      return;
    }
    const offset = flow.address(store, at);
    flow.code.loadTwo(offset, !store.varied);
  }

  private binary({ op, left, right, clean }: NodeOf<'binary'>): void {
    const { code } = this.flow;
    if (op === '^') {
      this.power(left, right);
      return;
    }
    this.write(left);
    this.write(right);
    if (clean) {
      if (op === '*') this.product();
      else this.difference();
      return;
    }
    code.two(({ '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const)[op]);
  }

  /** The product of the two values on the stack, nothing where one of them is. */
  private product(): void {
    const { code, scope } = this.flow;
    const [a, b] = [scope.take(V128), scope.take(V128)];
    code.set(b).tee(a).get(b).two('multiply');
    code.get(a).float(0).two('equal').get(b).float(0).two('equal').two('or').two('andNot');
  }

  /** The difference of the two values on the stack, nothing where it is what floats alone leave of it. */
  private difference(): void {
    const { code, scope } = this.flow;
    const [a, b, left] = [scope.take(V128), scope.take(V128), scope.take(V128)];
    code.set(b).tee(a).get(b).two('subtract').tee(left).get(left).two('absolute');
    code.get(a).two('absolute').get(b).two('absolute').two('greatest').float(CLEAN).two('multiply');
    code.two('less').two('andNot');
  }

  private power(left: Value, right: Value): void {
    const { code } = this.flow;
    this.write(left);
    const { node } = right;
    if (node.kind === 'number' && node.value === 0.5) code.two('root');
    else if (node.kind === 'number' && isWholePower(node.value))
      code.whole(node.value).call(this.functions.numberOf('whole power'));
    else if (node.kind === 'index') {
      this.flow.number(node.at);
      code.call(this.functions.numberOf('whole power'));
    } else {
      this.write(right);
      code.call(this.functions.numberOf('power'));
    }
  }

  /** A mask on the stack: all bits where the condition holds. */
  private mask(when: Value): void {
    const known = this.flow.scope.find(nameOf(when)) !== undefined;
    if (when.node.kind === 'compare' && !known && (this.uses.get(when) ?? 0) < 2) {
      this.compare(when.node);
      return;
    }
    this.write(when);
    this.flow.code.float(0).two('differ');
  }

  private compare({ op, left, right, sure }: NodeOf<'compare'>): void {
    const { code, scope } = this.flow;
    this.write(left);
    this.write(right);
    if (sure) {
      code.two(({ '<': 'less', '<=': 'atMost', '=': 'equal' } as const)[op]);
      return;
    }
    const [a, b] = [scope.take(V128), scope.take(V128)];
    code.set(b).set(a);
    const slack = (): void => {
      code.get(a).two('absolute').get(b).two('absolute').two('greatest').float(VAST).two('least');
      code.float(SLACK).two('multiply');
    };
    if (op === '=') code.get(a).get(b).two('subtract').two('absolute');
    else code.get(a);
    if (op === '<=') code.get(b);
    slack();
    if (op === '=') code.two('atMost').get(a).get(b).two('equal').two('or');
    if (op === '<=') code.two('add').two('atMost');
    if (op === '<') code.two('add').get(b).two('less');
  }

  private sum({ loop, parts }: NodeOf<'sum'>): void {
    const { flow } = this;
    for (const part of parts) this.hoist(part);
    const totals = parts.map(() => flow.scope.take(V128));
    for (const total of totals) flow.code.float(0).set(total);
    flow.loop(loop, () => {
      parts.forEach((part, n) => {
        flow.code.get(totals[n] ?? 0);
        this.write(part);
        flow.code.two('add').set(totals[n] ?? 0);
      });
    });
    totals.forEach((total, n) => {
      flow.code.get(total);
      if (n > 0) flow.code.two('add');
    });
  }
}

const nameOf = (value: Value): string => `v${String(value.id)}`;
