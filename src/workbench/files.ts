/** Files in and out of the page: picked, dropped, and handed over as a download. */

/** A workbook as a file. */
export interface FileGiven {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reads a file that was picked or dropped. */
export const readFile = async (file: File): Promise<FileGiven> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Lets the user pick a workbook; null where nothing was picked. */
export function pickFile(): Promise<FileGiven | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = `.xlsx,.xlsm,${XLSX}`;
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else readFile(file).then(resolve, reject);
    });
    input.addEventListener('cancel', () => {
      resolve(null);
    });
    input.click();
  });
}

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
