/** Draws shared between two workers: the same answer as of one, and fewer blocks made by it. */
import { Fellow, turn } from '../../src/worker/fellow';
import { stressAnswered, type StressPart, type StressQuestion } from '../../src/worker/stress';
import { PLAIN, snapshotOf } from '../build/snapshot';

const snapshot = snapshotOf({
  ...PLAIN,
  Uncertainty: [
    ['Parameter', 'Op', 'Distribution', 'P1', 'P2'],
    ['Prices/Drug A/List price', 'x', 'gamma', 1, 0.1],
    ['Population/Adults/Diagnosed/Base', 'set', 'beta', 0.3, 0.02],
  ],
});
const asked = { draws: 3 * 1024 + 100, seed: 5 };
const begun = (question: StressQuestion) => stressAnswered({ kind: 'stress', snapshot, question });

function whole(question: StressQuestion): unknown {
  const steps = begun(question);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const alone = whole({ kind: 'chance', asked });

test('the second goes back from the last block until they meet, and the answer is that of one worker', async () => {
  const first = begun({ kind: 'chance', asked, fellow: 'two of the test' });
  const second = begun({ kind: 'draw for', asked, fellow: 'two of the test' });
  const heard: StressPart[] = [];
  const go = (): ReturnType<typeof first.next> => {
    const step = first.next();
    if (step.done !== true) heard.push(step.value);
    return step;
  };
  let end = go();
  // The first begins; then the second has it all to itself, and comes to the block after that.
  await turn();
  while (second.next().done !== true) await turn();
  await turn();
  while (end.done !== true) end = go();
  expect(heard.map(({ done }) => done)).toEqual([1024, ...new Array<number>(3).fill(asked.draws)]);
  expect(end.value).toEqual(alone);
});

test('a second that never comes, or comes late, changes nothing', async () => {
  expect(whole({ kind: 'chance', asked, fellow: 'nobody' })).toEqual(alone);
  const late = new Fellow('late');
  const first = begun({ kind: 'chance', asked, fellow: 'late' });
  let end = first.next();
  for (; end.done !== true; end = first.next()) await turn();
  expect(end.value).toEqual(alone);
  expect(late.reached).toBe(3);
  late.close();
});
