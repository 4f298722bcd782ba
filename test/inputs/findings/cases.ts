/** Cases of findings, and the small tables they are made of. */
import type { Severity } from '../../../src/engine/finding';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import type { Snapshot } from '../../../src/workbook/workbook';
import { PLAIN, type Block } from '../../build/snapshot';

export type Case = readonly [
  name: string,
  snapshot: Snapshot,
  severity: Severity,
  code: string,
  cell: string | null,
  says: RegExp,
  mends: RegExp,
];

export const tests = (...rows: Block[1][]): Block => [
  ['Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Positive', 'Gate', 'Source'],
  ...rows,
];
export const agreements = (...rows: Block[1][]): Block => [
  ['Technology', 'Type', 'From', 'To', 'Threshold', 'Rate', 'P1', 'P2', 'Source'],
  ...rows,
];
export const uptake = (...rows: Block[1][]): Block => [
  ['World', 'Subgroup', 'Technology', 'Unit', 'Curve', 'P1', 'P2', 'P3', '2026', '2027', '2028'],
  ...rows,
];
export const withCurve = (...row: Block[1]): Block =>
  uptake(['without', 'All', 'Drug B', null, null, null, null, null, 1], row);
export const scenario = (...row: Block[1]): Block => [['Scenario', 'Parameter', 'Op', 'Value'], row];
export const persistence = (...rows: Block[1][]): Block => [
  ['Technology', 'Since start', 'Unit', 'On treatment'],
  ...rows,
];
export const regimen = (doseUnit: string, more: readonly string[] = [], ...values: Block[1]): Block => [
  ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', ...more],
  ['Drug A', 'Drug A', 2, doseUnit, 3, 'weeks', ...values],
];
export const contents = (unit: string): Block => [
  ['Item', 'Content', 'Unit', 'List price'],
  ['Drug A', 100, unit, 1200],
];
export const cohort: Block = [
  ['Technology', 'Role', 'Accounting'],
  ['Drug A', 'new', 'cohort'],
  ['Drug B', 'current', 'cohort'],
];
export const incident: Block = [
  ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
  ['Adults', 'New', 'count', 'incident', 1000],
];
export const cost = (row: Readonly<Record<string, string | number>>): Block => {
  const full = {
    Technology: 'Drug B',
    Category: 'Other',
    Item: 'other',
    Per: 'patient-year',
    'Unit cost': 5,
    'Price item': null,
    Source: 'x',
    ...row,
  };
  const [headers, ...held] = PLAIN.Costs;
  const added = Object.keys(full).filter((label) => !headers.some((header) => header === label));
  const all = [...headers, ...added];
  return [all, ...held, all.map((label) => (full as Record<string, string | number | null>)[label] ?? null)];
};

/** Each case is a small workbook with one fault: its finding has this name and weight, and stands in this cell. */
export function faults(cases: readonly Case[]): void {
  test.each(cases)('%s', (__, snapshot, severity, code, cell, says, mends) => {
    const { findings, assumptions } = readAssumptions(snapshot);
    const found = findings.find(
      (finding) =>
        finding.code === code &&
        finding.severity === severity &&
        (finding.at?.cell ?? null) === cell &&
        says.test(finding.message),
    );
    expect(
      found ?? findings.map(({ severity: s, code: c, at, message }) => `${s} ${c} ${at?.cell ?? ''} ${message}`),
    ).toMatchObject({ severity, code });
    expect(found?.remedy).toMatch(mends);
    if (cell !== null) {
      expect(found?.at?.table).toMatch(/^BIM_/);
      expect(found?.at?.sheet ?? '').not.toBe('');
      expect(found?.at?.cell.endsWith(String(found.at.row))).toBe(true);
    }
    expect(assumptions === null).toBe(findings.some((finding) => finding.severity === 'error'));
  });
}
