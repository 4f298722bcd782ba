/** Files in and out of the page: picked, dropped, and handed over as a download. */
import { pickFiles, type FileGiven } from '../taskpane/picking';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lets the user pick a workbook; null where nothing was picked. */
export const pickFile = async (): Promise<FileGiven | null> =>
  (await pickFiles(`.xlsx,.xlsm,${XLSX}`, false))[0] ?? null;

/** Hands a file over to the user. */
export function saveFile({ name, bytes }: FileGiven): void {
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: XLSX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** "Model.xlsx" → "Model with results.xlsx", so that the user's own file is not written over. */
export const savedName = (name: string): string =>
  `${name.replace(/( with results)?\.(xlsx|xlsm)$/i, '')} with results.xlsx`;
