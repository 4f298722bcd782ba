/** What a reviewer remarks: the lint of the user's own sheets, and rows of our input tables that say no source. */
import type { Finding } from '../engine/finding';
import { lint } from '../lint/lint';
import type { Remark } from '../lint/remark';
import type { SheetsRead } from '../workbook/sheets-read';
import type { Snapshot } from '../workbook/workbook';

/** Findings of a reading that are remarks: `no-source`. */
const ofFinding = ({ code, at, message }: Finding): readonly Remark[] =>
  code === 'no-source' ? [{ rule: 'missing source', sheet: at?.sheet ?? '', cell: at?.cell ?? '', says: message }] : [];

export const remarksOn = (read: SheetsRead, { owned }: Snapshot, findings: readonly Finding[]): readonly Remark[] => [
  ...lint(
    read,
    owned.map(({ name }) => name),
  ),
  ...findings.flatMap(ofFinding),
];
