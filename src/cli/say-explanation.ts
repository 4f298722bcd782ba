/** An explanation as a tree of lines: figure, formula, and below it what it was made from, down to the cells. */
import type { Explanation } from '../engine/results';
import { safe } from './terminal';

/** The whole tree. A part that has been told before is named and not told again. */
export function explanationText(root: Explanation): string {
  const told = new Set<string>();
  const lines: string[] = [];
  tell(root, '', '', told, lines);
  return lines.join('\n') + '\n';
}

function tell(node: Explanation, head: string, indent: string, told: Set<string>, lines: string[]): void {
  const key = `${node.name}|${node.where}|${node.value}|${node.parameter}`;
  const before = node.parts.length > 0 && told.has(key);
  lines.push(`${head}${headline(node)}${before ? '  (as above)' : ''}`);
  if (before) return;
  told.add(key);
  if (node.formula !== '') lines.push(`${indent}${node.parts.length > 0 ? '│ ' : '  '}= ${safe(node.formula)}`);
  node.parts.forEach((part, index) => {
    const last = index === node.parts.length - 1;
    tell(
      part,
      `${indent}${last ? '└ ' : '├ '}${part.operator === '' ? '' : `${part.operator} `}`,
      `${indent}${last ? '  ' : '│ '}`,
      told,
      lines,
    );
  });
}

/** `Treated patients [with · Drug A · 2028] = 1234.5 patients   Uptake!C7 (source)`. */
function headline(node: Explanation): string {
  const where = node.where === '' ? '' : ` [${safe(node.where)}]`;
  const cell = node.at === null ? '' : `   ${safe(node.at.sheet)}!${node.at.cell}`;
  const source = node.source === '' ? '' : ` (${safe(node.source)})`;
  return `${safe(node.name)}${where} = ${node.value}${node.unit === '' ? '' : ` ${safe(node.unit)}`}${cell}${source}${node.confidential ? ' confidential' : ''}`;
}
