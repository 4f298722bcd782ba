/** Check 67: capacity without end, and none. */
import { scaled, scaledOr } from '../alter';
import type { Check, Failure } from '../check';
import { needs } from '../outside';
import { below, times, unlike } from '../compare';
import { besidePlan, heldOf, heldWith, startsByMonth, startsSoFar, type Held } from '../delivered';
import type { Subject } from '../subject';

/** Whether everybody in every queue draws on a supply at the start; tests draw on theirs only for those tested. */
const everybodyDraws = ({ value: { line, resource } }: Held): boolean =>
  line.queues.every(({ arm }) =>
    resource.uses.some((use) => {
      const row = resource.rows[use.row];
      const supplied = (resource.pools[use.pool]?.supply.length ?? 0) > 0;
      return use.arm === arm && supplied && row?.test === '' && row.perStart?.value.gt(0) === true;
    }),
  );

/** Nobody works: every supply and every trained person taken away. */
function closed(subject: Subject, held: Held): Failure | null {
  if (!everybodyDraws(held)) return null;
  const { given } = held;
  const run = heldWith(subject, held, {
    ...given,
    resources: given.resources.map((row) => ({
      ...row,
      available: scaledOr(row.available, 0),
      years: new Map([...row.years].map(([year, at]) => [year, scaled(at, 0)])),
      trainers: scaledOr(row.trainers, 0),
      target: null,
    })),
  });
  const got = startsByMonth(run);
  return unlike('every supply set to 0', [{ name: 'people who start', expected: times(got, 0), got }], {
    scale: startsByMonth(held.run),
    at: given.resources.find((row) => row.perStart !== null)?.at ?? null,
  });
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
