/** The command line: one call, one answer, one exit status. */
import type { Command } from './command';
import { COMMANDS } from './commands';
import { givenOf } from './given';
import { refusal } from './refusal';
import { json, messageOf, Mistake, safe, STATUS, type Terminal } from './terminal';
import { usageOf } from './usage';

/** Does what the arguments ask. Never throws: what goes wrong is said, with status 2. */
export async function realise(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    if (helpAsked(args)) {
      terminal.out(usageOf(COMMANDS));
      return STATUS.good;
    }
    return await prepared(args)(terminal);
  } catch (error) {
    const message = messageOf(error);
    const called = error instanceof Mistake && error.usage;
    if (args.includes('--json') && !called) jsonFailure(message, terminal);
    terminal.error(`realise: ${safe(message)}\n${called ? `\n${usageOf(COMMANDS)}` : ''}`);
    return STATUS.bad;
  }
}

/** The call, read; a call that cannot be understood is a mistake, with the usage. */
export function prepared(args: readonly string[]): (terminal: Terminal) => Promise<number> {
  const [name, ...rest] = args;
  const command = commandOf(name);
  return command.prepare(givenOf(command, rest));
}

function commandOf(name: string | undefined): Command {
  if (name === undefined) throw new Mistake('Say what to do.', true);
  const found = COMMANDS.find((command) => command.name === name);
  if (found === undefined) throw new Mistake(`There is no command "${name}".`, true);
  return found;
}

/** `help`, or -h or --help anywhere before a lone `--`. */
function helpAsked(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  return args[0] === 'help' || before.includes('--help') || before.includes('-h');
}

/** Programs that asked for JSON get it even where the file cannot be read. */
function jsonFailure(message: string, terminal: Terminal): void {
  terminal.out(json(refusal([{ severity: 'error', code: 'unreadable', at: null, message, remedy: '' }])));
}
