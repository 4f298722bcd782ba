/** The functions of the module: arithmetic that instructions do not have, then steps, cut so that none is too large. */
import { childrenOf, type Loop, type Step, type Value } from '../code';
import { exponential, logarithm, normal, power, rounding, wholePower, type Made } from './arithmetic';
import { I32 } from './code-bytes';
import { Flow } from './flow';
import { TIES, type Layout } from './layout';
import { ValueWriter, type Arithmetic } from './values';

/** Values that a function may hold before it is cut (about ten bytes of code each). */
const LARGEST = 1500;

export class Functions {
  readonly made: Made[] = [];
  private readonly numbers = new Map<Arithmetic, number>();

  /** `outside`: how many functions come from outside the module, which are numbered first. */
  constructor(
    private readonly layout: Layout,
    private readonly outside: number,
  ) {}

  add(made: Made): number {
    return this.outside + this.made.push(made) - 1;
  }

  /** The number of a function of arithmetic, made when it is first needed. */
  numberOf(name: Arithmetic): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const made = this.add(this.arithmetic(name));
    this.numbers.set(name, made);
    return made;
  }

  private arithmetic(name: Arithmetic): Made {
    switch (name) {
      case 'exp':
        return exponential();
      case 'ln':
        return logarithm();
      case 'normal':
        return normal(0);
      case 'power':
        return power(this.numberOf('exp'), this.numberOf('ln'));
      case 'whole power':
        return wholePower();
      default:
        return rounding(name, TIES);
    }
  }

  /** A function that does these steps within these loops; the pair of draws and their variables are its parameters. */
  steps(steps: readonly Step[], loops: readonly Loop[]): number {
    const flow = new Flow(this.layout, loops);
    const writer = new ValueWriter(flow, this);
    countIn(steps, writer);
    this.write(steps, flow, writer);
    return this.add({
      takes: [I32, ...loops.map(() => I32)],
      gives: [],
      locals: flow.scope.types,
      code: flow.code.bytes,
    });
  }

  private write(steps: readonly Step[], flow: Flow, writer: ValueWriter): void {
    const parts = cut(steps);
    if (parts.length > 1) {
      for (const part of parts) {
        const loops = [...flow.variables];
        flow.code.get(flow.pair);
        for (const [, local] of loops) flow.code.get(local);
        flow.code.call(
          this.steps(
            part,
            loops.map(([loop]) => loop),
          ),
        );
      }
      return;
    }
    for (const step of steps) this.step(step, flow, writer);
  }

  private step(step: Step, flow: Flow, writer: ValueWriter): void {
    if (step.kind === 'loop') {
      if (cut(step.body).length === 1) hoistFrom(step.body, writer);
      flow.loop(step.loop, () => {
        this.write(step.body, flow, writer);
      });
      return;
    }
    const offset = flow.address(step.store, step.at);
    writer.write(step.value);
    flow.code.storeTwo(offset);
  }
}

function countIn(steps: readonly Step[], writer: ValueWriter): void {
  for (const step of steps) {
    if (step.kind === 'loop') countIn(step.body, writer);
    else writer.count(step.value);
  }
}

function hoistFrom(steps: readonly Step[], writer: ValueWriter): void {
  for (const step of steps) {
    if (step.kind === 'loop') hoistFrom(step.body, writer);
    else writer.hoist(step.value);
  }
}

const sizes = new WeakMap<Step, number>();

/** How many values a step holds. */
function sizeOf(step: Step): number {
  const known = sizes.get(step);
  if (known !== undefined) return known;
  const seen = new Set<Value>();
  const see = (value: Value): void => {
    if (seen.has(value)) return;
    seen.add(value);
    childrenOf(value).forEach(see);
  };
  if (step.kind === 'store') see(step.value);
  const size = step.kind === 'store' ? seen.size + 1 : step.body.reduce((total, inner) => total + sizeOf(inner), 2);
  sizes.set(step, size);
  return size;
}

/** Steps in order, in parts that are not too large. */
function cut(steps: readonly Step[]): readonly (readonly Step[])[] {
  const parts: Step[][] = [[]];
  let size = 0;
  for (const step of steps) {
    const own = sizeOf(step);
    if (size > 0 && size + own > LARGEST) {
      parts.push([]);
      size = 0;
    }
    parts[parts.length - 1]?.push(step);
    size += own;
  }
  return parts;
}
