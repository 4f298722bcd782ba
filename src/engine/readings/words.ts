/** Formulas in words a health economist uses: "eligible patients × share". */
import type { Arithmetic, Expression, NamedFunction, Node, Placement } from '../graph/expression';

const SIGNS: Readonly<Record<Arithmetic, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷', '^': '^' };
const STRENGTH: Readonly<Record<Arithmetic, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };
const FUNCTIONS: Readonly<Record<NamedFunction, string>> = {
  exp: 'e to the power of',
  ln: 'logarithm of',
  normal: 'normal distribution at',
};

/** The name as it stands inside a sentence: capitals of abbreviations stay. */
export const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** A formula in words. `strength` is that of the operator around it. */
export function words(expression: Expression, strength = 0): string {
  const { node } = expression;
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'read':
      return placed(node);
    case 'arithmetic': {
      const own = STRENGTH[node.op];
      const text = `${words(node.left, own)} ${SIGNS[node.op]} ${words(node.right, own + (node.op === '-' || node.op === '/' ? 0.5 : 0))}`;
      return own < strength ? `(${text})` : text;
    }
    case 'extreme':
      return `the ${node.op === 'min' ? 'least' : 'largest'} of ${node.parts.map((part) => words(part)).join(' and ')}`;
    case 'compare':
      return `${words(node.left)} ${node.op === '=' ? 'is' : node.op === '<' ? 'below' : 'at most'} ${words(node.right)}`;
    case 'select':
      return `if ${words(node.when)}: ${words(node.then)}; else ${words(node.otherwise)}`;
    case 'function':
      return `${FUNCTIONS[node.name]} ${words(node.of, 3)}`;
    case 'round':
      return `${words(node.of)}, ${node.mode === 'truncate' ? 'cut' : 'rounded'} to ${node.places === 0 ? 'whole numbers' : `${String(node.places)} places`}`;
    case 'cases':
      return [...new Set(node.classes)]
        .map((key) => `${key}: ${words(node.branches.get(key) ?? expression)}`)
        .join('; ');
    case 'sum':
      return `sum of ${words(node.of, 2)}, each ${node.over.name}`;
    case 'position':
      return `number of the ${node.axis.name}`;
    case 'later':
      return `${words(node.of)}, as many ${node.along.name}s later as ${words(node.by)}`;
  }
}

/** A reading of another quantity, with the place where it is read if that is not the current one. */
export function placed({ block, places }: Extract<Node, { kind: 'read' }>): string {
  const said = places.map((place) => {
    switch (place.kind) {
      case 'shift':
        return ` of the ${place.axis.name} before`;
      case 'lagged':
        return ` as many ${place.axis.name}s earlier as ${place.by.name}s have passed`;
      case 'fixed':
        return fixedAt(place);
      case 'via':
        // "Start: for" only says whose a row is.
        return place.link.name.includes(':') ? '' : ` (${place.link.name})`;
    }
  });
  return inSentence(block.name) + [...new Set(said)].join('');
}

/** Steps of a bridge, and worlds, are said; of a list, which of its members is read says little. */
const SAID: ReadonlySet<string> = new Set(['world', 'after the step', 'after the step of shares']);

function fixedAt({ axis, member }: Extract<Placement, { kind: 'fixed' }>): string {
  if (!axis.period) return SAID.has(axis.name) ? ` (${axis.members[member] ?? ''})` : '';
  if (axis.name !== 'year')
    return member === axis.size - 1 ? ` of the last ${axis.name}` : ` of ${axis.name} ${String(member + 1)}`;
  return member === 0 ? ' of the baseline year' : ` of year ${String(member)}`;
}
