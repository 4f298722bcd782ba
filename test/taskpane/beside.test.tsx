/** What goes on beside the pane: one calculator at a time, begun for a model, given up when it is left. */
import { act, renderHook } from '@testing-library/react';
import { useBeside } from '../../src/taskpane/beside';
import type { Calculator } from '../../src/taskpane/calculator';
import { Comparing } from '../../src/taskpane/comparing';
import { useOfModel } from '../../src/taskpane/of-model';
import type { Model } from '../../src/taskpane/state';
import type { Answer } from '../../src/worker/tasks';
import { assessment, snapshot } from './fixture';

interface Asked extends Calculator {
  ended: boolean;
  answer: (answer: Answer) => void;
}

/** Calculators as they are made, each answering when it is told to, and never once it was cancelled. */
function makes(): { readonly made: Asked[]; readonly another: () => Calculator } {
  const made: Asked[] = [];
  const another = (): Calculator => {
    const one: Asked = {
      ended: false,
      answer: () => undefined,
      ask: () =>
        new Promise((resolve) => {
          one.answer = (answer) => {
            if (!one.ended) resolve(answer);
          };
        }),
      cancel: () => {
        one.ended = true;
      },
    };
    made.push(one);
    return one;
  };
  return { made, another };
}
const ended = (made: readonly Asked[]): readonly boolean[] => made.map((one) => one.ended);

test('a new question ends the one before, and leaving the page ends the last', () => {
  const { made, another } = makes();
  const { result, rerender, unmount } = renderHook(() => useBeside(() => another()));
  const first = result.current.anew();
  rerender();
  expect(ended(made)).toEqual([false]);
  const second = result.current.anew();
  expect(ended(made)).toEqual([true, false]);
  expect([first, second].map((one) => result.current.holds(one))).toEqual([false, true]);
  unmount();
  expect(ended(made)).toEqual([true, true]);
  expect(result.current.holds(second)).toBe(false);
});

test('technologies are compared again where that was left before its end, and once where it was not', async () => {
  const { made, another } = makes();
  const comparing = new Comparing(snapshot(), another);
  comparing.want();
  comparing.close();
  expect(ended(made)).toEqual([true]);
  comparing.want();
  made[1]?.answer({ kind: 'side by side', sideBySide: null });
  await act(() => Promise.resolve());
  expect(comparing.now()).toEqual({ kind: 'done', sideBySide: null });
  comparing.want();
  expect(ended(made)).toEqual([true, true]);
});

test('why they could not be compared is said, and they are asked for again', async () => {
  const { made, another } = makes();
  const comparing = new Comparing(snapshot(), another);
  comparing.want();
  made[0]?.answer({ kind: 'failed', message: 'No.' });
  await act(() => Promise.resolve());
  expect(comparing.now()).toEqual({ kind: 'failed', message: 'No.' });
  comparing.want();
  expect(made).toHaveLength(2);
});

test('a look at the workbook goes on with what was begun; another run closes it and begins anew', () => {
  const read = (): Extract<Model, { kind: 'read' }> => ({
    kind: 'read',
    snapshot: snapshot(),
    assessment: assessment(),
    changes: [],
  });
  const [first, second] = [read(), read()];
  const begun: { of: unknown; closed: boolean }[] = [];
  const { rerender, unmount } = renderHook(
    ({ model }: { readonly model: Model }) =>
      useOfModel({ model }, (of) => {
        const one = { of, closed: false, close: () => void (one.closed = true) };
        begun.push(one);
        return one;
      }),
    { initialProps: { model: first } },
  );
  rerender({ model: { ...first, snapshot: snapshot() } });
  expect(begun).toMatchObject([{ closed: false }]);
  rerender({ model: second });
  expect(begun).toMatchObject([{ closed: true }, { closed: false }]);
  expect(begun[1]?.of).toBe(second.snapshot);
  unmount();
  expect(begun).toMatchObject([{ closed: true }, { closed: true }]);
});
