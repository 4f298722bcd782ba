/** What has been asked under Stress, as the figures that a written copy takes with it: the sheets Sensitivity and Compare. */
import type { BreakEven, StressFigures } from '../../engine/stress/answers';
import type { StressAnswer } from '../../worker/stress';
import type { JobsNow } from './jobs';

/** Answers that are whole, or were kept. */
function answersOf(jobs: JobsNow): readonly StressAnswer[] {
  return [...jobs.values()].flatMap((job) =>
    job.answer !== null && (job.status === 'done' || job.status === 'kept') ? [job.answer] : [],
  );
}

export function stressFigures(jobs: JobsNow): StressFigures {
  const answers = answersOf(jobs);
  const last = <K extends StressAnswer['kind']>(kind: K): Extract<StressAnswer, { kind: K }> | undefined =>
    answers.filter((one): one is Extract<StressAnswer, { kind: K }> => one.kind === kind).at(-1);
  const [oneWay, chance, grid, reverse, difference] = [
    last('one-way')?.oneWay,
    last('chance'),
    last('grid')?.grid,
    last('reverse')?.reverse,
    last('difference')?.difference,
  ];
  const breakEvens = breakEvensOf(answers);
  return {
    ...(oneWay && { oneWay }),
    ...(chance && { chance: chance.chance }),
    ...(chance?.table && { table: chance.table }),
    ...(grid && { grid }),
    ...(reverse && { reverse }),
    ...(difference && { differences: [difference] }),
    ...(breakEvens.length > 0 && { breakEvens }),
  };
}

/** Each once, though two parts of Stress asked for it. */
function breakEvensOf(answers: readonly StressAnswer[]): readonly BreakEven[] {
  const all = answers.flatMap((one) => (one.kind === 'break-even' ? one.breakEvens : []));
  const found = all.flatMap((one) => ('why' in one ? [] : [one]));
  return [
    ...new Map(found.map((one) => [JSON.stringify([one.parameter, one.op, one.figure, one.target]), one])).values(),
  ];
}
