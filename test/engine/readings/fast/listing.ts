/** A compiled model as a text to read: its loops, and what is stored where, as both ways of running are given it. */
import type { Index, Loop, Program, Step, Value } from '../../../../src/engine/readings/fast/code';

/** Loops are named in the order in which they are met. */
type Name = (loop: Loop) => string;

function indexText({ base, terms }: Index, name: Name): string {
  const parts = terms.map(({ loop, by, table }) => {
    const number = table ? `{${table.join(' ')}}${name(loop)}` : name(loop);
    return by === 1 ? number : `${String(by)}${number}`;
  });
  return [...parts, ...(base === 0 && parts.length > 0 ? [] : [String(base)])].join('+').replace(/\+-/g, '-');
}

function loopText(loop: Loop, name: Name): string {
  const { over } = loop;
  const own = name(loop);
  if (over.kind === 'list') return `${own} of ${over.members.join(' ')}`;
  if (over.kind === 'lists') return `${own} of ${over.lists.join(' | ')} at ${indexText(over.at, name)}`;
  if (over.kind === 'down') return `${own} from ${String(over.from)} down to ${String(over.to + 1)}`;
  const limit = over.limit ? ` to ${indexText(over.limit, name)}` : '';
  return `${own} from ${String(over.from)} below ${String(over.to)}${over.step > 1 ? ` by ${String(over.step)}` : ''}${limit}`;
}

function valueText({ node }: Value, name: Name): string {
  const of = (value: Value): string => valueText(value, name);
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'load': {
      const guard = node.guard ? ` unless ${indexText(node.guard, name)} < 0` : '';
      return `${node.store.name}${node.store.varied ? '' : '!'}[${indexText(node.at, name)}${guard}]`;
    }
    case 'index':
      return `#(${indexText(node.at, name)})`;
    case 'binary':
      return `(${of(node.left)} ${node.op}${node.clean ? '~' : ''} ${of(node.right)})`;
    case 'compare':
      return `(${of(node.left)} ${node.op}${node.sure ? '' : '~'} ${of(node.right)})`;
    case 'extreme':
      return `${node.op}(${of(node.left)}, ${of(node.right)})`;
    case 'select':
      return `(${of(node.when)} ? ${of(node.then)} : ${of(node.otherwise)})`;
    case 'call':
      return `${node.name}(${of(node.of)})`;
    case 'round':
      return `${node.mode} ${String(node.places)}(${of(node.of)})`;
    case 'sum':
      return `sum(${loopText(node.loop, name)}: ${node.parts.map(of).join(' & ')})`;
  }
}

/** The steps of a program, a line each; `!` behind a figure: it is the same in all draws. */
export function listing({ steps }: Program): string {
  const names = new Map<Loop, string>();
  const name: Name = (loop) => {
    const known = names.get(loop) ?? 'ijklmnopqrstuvwxyz'.charAt(names.size);
    names.set(loop, known);
    return known;
  };
  const lines = (step: Step, ahead: string): readonly string[] =>
    step.kind === 'store'
      ? [`${ahead}${step.store.name}[${indexText(step.at, name)}] = ${valueText(step.value, name)}`]
      : [`${ahead}${loopText(step.loop, name)}:`, ...step.body.flatMap((inner) => lines(inner, `${ahead}  `))];
  return steps.flatMap((step) => lines(step, '')).join('\n');
}
