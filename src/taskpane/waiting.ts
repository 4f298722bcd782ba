/** Whether a workbook that is asked and has not answered waits for the end of an edit, or is merely silent. */

/** `editing`: a cell is being typed into, and the answer comes once that ends. `silent`: nobody knows why. */
export type Waits = 'no' | 'editing' | 'silent';

/** How often a workbook is asked whether a cell is being edited, and after how long silence is worth a word: milliseconds. */
const PAUSE = 1000;
const SILENCE = 3000;

/** Gives the answer, and tells meanwhile what it waits for. */
export async function whileWaiting<T>(
  answer: Promise<T>,
  isEditing: () => Promise<boolean>,
  tell: (waits: Waits) => void,
): Promise<T> {
  let told: Waits = 'no';
  let waited = 0;
  let over = false;
  const say = (waits: Waits): void => {
    if (waits !== told) tell(waits);
    told = waits;
  };
  const timer = setInterval(() => {
    waited += PAUSE;
    const silent = waited >= SILENCE ? 'silent' : 'no';
    void isEditing()
      .catch(() => false)
      .then((editing) => {
        if (!over) say(editing ? 'editing' : silent);
      });
  }, PAUSE);
  try {
    return await answer;
  } finally {
    over = true;
    clearInterval(timer);
    say('no');
  }
}
