/** What was asked for on the command line. */
import { parseArgs } from 'node:util';
import type { ActionMeasure } from '../cheapest-actions';
import type { Tried } from '../compare-conventions';
import type { Change } from '../engine/assumptions';
import { messageOf, Mistake } from './terminal';

export const USAGE = `Usage:
  realise run MODEL.xlsx [-o OUT.xlsx] [--json] [--scenario NAME] [--set 'PARAMETER=VALUE' …]
              [--convention 'SETTING=VALUE' …]
  realise check MODEL.xlsx [--json]
  realise explain MODEL.xlsx 'FIGURE' [--json] [--scenario NAME] [--set 'PARAMETER=VALUE' …]
  realise actions MODEL.xlsx --target NUMBER [--measure starts|value] [--json]
  realise live MODEL.xlsx -o LIVE.xlsx
  realise template NEW.xlsx [--with TABLE,TABLE …]

  run       computes the two worlds; -o writes a copy of the workbook with the results as sheets and charts;
            --convention says what another setting of BIM_Model would do to the result
  check     says what is wrong or worth knowing in a workbook, cell by cell
  explain   takes a figure apart down to the cells it comes from: 'Budget impact[2028]'
  actions   finds the cheapest set of scenarios that reaches a target: people who start, or realised value
  live      writes a copy with the results and the model itself in formulas, on your own input cells
  template  writes a new workbook to fill in, with an example in it; --with adds more tables, or all

  PARAMETER is Table/key/…/Column: 'Prices/Statin/List price=12.50'. See docs/workbook.md.
`;

/** Options of a run: changes on top of the model as typed, and the scenario to show. */
export interface Options {
  readonly json: boolean;
  readonly changes: readonly Change[];
  readonly scenario: string | null;
}

/** One command with what it needs. */
export type Call =
  | { readonly command: 'help' }
  | {
      readonly command: 'run';
      readonly model: string;
      readonly output: string | null;
      readonly options: Options;
      readonly conventions: readonly Tried[];
    }
  | { readonly command: 'check'; readonly model: string; readonly json: boolean }
  | { readonly command: 'explain'; readonly model: string; readonly figure: string; readonly options: Options }
  | {
      readonly command: 'actions';
      readonly model: string;
      readonly target: string;
      readonly measure: ActionMeasure;
      readonly json: boolean;
    }
  | { readonly command: 'live'; readonly model: string; readonly output: string }
  | { readonly command: 'template'; readonly output: string; readonly tables: readonly string[] };

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  output: { type: 'string', short: 'o', multiple: true },
  json: { type: 'boolean' },
  scenario: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  target: { type: 'string', multiple: true },
  measure: { type: 'string', multiple: true },
  convention: { type: 'string', multiple: true },
  with: { type: 'string', multiple: true },
} as const;

type Flag = keyof typeof FLAGS;

/** Reads the arguments; a call that cannot be understood is a mistake, with the usage. */
export function callOf(args: readonly string[]): Call {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  if (values.help === true || command === 'help') return { command: 'help' };
  const only = (...allowed: readonly Flag[]): void => {
    const extra = Object.keys(values).find((flag) => !allowed.some((name) => name === flag));
    if (extra !== undefined) throw new Mistake(`realise ${command ?? ''} does not take --${extra}.`, true);
  };
  const options: Options = {
    json: values.json ?? false,
    changes: (values.set ?? []).map(change),
    scenario: once('scenario', values.scenario),
  };
  switch (command) {
    case 'run': {
      only('output', 'json', 'scenario', 'set', 'convention');
      const [model, output] = [one(rest, 'MODEL.xlsx'), once('output', values.output)];
      return { command, model, output, options, conventions: (values.convention ?? []).map(convention) };
    }
    case 'check': {
      only('json');
      return { command, model: one(rest, 'MODEL.xlsx'), json: options.json };
    }
    case 'explain': {
      only('json', 'scenario', 'set');
      const [model, ...figure] = rest;
      return {
        command,
        model: one(model === undefined ? [] : [model], 'MODEL.xlsx'),
        figure: one(figure, "'FIGURE'"),
        options,
      };
    }
    case 'actions': {
      only('json', 'target', 'measure');
      const [target, measure] = [
        numberSaid(once('target', values.target)),
        measureSaid(once('measure', values.measure)),
      ];
      return { command, model: one(rest, 'MODEL.xlsx'), target, measure, json: options.json };
    }
    case 'live': {
      only('output');
      const output = once('output', values.output);
      if (output === null) throw new Mistake('Say where to write: -o LIVE.xlsx.', true);
      return { command, model: one(rest, 'MODEL.xlsx'), output };
    }
    case 'template': {
      only('with');
      return {
        command,
        output: one(rest, 'NEW.xlsx'),
        tables: (values.with ?? []).flatMap((names) => names.split(',')),
      };
    }
    case undefined:
      throw new Mistake('Say what to do.', true);
    default:
      throw new Mistake(`There is no command "${command}".`, true);
  }
}

interface Values {
  help?: boolean | undefined;
  output?: string[] | undefined;
  json?: boolean | undefined;
  scenario?: string[] | undefined;
  set?: string[] | undefined;
  target?: string[] | undefined;
  measure?: string[] | undefined;
  convention?: string[] | undefined;
  with?: string[] | undefined;
}

function parse(args: readonly string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Mistake(messageOf(error), true);
  }
}

function one(given: readonly string[], name: string): string {
  const [first, ...more] = given;
  if (first === undefined || first === '') throw new Mistake(`${name} is missing.`, true);
  if (more.length > 0)
    throw new Mistake(`"${more[0] ?? ''}" is one argument too many. Text with blanks needs quotes.`, true);
  return first;
}

function once(flag: Flag, given: readonly string[] | undefined): string | null {
  if (given !== undefined && given.length > 1) throw new Mistake(`--${flag} is given more than once.`, true);
  return given?.[0] ?? null;
}

/** A target as plain decimal text; commas between thousands are let pass. */
function numberSaid(given: string | null): string {
  const text = given?.replace(/,(?=\d{3}(\D|$))/g, '').trim() ?? '';
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Mistake('Say the target: --target 5000.', true);
  return text;
}

function measureSaid(given: string | null): ActionMeasure {
  if (given === null || given === 'starts') return 'starts';
  if (given === 'value') return 'value';
  throw new Mistake(`--measure is starts or value, not "${given}".`, true);
}

/** `SETTING=VALUE`, divided at the first "=". */
function convention(text: string): Tried {
  const at = text.indexOf('=');
  const [setting, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (setting === '' || value === '') throw new Mistake(`--convention wants SETTING=VALUE, not "${text}".`, true);
  return { setting, value };
}

/** `PARAMETER=VALUE`; a quoted part of the parameter may hold "=", so the last one divides. */
function change(text: string): Change {
  const at = text.lastIndexOf('=');
  const [parameter, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (at < 1 || parameter === '' || value === '')
    throw new Mistake(`--set wants PARAMETER=VALUE, not "${text}".`, true);
  return { parameter, op: 'set', value, at: null };
}
