/** The command line: one call, one answer, one exit status. */
import { callOf, USAGE, type Call } from './call';
import * as commands from './commands';
import { json, messageOf, Mistake, safe, STATUS, type Terminal } from './terminal';

/** Does what the arguments ask. Never throws: what goes wrong is said, with status 2. */
export async function realise(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const call = callOf(args);
    return await perform(call, terminal);
  } catch (error) {
    const message = messageOf(error);
    if (args.includes('--json') && !(error instanceof Mistake && error.usage)) jsonFailure(message, terminal);
    terminal.error(`realise: ${safe(message)}\n${error instanceof Mistake && error.usage ? `\n${USAGE}` : ''}`);
    return STATUS.bad;
  }
}

async function perform(call: Call, terminal: Terminal): Promise<number> {
  if (call.command === 'help') {
    terminal.out(USAGE);
    return STATUS.good;
  }
  switch (call.command) {
    case 'run':
      return await commands.run(call, terminal);
    case 'check':
      return await commands.check(call, terminal);
    case 'explain':
      return await commands.explain(call, terminal);
    case 'actions':
      return await commands.actions(call, terminal);
    case 'live':
      return await commands.live(call, terminal);
    case 'template':
      return await commands.template(call, terminal);
  }
}

/** Programs that asked for JSON get it even where the file cannot be read. */
function jsonFailure(message: string, terminal: Terminal): void {
  terminal.out(json(commands.refusal([{ severity: 'error', code: 'unreadable', at: null, message, remedy: '' }])));
}
