/** Files into the page, through the browser's own picker: read here, and sent nowhere. */

export interface FileGiven {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file that was picked or dropped. */
export const readFile = async (file: File): Promise<FileGiven> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Lets the user pick files of these kinds (".csv,.json"); none where nothing was picked. In the order of their names. */
export function pickFiles(accept: string, several: boolean): Promise<readonly FileGiven[]> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = several;
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
      Promise.all(files.map(readFile)).then(resolve, reject);
    });
    input.addEventListener('cancel', () => {
      resolve([]);
    });
    input.click();
  });
}
