/**
 * An explanation read as a tree: which branches are open at first, how many cells stand at its ends, and
 * whether every step, worked again from its parts, gives its figure.
 */
import { Decimal } from 'decimal.js';
import type { Explanation } from '../../engine/results';

const Exact = Decimal.clone({ precision: 60 });

/** A line of the tree as it stands on the page. `path` is "0.2.1"; the root is "0". */
export interface Line {
  readonly path: string;
  readonly level: number;
  readonly node: Explanation;
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean;
  /** Where on its axes, as far as the lines above do not say it already. */
  readonly where: string;
}

export const isLeaf = (node: Explanation): boolean => node.parts.length === 0;

/** Lines that can be seen with these branches open. */
export function linesOf(root: Explanation, open: ReadonlySet<string>): readonly Line[] {
  return below(root, { path: '0', level: 1, position: 1, siblings: 1, said: new Set() }, open);
}

type Stand = Pick<Line, 'path' | 'level' | 'position' | 'siblings'> & { readonly said: ReadonlySet<string> };

function below(node: Explanation, { said, ...stand }: Stand, open: ReadonlySet<string>): readonly Line[] {
  const members = node.where.split(' · ').filter((member) => member !== '');
  const isOpen = open.has(stand.path) && !isLeaf(node);
  const line: Line = { ...stand, node, where: members.filter((member) => !said.has(member)).join(' · '), open: isOpen };
  if (!isOpen) return [line];
  const siblings = node.parts.length;
  const known = new Set([...said, ...members]);
  return [
    line,
    ...node.parts.flatMap((part, index) =>
      below(
        part,
        { path: `${stand.path}.${String(index)}`, level: stand.level + 1, position: index + 1, siblings, said: known },
        open,
      ),
    ),
  ];
}

const DEEPEST = 6;

/** The widest branch: at each step the part of largest size among those that are no cells. */
export function widestBranch(root: Explanation): ReadonlySet<string> {
  const open = new Set<string>();
  let node: Explanation | undefined = root;
  for (let path = '0', depth = 0; node !== undefined && !isLeaf(node) && depth < DEEPEST; depth += 1) {
    open.add(path);
    const index = widest(node);
    path = `${path}.${String(index)}`;
    node = node.parts[index];
  }
  return open;
}

function widest(node: Explanation): number {
  const sizes = node.parts.map((part) => (isLeaf(part) ? new Exact(-1) : new Exact(part.value).abs()));
  return sizes.reduce((best, size, index) => (size.greaterThan(sizes[best] ?? -1) ? index : best), 0);
}

/** Cells at the ends of the tree, each once. */
export function cellsOf(node: Explanation): ReadonlySet<string> {
  const own = isLeaf(node) && node.at !== null ? [`${node.at.sheet}!${node.at.cell}`] : [];
  return new Set([...own, ...node.parts.flatMap((part) => [...cellsOf(part)])]);
}

/** Steps of a tree, worked again from their parts: how many were sums and products, and how many of those disagree. */
export interface Check {
  readonly worked: number;
  readonly wrong: number;
}

export function check(node: Explanation): Check {
  const own =
    isLeaf(node) || node.parts.some((part) => part.operator === 'of' || part.operator === '^')
      ? { worked: 0, wrong: 0 }
      : { worked: 1, wrong: agrees(node) ? 0 : 1 };
  return node.parts
    .map(check)
    .reduce((sum, part) => ({ worked: sum.worked + part.worked, wrong: sum.wrong + part.wrong }), own);
}

function agrees(node: Explanation): boolean {
  const again = node.parts.reduce((sum, part) => applied(sum, part), new Exact(startOf(node)));
  return again.minus(node.value).abs().lessThanOrEqualTo(new Exact(node.value).abs().times('1e-25').plus('1e-25'));
}

const startOf = (node: Explanation): number =>
  node.parts[0]?.operator === '×' || node.parts[0]?.operator === '÷' ? 1 : 0;

function applied(sum: Decimal, part: Explanation): Decimal {
  switch (part.operator) {
    case '×':
      return sum.times(part.value);
    case '÷':
      return new Exact(part.value).isZero() ? new Exact(Number.NaN) : sum.dividedBy(part.value);
    case '−':
      return sum.minus(part.value);
    default:
      return sum.plus(part.value);
  }
}
