/** The commands: each reads a workbook, asks the product, says or writes the answer. */
import { assess, assessLive, explainFigure, type Assessment, type AssessOptions } from '../assess';
import { cheapestActions } from '../cheapest-actions';
import type { Finding } from '../engine/finding';
import { ENGINE_VERSION } from '../engine/version';
import { withTables } from '../inputs/examples/options';
import { templateReport } from '../inputs/template';
import { liveReport } from '../outputs/live-report';
import { liveSaid } from '../outputs/live-said';
import { buildReport } from '../outputs/report';
import { newXlsx, openXlsx, type XlsxWorkbook } from '../workbook/xlsx';
import { compareConventions } from '../compare-conventions';
import { publicObject } from '../outputs/public-object';
import type { Call, Options } from './call';
import { checkOutput, exists, readBytes, writeWhole } from './files';
import { actionsText } from './say-actions';
import { conventionsData, conventionsText } from './say-conventions';
import { explanationText } from './say-explanation';
import { countText, findingsText } from './say-findings';
import { resultsText } from './say-results';
import { json, messageOf, Mistake, safe, shownTime, STATUS, type Terminal } from './terminal';

type Asked<C extends Call['command']> = Extract<Call, { readonly command: C }>;

/** `realise run`: figures to the terminal, or into a copy of the workbook. */
export async function run(call: Asked<'run'>, terminal: Terminal): Promise<number> {
  const { model, output, options, conventions } = call;
  if (output !== null) await checkOutput(output, model);
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, results } = assess(snapshot, asked(options));
  if (results === null) return refused(findings, options.json, terminal);
  const effects = explained(() => compareConventions(snapshot, results, conventions, asked(options)));
  if (output !== null) {
    const written = await workbook.write(buildReport(results, shownTime(terminal.now())));
    await writeWhole(output, await workbook.bytes());
    terminal.error(`Written to ${safe(output)}: ${written.sheets.map((sheet) => safe(sheet.name)).join(', ')}.\n`);
    if (written.kept.length > 0) terminal.error(`Kept as you changed them: ${written.kept.map(safe).join(', ')}.\n`);
  }
  if (options.json) {
    const whole = publicObject(results);
    terminal.out(json(effects.length === 0 ? whole : { ...whole, conventions: conventionsData(effects) }));
  } else {
    if (output === null) terminal.out(resultsText(results));
    terminal.out(conventionsText(effects));
    terminal.error(findingsText(findings));
  }
  return STATUS.good;
}

/** `realise check`: what was read, and every finding. */
export async function check({ model, json: asJson }: Asked<'check'>, terminal: Terminal): Promise<number> {
  const workbook = await openModel(model);
  const { findings, results, read } = assess(await workbook.read());
  if (asJson) terminal.out(json({ ...refusal(findings), read }));
  else terminal.out(`${readText(read)}${findingsText(findings)}${safe(model)}: ${countText(findings)}\n`);
  return results === null ? STATUS.bad : STATUS.good;
}

/** `realise explain`: one figure, taken apart. */
export async function explain({ model, figure, options }: Asked<'explain'>, terminal: Terminal): Promise<number> {
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, results } = assess(snapshot, asked(options));
  if (results === null) return refused(findings, options.json, terminal);
  const explanation = explained(() => explainFigure(snapshot, figure, asked(options)));
  terminal.out(options.json ? json(explanation) : explanationText(explanation));
  return STATUS.good;
}

/** `realise actions`: the cheapest set of scenarios that reaches a target. */
export async function actions(
  { model, target, measure, json: asJson }: Asked<'actions'>,
  terminal: Terminal,
): Promise<number> {
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, search } = explained(() => cheapestActions(snapshot, target, measure));
  if (search === null) return refused(findings, asJson, terminal);
  terminal.out(asJson ? json({ schema: 1, engine: ENGINE_VERSION, ...search }) : actionsText(search));
  return STATUS.good;
}

/** `realise live`: a copy of the workbook with the results and the model in formulas. */
export async function live({ model, output }: Asked<'live'>, terminal: Terminal): Promise<number> {
  await checkOutput(output, model);
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, results, live: written } = explained(() => assessLive(snapshot));
  if (results === null || written === null) return refused(findings, false, terminal);
  const { kept } = await workbook.write(liveReport(results, written, shownTime(terminal.now())));
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}. ${safe(liveSaid(written))}\n`);
  if (kept.length > 0) terminal.error(`Kept as you changed them: ${kept.map(safe).join(', ')}.\n`);
  return STATUS.good;
}

/** `realise template`: a new workbook to fill in; never over a file that exists. */
export async function template({ output, tables }: Asked<'template'>, terminal: Terminal): Promise<number> {
  await checkOutput(output, null);
  if (await exists(output)) throw new Mistake(`${output} exists already. Choose another name: nothing is overwritten.`);
  const report = explained(() => templateReport(withTables(tables)));
  const workbook = newXlsx();
  await workbook.write(report);
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}. Fill it in, then: realise run ${safe(output)}\n`);
  return STATUS.good;
}

async function openModel(file: string): Promise<XlsxWorkbook> {
  const bytes = await readBytes(file);
  try {
    return await openXlsx(bytes);
  } catch (error) {
    throw new Mistake(`${file}: ${messageOf(error)}`);
  }
}

function asked({ changes, scenario }: Options): AssessOptions {
  return { changes, ...(scenario === null ? {} : { scenario }) };
}

/** Errors: no figures, nothing written. */
function refused(findings: readonly Finding[], asJson: boolean, terminal: Terminal): number {
  if (asJson) terminal.out(json(refusal(findings)));
  terminal.error(asJson ? '' : findingsText(findings));
  terminal.error(`No figures: ${countText(findings)}. Nothing was written.\n`);
  return STATUS.bad;
}

/** The object of a run without figures. */
export function refusal(findings: readonly Finding[]): {
  readonly schema: 1;
  readonly engine: string;
  readonly findings: readonly Finding[];
} {
  return { schema: 1, engine: ENGINE_VERSION, findings };
}

/** A figure that does not exist is the user's mistake; the message says which there are. */
function explained<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Mistake(messageOf(error));
  }
}

function readText(read: Assessment['read']): string {
  return read
    .map(
      (table) =>
        `${safe(table.table)}: ${String(table.rows)} row${table.rows === 1 ? '' : 's'}, ${safe(table.sheet)}!${table.cell}\n`,
    )
    .join('');
}
