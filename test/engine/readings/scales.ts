/**
 * The scale of a figure: the larger of itself and of the totals it is a difference of. What a float may miss of a
 * figure is measured against it, since a small difference of large totals cannot be surer than they are.
 */
import type { Expression } from '../../../src/engine/graph/expression';
import type { Block } from '../../../src/engine/graph/quantity';
import type { ExactRun } from '../../../src/engine/readings/exact';
import { memberHere, membersRead, membersSummed, type Here } from '../../../src/engine/readings/places';
import { compareFloats, normalFloat, roundFloat } from '../../../src/engine/readings/fast/floats';

interface Sized {
  readonly value: number;
  readonly scale: number;
}

const plain = (value: number): Sized => ({ value, scale: Math.abs(value) });
const sized = (value: number, ...scales: readonly number[]): Sized => ({
  value,
  scale: Math.max(Math.abs(value), ...scales),
});

/** Scales of a run's figures, each found once. */
export class Scales {
  private readonly known = new Map<Block, (number | undefined)[]>();
  constructor(private readonly run: ExactRun) {}

  /** The scale of one figure, by the members of its axes. */
  of(block: Block, members: readonly number[]): number {
    const cells = this.known.get(block) ?? [];
    this.known.set(block, cells);
    const cell = block.axes.reduce((at, axis, k) => at * axis.size + (members[k] ?? 0), 0);
    const known = cells[cell];
    if (known !== undefined) return known;
    const value = this.run.at({ block }, members).toNumber();
    const here: Here = new Map(block.axes.map((axis, k) => [axis, members[k] ?? 0]));
    const scale = Math.max(Math.abs(value), block.formula ? this.size(block.formula, here).scale : 0);
    cells[cell] = scale;
    return scale;
  }

  private size(expression: Expression, here: Here): Sized {
    const { node } = expression;
    const part = (of: Expression): Sized => this.size(of, here);
    switch (node.kind) {
      case 'constant':
        return plain(Number(node.value));
      case 'position':
        return plain(memberHere(node.axis, here) + 1);
      case 'read': {
        const members = membersRead(node.block, node.places, here);
        if (!members) return plain(0);
        return { value: this.run.at(node, members).toNumber(), scale: this.of(node.block, members) };
      }
      case 'arithmetic':
        return combined(node.op, part(node.left), part(node.right));
      case 'extreme': {
        const parts = node.parts.map(part);
        const value = Math[node.op](...parts.map((at) => at.value));
        return sized(value, ...parts.map(({ scale }) => scale));
      }
      case 'compare':
        return plain(compareFloats(node.op, part(node.left).value, part(node.right).value, false) ? 1 : 0);
      case 'select':
        return part(node.when).value === 0 ? part(node.otherwise) : part(node.then);
      case 'function':
        return applied(node.name, part(node.of));
      case 'round': {
        const of = part(node.of);
        return sized(roundFloat(of.value, node.mode, node.places).value, of.scale);
      }
      case 'cases': {
        const branch = node.branches.get(node.classes[memberHere(node.axis, here)] ?? '');
        return branch ? part(branch) : plain(0);
      }
      case 'later': {
        const member = Math.min(node.along.size - 1, (here.get(node.along) ?? 0) - part(node.by).value);
        return member < 0 ? plain(0) : this.size(node.of, new Map(here).set(node.along, member));
      }
      case 'sum': {
        const parts = membersSummed(node.over, node.per, here).map((member) =>
          this.size(node.of, new Map(here).set(node.over, member)),
        );
        const total = parts.reduce((sum, { value }) => sum + value, 0);
        return sized(total, ...parts.map(({ scale }) => scale));
      }
    }
  }
}

/** How many times its own size a figure's scale is: what it passes on to a product. What has no end is its own size. */
const times = ({ value, scale }: Sized): number =>
  value === 0 || !Number.isFinite(value) ? 1 : scale / Math.abs(value);

function combined(op: string, a: Sized, b: Sized): Sized {
  switch (op) {
    case '+':
      return sized(a.value + b.value, a.scale, b.scale);
    case '-':
      return sized(a.value - b.value, a.scale, b.scale);
    case '*':
      return sized(a.value * b.value, a.scale * Math.abs(b.value), b.scale * Math.abs(a.value));
    case '/': {
      const value = a.value / b.value;
      return sized(value, a.scale / Math.abs(b.value), Math.abs(value) * times(b));
    }
    default: {
      const value = a.value ** b.value;
      return sized(value, Math.abs(value * b.value) * times(a), Math.abs(value) * b.scale);
    }
  }
}

function applied(name: string, of: Sized): Sized {
  if (name === 'exp') return sized(Math.exp(of.value), Math.exp(of.value) * of.scale);
  if (name === 'ln') return sized(Math.log(of.value), times(of));
  return sized(normalFloat(of.value), Number.isFinite(of.value) ? of.scale : 0);
}
