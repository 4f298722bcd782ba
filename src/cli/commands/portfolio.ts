/** `realise portfolio`: the models of a folder side by side, and what to do first across them. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { assess } from '../../assess';
import { ENGINE_VERSION } from '../../engine/version';
import type { Finding } from '../../engine/finding';
import { portfolioOf, type NamedResults } from '../../outputs/portfolio';
import { portfolioReport } from '../../outputs/portfolio-report';
import { newXlsx } from '../../workbook/xlsx';
import type { Command } from '../command';
import { checkNew, writeWhole } from '../files';
import { only, type Given } from '../given';
import { openModel } from '../model-file';
import { portfolioText } from '../say-portfolio';
import { json, messageOf, Mistake, safe, shownTime, STATUS, type Terminal } from '../terminal';

export const portfolio: Command = {
  name: 'portfolio',
  usage: ['FOLDER [-o OUT.xlsx] [--json]'],
  says: [
    'runs every workbook of a folder and sets them side by side: planned and realised impact and value, what',
    'holds each back, and which action across them gains most for what it costs',
  ],
  flags: { output: 'text', json: 'alone' },
  prepare: (given) => {
    const asked = portfolioAsked(given);
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly folder: string;
  readonly output: string | null;
  readonly json: boolean;
}

const portfolioAsked = (given: Given): Asked => ({
  folder: only(given.arguments, 'FOLDER'),
  output: given.text('output'),
  json: given.has('json'),
});

async function perform({ folder, output, json: asJson }: Asked, terminal: Terminal): Promise<number> {
  if (output !== null) await checkNew(output, null);
  const read = await Promise.all((await workbooksIn(folder)).map((name) => assessed(folder, name)));
  const models = read.flatMap(({ name, results }): readonly NamedResults[] => (results ? [{ name, results }] : []));
  const refused = read.filter(({ results }) => results === null);
  const made = portfolioOf(models);
  const left = refused.map(({ name, why }) => ({ model: name, why }));
  terminal.out(asJson ? json({ schema: 1, engine: ENGINE_VERSION, ...made, left }) : portfolioText(made));
  for (const { model, why } of left) terminal.error(`Left out: ${safe(model)}: ${safe(why)}\n`);
  if (models.length === 0) return STATUS.bad;
  if (output !== null) {
    const workbook = newXlsx();
    await workbook.write(portfolioReport(made, shownTime(terminal.now())));
    await writeWhole(output, await workbook.bytes());
    terminal.error(`Written to ${safe(output)}.\n`);
  }
  return STATUS.good;
}

/** Workbooks of a folder by name; files that Excel keeps beside an open one are none. */
async function workbooksIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new Mistake(`${folder} cannot be read: ${messageOf(error)}.`);
  });
  const found = names.filter((name) => /\.xls[xm]$/i.test(name) && !/^(~\$|\.)/.test(name)).sort();
  if (found.length === 0) throw new Mistake(`${folder} holds no workbook (.xlsx, .xlsm).`);
  return found;
}

interface Read {
  readonly name: string;
  readonly results: NamedResults['results'] | null;
  /** Why there are no results. */
  readonly why: string;
}

async function assessed(folder: string, name: string): Promise<Read> {
  try {
    const workbook = await openModel(path.join(folder, name));
    const { results, findings } = assess(await workbook.read());
    return { name, results, why: results ? '' : firstError(findings) };
  } catch (error) {
    return { name, results: null, why: messageOf(error) };
  }
}

function firstError(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const more = errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : '';
  return errors[0] ? `${errors[0].message}${more}` : 'it gives no results';
}
