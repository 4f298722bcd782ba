/** Run: what was run, with what, what was noticed, and what was written. Enough to reproduce every figure. */
import type { Finding } from '../../engine/finding';
import type { FormulaValue, SheetSpec } from '../../workbook/workbook';
import { exactFigures } from '../exact-figures';
import type { Figures } from '../figures';
import { lamp } from '../lamps';
import { heading, newPage, put, type Page } from '../page';
import { toSheet } from '../sheet';
import { writeTable } from '../table';
import { sealTable } from '../tables/seal';

const WIDTHS = [2, 26, 24, 44, 60] as const;
const LAST = 5;
/** Findings printed here; the pane shows all of them. */
const MOST_FINDINGS = 200;

export function runSheet(
  figures: Figures,
  now: string,
  written: readonly SheetSpec[],
  stamp: string,
  master: FormulaValue,
): SheetSpec {
  const page = newPage(figures, 5);
  heading(page, 'Run', 'What was run, with what, and what was noticed. Enough to reproduce every figure', stamp);
  lamp(page, 3, LAST, master);
  band(page, ['Stamp']);
  for (const [what, value] of stampLines(figures, now, written)) stampLine(page, what, value);
  exactSection(page);
  findingsSection(page);
  const beside = writeTable(page, sealTable, 6, LAST + 2);
  return toSheet(page, {
    key: 'run',
    widths: [...WIDTHS, 2, ...beside],
    lastColumn: LAST,
    lastRow: page.next - 1,
    freeze: [4, 1],
    titleRows: [1, 3],
  });
}

function stampLines(
  { results, years, longSpan, baselineYear }: Figures,
  now: string,
  written: readonly SheetSpec[],
): readonly (readonly [string, string])[] {
  const tables = written.reduce((sum, sheet) => sum + sheet.tables.length, 0);
  const charts = written.reduce((sum, sheet) => sum + sheet.charts.length, 0);
  const baseline = baselineYear === null ? 'no baseline year' : `baseline year ${String(baselineYear)}`;
  const scenarios = results.scenarios.length === 0 ? '' : `; ${String(results.scenarios.length)} others on Compare`;
  return [
    ['Run', now],
    ['Model', results.title],
    ['Engine', `Realise ${results.engine}, exact decimals`],
    ['Schema', String(results.schema)],
    ['Inputs', grouped(results.inputs)],
    ...sealLines(results),
    ['Scenario', `${results.basis?.scenario ?? 'Base'}${scenarios}`],
    ['Payer', results.payer],
    ['Currency', results.currency],
    ['Years', `${longSpan}, ${String(years.length)} ${years.length === 1 ? 'year' : 'years'}; ${baseline}`],
    ...(results.realisation?.schedule?.draws
      ? [
          [
            'Schedule',
            `its durations drawn ${String(results.realisation.schedule.draws.draws)} times, each task by itself`,
          ] as const,
        ]
      : []),
    ['Findings', foundWords(results.findings)],
    [
      'Written',
      `${String(written.length + 1)} sheets, ${String(tables)} tables BIM_Out_, ${String(charts)} charts; nothing else touched`,
    ],
  ];
}

/** What else the seal says: the settings, the seed, the changes and the hash of the figures. */
function sealLines({ seal }: Figures['results']): readonly (readonly [string, string])[] {
  if (!seal) return [];
  return [
    ['Settings', grouped(seal.settings)],
    ['Seed', `${String(seal.seed)}, ${String(seal.draws)} draws`],
    ...seal.changes.map(({ parameter, op, value }) => ['Changed', `${parameter} ${op} ${value}`] as const),
    ['Figures', grouped(seal.figures)],
  ];
}

/** A hash in groups of eight, so that people can compare it. */
const grouped = (hash: string): string => {
  const [kind, digits] = hash.includes(':')
    ? [hash.slice(0, hash.indexOf(':') + 1), hash.slice(hash.indexOf(':') + 1)]
    : ['', hash];
  return `${kind}${(digits.match(/.{1,8}/g) ?? []).join(' ')}`;
};

function foundWords(findings: readonly Finding[]): string {
  const count = (severity: string, one: string): string => {
    const found = findings.filter((each) => each.severity === severity).length;
    return `${String(found)} ${one}${found === 1 ? '' : 's'}`;
  };
  return `${count('error', 'fault')}, ${count('warning', 'warning')}, ${count('notice', 'notice')}`;
}

function band(page: Page, titles: readonly string[], style: 'section' | 'header' = 'section'): void {
  for (let column = 2; column <= LAST; column += 1)
    put(page, page.next, column, titles[column - 2] ?? '', style, column === 2 ? { indent: 1 } : {});
  page.heights[page.next] = style === 'section' ? 18 : 16;
  if (style === 'section') page.sections.push(page.next);
  page.next += 1;
}

function stampLine(page: Page, what: string, value: string): void {
  put(page, page.next, 2, what, 'label', { indent: 1 });
  put(page, page.next, 3, value, 'label', { span: LAST - 2 });
  page.next += 1;
}

function exactSection(page: Page): void {
  const figures = exactFigures(page.figures.results);
  if (figures.length === 0) return;
  page.next += 1;
  band(page, ['All digits, as text: cells keep 15 to 17 of them']);
  for (const { name, digits } of figures) stampLine(page, name, digits);
}

function findingsSection(page: Page): void {
  const { findings } = page.figures.results;
  if (findings.length === 0) return;
  page.next += 1;
  band(page, ['What was noticed']);
  band(page, ['Kind', 'Where', 'What', 'What to do'], 'header');
  for (const finding of findings.slice(0, MOST_FINDINGS)) findingLine(page, finding);
  if (findings.length > MOST_FINDINGS)
    stampLine(page, 'more', `${String(findings.length - MOST_FINDINGS)} more in the pane`);
}

const lines = (text: string, width: number): number => Math.max(1, Math.ceil(text.length / width));

function findingLine(page: Page, finding: Finding): void {
  const { at } = finding;
  page.heights[page.next] = 15 * Math.max(lines(finding.message, 42), lines(finding.remedy, 58));
  put(page, page.next, 2, finding.severity, 'label', { indent: 1 });
  const place = at === null ? '' : `${at.sheet} ${at.cell}`;
  put(
    page,
    page.next,
    3,
    at === null ? '' : { link: `'${at.sheet.replaceAll("'", "''")}'!${at.cell}`, text: place },
    at === null ? 'label' : 'link',
  );
  put(page, page.next, 4, finding.message, 'wrapped');
  put(page, page.next, 5, finding.remedy, 'wrapped');
  page.next += 1;
}
