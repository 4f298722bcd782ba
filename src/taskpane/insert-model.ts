/** Puts the sheets of a model that comes with the add-in into the open workbook, behind the sheets that are there. */

/** Bytes as base64, in pieces: one call with a whole file overflows the stack. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Inserts the file that stands beside the page. Rejects with a plain sentence; then nothing was inserted. */
export async function insertModel(file: string): Promise<void> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) {
    throw new Error(
      'This Excel cannot take sheets from a file (it needs ExcelApi 1.13). Nothing was put in. Make the workbook with “realise template” or the workbench, and open it here.',
    );
  }
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file} could not be read (${String(answer.status)}). Nothing was put in.`);
  const content = base64(new Uint8Array(await answer.arrayBuffer()));
  await Excel.run(async (context) => {
    context.workbook.insertWorksheetsFromBase64(content, { positionType: 'End' });
    await context.sync();
  });
}
