/**
 * Hints from Excel that cells changed. Events are missed by some hosts and fire for our own writes, so they
 * are only ever a reason to look again, never the news itself.
 */
const PAUSE = 400;

/** Calls back, at most every 400 ms, after cells changed; gives a way to stop. */
export function watchExcel(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(changed, PAUSE);
    return Promise.resolve();
  };
  const registered = Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(soon);
    await context.sync();
    return handler;
  }).catch(() => null);
  return () => {
    clearTimeout(timer);
    void registered.then(async (handler) => {
      if (handler === null) return;
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      }).catch(() => undefined);
    });
  };
}
