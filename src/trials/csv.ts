/**
 * A CSV export of ClinicalTrials.gov: any columns in any order, lists joined by `|`; later pages of the interface come
 * without a header and take that of the page before. CSV itself is read by Papa Parse.
 */
import Papa from 'papaparse';
import { yearOf } from './dates';
import { isStopped, NUMBER, phaseOf, type Intervention, type Trial, type TrialFinding, type TrialList } from './trial';

/** What a column holds, by its names over the years: letters alone, lower case. */
const COLUMNS = {
  id: ['nctnumber', 'nctid'],
  url: ['studyurl', 'url'],
  title: ['studytitle', 'brieftitle', 'title', 'officialtitle'],
  status: ['studystatus', 'overallstatus', 'recruitmentstatus', 'status', 'recruitment'],
  conditions: ['conditions', 'condition'],
  interventions: ['interventions', 'intervention'],
  sponsor: ['sponsor', 'leadsponsor', 'sponsorcollaborators'],
  phase: ['phases', 'phase'],
  enrolment: ['enrollment', 'enrolment'],
  start: ['startdate', 'studystart'],
  primary: ['primarycompletiondate', 'primarycompletion'],
  completion: ['completiondate', 'studycompletion'],
} as const;
type Column = keyof typeof COLUMNS;
export type Header = ReadonlyMap<Column, number>;

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** Where each column stands; null where a row is no header. */
export function headerOf(row: readonly string[]): Header | null {
  const names = row.map(plain);
  const found = new Map<Column, number>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = COLUMNS[column].map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found.set(column, at);
  }
  return found.size >= 2 && !row.some((cell) => NUMBER.test(cell)) ? found : null;
}

export interface CsvRead extends TrialList {
  /** For pages that follow; null where there was none. */
  readonly header: Header | null;
  readonly width: number;
}
type Before = Pick<CsvRead, 'header' | 'width'>;

/** `before`: the header of the page before, for a page without one. */
export function readCsv(name: string, text: string, before: Before | null): CsvRead {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const findings: TrialFinding[] = errors
    .filter(({ type }) => type === 'Quotes')
    .slice(0, 5)
    .map(({ row, message }) => ({
      severity: 'warning',
      at: `${name}, row ${String((row ?? 0) + 1)}`,
      message: `${message}. What follows may be read wrongly.`,
    }));
  const own = headerOf(data[0] ?? []);
  const header = own ?? before?.header ?? null;
  const width = own ? (data[0] ?? []).length : (before?.width ?? 0);
  if (header === null) return { trials: [], findings: [...findings, noHeader(name, data)], header, width };
  if (!own && data.length > 0)
    findings.push({ severity: 'notice', at: name, message: 'No header: read by that of the page before.' });
  const trials = data.flatMap((row, n): readonly Trial[] => {
    const at = `${name}, row ${String(n + 1)}`;
    if (headerOf(row) !== null) return [];
    if (row.length !== width)
      findings.push({
        severity: 'warning',
        at,
        message: `${String(row.length)} cells where the header has ${String(width)}: read as far as they go.`,
      });
    return [trialOf(row, header, at, findings)];
  });
  if (trials.length === 0) findings.push({ severity: 'warning', at: name, message: 'No trial stands in this file.' });
  return { trials, findings: [...findings, ...missing(name, header)], header, width };
}

const noHeader = (name: string, data: readonly (readonly string[])[]): TrialFinding => ({
  severity: 'error',
  at: name,
  message:
    data.length === 0
      ? 'The file is empty.'
      : 'No header with columns of ClinicalTrials.gov (NCT Number, Interventions, Conditions, Sponsor, Phases …), and no page with one before it.',
});

/** Columns without which trials cannot be told apart or grouped. */
function missing(name: string, header: Header): readonly TrialFinding[] {
  const wanted: readonly (readonly [Column, string])[] = [
    ['interventions', 'Interventions: trials cannot be grouped into products'],
    ['phase', 'Phases: how far each has come is not known'],
    ['status', 'Study Status: stopped trials cannot be told'],
  ];
  return wanted
    .filter(([column]) => !header.has(column))
    .map(([, what]) => ({ severity: 'warning', at: name, message: `No column ${what}.` }));
}

function trialOf(row: readonly string[], header: Header, at: string, findings: TrialFinding[]): Trial {
  const cell = (column: Column): string => (row[header.get(column) ?? -1] ?? '').trim();
  const date = (column: Column): number | null => {
    const typed = cell(column);
    const year = yearOf(typed);
    if (typed !== '' && year === null)
      findings.push({ severity: 'warning', at, message: `"${typed.slice(0, 40)}" is no date: left out.` });
    return year;
  };
  const status = cell('status');
  const [primary, end] = [date('primary'), date('completion')];
  return {
    id: (NUMBER.exec(`${cell('id')} ${cell('url')}`)?.[0] ?? '').toUpperCase(),
    title: cell('title'),
    status,
    stopped: isStopped(status),
    conditions: listOf(cell('conditions')),
    interventions: listOf(cell('interventions')).map(interventionOf),
    sponsor: listOf(cell('sponsor'))[0] ?? '',
    phase: phaseOf(cell('phase')),
    enrolment: countOf(cell('enrolment')),
    start: date('start'),
    completion: primary ?? end,
    at,
  };
}

const listOf = (text: string): readonly string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** "DRUG: Inclisiran" */
function interventionOf(text: string): Intervention {
  const [, type = '', name = ''] = /^([A-Za-z][A-Za-z_ ]{2,24}):\s*(.+)$/s.exec(text) ?? [];
  return name === '' ? { type: '', name: text } : { type: type.toUpperCase().replaceAll(' ', '_'), name: name.trim() };
}

const countOf = (text: string): number | null => (/^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : null);
