/** Results into a copy of the workbook: what was written is said, and what was kept. */
import type { Results } from '../engine/results';
import { buildReport } from '../outputs/report';
import type { Report } from '../workbook/workbook';
import type { XlsxWorkbook } from '../workbook/xlsx';
import { writeWhole } from './files';
import { safe, shownTime, type Terminal } from './terminal';

export const writeResults = (
  workbook: XlsxWorkbook,
  results: Results,
  output: string,
  terminal: Terminal,
): Promise<void> => writeReport(workbook, buildReport(results, shownTime(terminal.now())), output, terminal);

export async function writeReport(
  workbook: XlsxWorkbook,
  report: Report,
  output: string,
  terminal: Terminal,
): Promise<void> {
  const written = await workbook.write(report);
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}: ${written.sheets.map((sheet) => safe(sheet.name)).join(', ')}.\n`);
  if (written.kept.length > 0) terminal.error(`Kept as you changed them: ${written.kept.map(safe).join(', ')}.\n`);
}
