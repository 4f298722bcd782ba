/** Check 67: capacity without end, and none. */
import { scaledOr } from '../alter';
import type { Check, Failure } from '../check';
import { needs } from '../outside';
import { below, unlike } from '../compare';
import { besidePlan, heldOf, heldWith, startsByMonth, startsSoFar, type Held } from '../delivered';
import { times } from '../compare';
import type { Subject } from '../subject';

/** Nobody works: every supply and every trained person taken away. */
function closed(subject: Subject, held: Held): Failure | null {
  const { given } = held;
  const uses = given.resources.filter((row) => row.perStart !== null);
  if (uses.length === 0) return null;
  const run = heldWith(subject, held, {
    ...given,
    resources: given.resources.map((row) => ({
      ...row,
      available: scaledOr(row.available, 0),
      years: new Map([...row.years].map(([year, at]) => [year, { ...at, value: at.value.times(0) }])),
      trainers: scaledOr(row.trainers, 0),
      target: null,
    })),
  });
  // Only technologies that every queue of needs the supply for stand still.
  const everybody = uses.some(
    (row) => row.technology === '' && row.subgroup === '' && row.test === '' && row.perStart?.value.gt(0) === true,
  );
  const got = startsByMonth(run);
  return everybody
    ? unlike('every supply set to 0', [{ name: 'people who start', expected: times(got, 0), got }], {
        scale: startsByMonth(held.run),
        at: uses[0]?.at ?? null,
      })
    : null;
}

export const nothingInTheWay: Check = {
  number: 67,
  family: 'Delivery',
  name: 'With nothing in the way the plan is delivered, with no capacity nobody starts, and more capacity never starts fewer',
  why: 'A plan that falls short of itself loses patients to a gate that is not in the workbook.',
  judge: (subject) => {
    const held = heldOf(subject);
    const { given } = held;
    needs(
      given.adoption.every((row) => row.leaveQueue === null),
      'people leave the queue for good',
    );
    const open = heldWith(subject, held, { ...given, tasks: [], waves: [], resources: [] });
    const opened = unlike('tasks, waves and capacities taken away', besidePlan(open));
    if (opened) return opened;
    const none = closed(subject, held);
    if (none) return none;
    const followed = given.resources.some((row) => row.perFollowUp !== null);
    if (followed || held.value.line.queues.length > 1) return null;
    const more = heldWith(subject, held, {
      ...given,
      resources: given.resources.map((row) => ({ ...row, available: scaledOr(row.available, '1.5') })),
    });
    return below('every supply half as large again', [
      { name: 'people started so far', expected: startsSoFar(held.run), got: startsSoFar(more) },
    ]);
  },
};
