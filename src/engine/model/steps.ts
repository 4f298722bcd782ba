/** Funnel steps by their name: the people at a step that a test or a cost row names. */
import { link, type Axis } from '../graph/axis';
import { cases, zero, type Expression } from '../graph/expression';
import type { Quantity } from '../graph/quantity';
import { isAll, sameName, type Structure } from './structure';

/** Steps of that name in a subgroup, one for each of its funnels that has it; none where it means the eligible. */
export function stepsNamed(structure: Structure, subgroup: number, name: string): readonly number[] {
  if (isAll(name) || sameName(name, 'eligible')) return [];
  return structure.steps.flatMap((at, index) =>
    structure.funnels[at.funnel]?.subgroup === subgroup && sameName(at.step.step, name) ? [index] : [],
  );
}

/** People at the named steps of each member, summed over its funnels. `people` is [funnel step, year]. */
export function peopleAt(of: Axis, step: Axis, steps: readonly (readonly number[])[], people: Quantity): Expression {
  const most = Math.max(0, ...steps.map((list) => list.length));
  const branches: Record<string, Expression> = { '0': zero() };
  let total: Expression | null = null;
  for (let place = 0; place < most; place += 1) {
    const part = people.via(
      link(
        `funnel step ${String(place + 1)}`,
        of,
        step,
        steps.map((list) => list[place] ?? -1),
      ),
    );
    total = total ? total.plus(part) : part;
    branches[String(place + 1)] = total;
  }
  return cases(of, (member) => String(steps[member]?.length ?? 0), branches);
}
