/** How the command line is used: every command, its call and what it is for. */
import type { Command } from './command';

export function usageOf(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const calls = commands.flatMap(({ name, usage }) =>
    usage.map((line, at) => (at === 0 ? `  realise ${name} ${line}` : `  ${' '.repeat(name.length + 9)}${line}`)),
  );
  const said = commands.flatMap(({ name, says }) =>
    says.map((line, at) => `  ${(at === 0 ? name : '').padEnd(width)}  ${line}`),
  );
  return `Usage:\n${calls.join('\n')}\n\n${said.join('\n')}\n\n${PARAMETERS}`;
}

const PARAMETERS = `  PARAMETER is Table/key/…/Column: 'Prices/Statin/List price=12.50'. See docs/workbook.md.\n`;
