/**
 * Runs samples of Office.js that nobody here wrote, as they are: the page around them is the least that they ask for, the
 * workbook is the host's. A sample of Microsoft's Script Lab is a list of buttons; each is pressed once, in the order in
 * which the sample names them.
 */
import { createContext, Script } from 'node:vm';
import { transformSync } from '@swc/core';
import type { ExcelHost } from './host';

/** What a sample said, and what went wrong in it. */
export interface Ran {
  readonly pressed: readonly string[];
  readonly said: readonly string[];
  readonly errors: readonly { readonly button: string; readonly code: string; readonly message: string }[];
}

/** Milliseconds that a button may take. */
const LONGEST = 5000;

/** The script of a sample of Script Lab, out of its YAML: an indented block. */
export function scriptOf(yaml: string): string {
  const lines = yaml.split('\n');
  const first = lines.findIndex(
    (line, n) => line.startsWith('script:') && lines[n + 1]?.includes('content: |') === true,
  );
  const body = lines.slice(first + 2);
  const end = body.findIndex((line) => line.trim() !== '' && !line.startsWith('        '));
  return body
    .slice(0, end)
    .map((line) => line.slice(8))
    .join('\n');
}

type Press = () => unknown;

/** A page of buttons: whatever is asked for is there, and remembers what a click does. */
function page(buttons: Map<string, Press>): object {
  const made = new Map<string, object>();
  const element = (id: string): object => {
    const known = made.get(id) ?? {
      value: '',
      checked: false,
      style: {},
      classList: { add: nothing, remove: nothing },
      appendChild: nothing,
      addEventListener: (event: string, deed: Press) => {
        if (event === 'click') buttons.set(id, deed);
      },
    };
    made.set(id, known);
    return known;
  };
  return {
    getElementById: element,
    querySelector: element,
    createElement: () => element(`new ${String(made.size)}`),
    addEventListener: nothing,
  };
}
const nothing = (): void => undefined;

const told = (value: unknown): string =>
  typeof value === 'string' ? value : value instanceof Error ? value.message : JSON.stringify(value ?? null);

/** Runs a script of TypeScript against a host, then presses its buttons. */
export async function runSample(source: string, host: ExcelHost): Promise<Ran> {
  const buttons = new Map<string, Press>();
  const said: string[] = [];
  const errors: { button: string; code: string; message: string }[] = [];
  let button = '(script)';
  let isOver = false;
  const failed = (error: unknown): void => {
    const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
    errors.push({ button, code: told(code ?? ''), message: told(message ?? error) });
  };
  const talk = (...words: readonly unknown[]): void => {
    said.push(words.map(told).join(' '));
  };
  const begun: Promise<unknown>[] = [];
  const { code } = transformSync(`(async () => {${source}\n})()`, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2016' }, // async functions make their promises by name
    isModule: false,
  });
  const context = createContext({
    Excel: listening(host.Excel, begun),
    Office: host.Office,
    OfficeExtension: { Error },
    document: page(buttons),
    console: { log: talk, info: talk, warn: talk, error: failed },
    setTimeout: (deed: () => void, after: number) => setTimeout(isOver ? nothing : deed, isOver ? 0 : after),
    clearTimeout,
    Promise: Overheard,
  });
  try {
    await ended(new Script(code).runInContext(context));
    await ended(Promise.all(begun));
    for (const [id, press] of buttons) {
      button = id;
      await ended(press());
      await ended(Promise.all(begun));
    }
  } catch (error) {
    failed(error);
    for (let n = 1; n <= 20; n += 1) host.inject(n, { kind: 'silent' }); // what goes round for ever is not answered any more
  }
  isOver = true;
  return { pressed: [...buttons.keys()], said, errors };
}

/** A promise of a sample's own: a refusal that the sample does not wait for ends nothing else. */
class Overheard<T> extends Promise<T> {
  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    super(executor);
    this.catch(nothing);
  }
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }
}

/** Excel, with every run that is begun noted: samples do not always wait for what they begin. */
function listening(excel: typeof Excel, begun: Promise<unknown>[]): typeof Excel {
  const run = excel.run as unknown as (...given: readonly unknown[]) => Promise<unknown>;
  return Object.create(excel, {
    run: {
      value: (...given: readonly unknown[]) => {
        const ending = run(...given);
        ending.catch(nothing); // a button that took too long goes on, and nobody waits for it any more
        begun.push(ending);
        return ending;
      },
    },
  }) as typeof Excel;
}

/** Waits for what was begun, and no longer than it may take. */
async function ended(begun: unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no end'));
    }, LONGEST);
  });
  try {
    await Promise.race([begun, late]);
  } finally {
    clearTimeout(timer);
  }
}
