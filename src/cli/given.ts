/** What was given to a command: arguments in their order, and options by name. */
import { parseArgs } from 'node:util';
import { messageOf, Mistake } from './terminal';

/** Options a command takes: with a text after them, or alone. */
export type Flags = Readonly<Record<string, 'text' | 'alone'>>;

/** Short names of options, the same for every command. */
const SHORT: Readonly<Record<string, string>> = { output: 'o' };

export interface Given {
  /** The arguments that are no options. */
  readonly arguments: readonly string[];
  /** The text after an option; null where it is not given. Given twice is a mistake. */
  text(flag: string): string | null;
  /** All texts of an option that may be given many times. */
  texts(flag: string): readonly string[];
  /** Whether an option without text is given. */
  has(flag: string): boolean;
}

/** Who takes options. */
interface Taker {
  readonly name: string;
  readonly flags: Flags;
}

/** Reads the arguments of a command; what cannot be understood is a mistake, with the usage. */
export function givenOf({ name, flags }: Taker, args: readonly string[]): Given {
  const { values, positionals } = parsed(name, flags, args);
  const texts = (flag: string): readonly string[] => {
    if (flags[flag] !== 'text') throw new Error(`realise ${name} has no option --${flag} with a text.`);
    const found = values[flag];
    return Array.isArray(found) ? found.map(String) : [];
  };
  return {
    arguments: positionals,
    texts,
    text: (flag) => {
      const found = texts(flag);
      if (found.length > 1) throw new Mistake(`--${flag} is given more than once.`, true);
      return found[0] ?? null;
    },
    has: (flag) => values[flag] === true,
  };
}

/** The one argument of that name. */
export function only(given: readonly string[], name: string): string {
  const [first, ...more] = given;
  if (first === undefined || first === '') throw new Mistake(`${name} is missing.`, true);
  if (more.length > 0)
    throw new Mistake(`"${more[0] ?? ''}" is one argument too many. Text with blanks needs quotes.`, true);
  return first;
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parsed(name: string, flags: Flags, args: readonly string[]): Parsed {
  try {
    return parseArgs({ args: [...args], options: optionsOf(flags), allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /Unknown option '(-[^']+)'/.exec(messageOf(error))?.[1];
    throw new Mistake(unknown === undefined ? messageOf(error) : `realise ${name} does not take ${unknown}.`, true);
  }
}

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly short?: string;
}

function optionsOf(flags: Flags): Record<string, Option> {
  return Object.fromEntries(
    Object.entries(flags).map(([flag, kind]): [string, Option] => {
      const short = SHORT[flag] === undefined ? {} : { short: SHORT[flag] };
      return [flag, kind === 'text' ? { type: 'string', multiple: true, ...short } : { type: 'boolean', ...short }];
    }),
  );
}
