/** Hints that the workbook changed. One that comes at a bad moment waits; it is never dropped, for no other may follow. */

/** Looks closer together than this are left out: focus and pointer would ask at every move. Milliseconds. */
export const BETWEEN_LOOKS = 750;

type Watch = (changed: () => void) => () => void;

/** Looks at each hint, or as soon after it as one `may`; gives a way to stop. */
export function hearing(watch: Watch | undefined, may: () => boolean, look: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const hear = (): void => {
    clearTimeout(later);
    if (may()) look();
    else later = setTimeout(hear, BETWEEN_LOOKS);
  };
  const stop = watch?.(hear);
  return () => {
    clearTimeout(later);
    stop?.();
  };
}
