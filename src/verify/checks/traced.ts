/** Check 53: what a formula says it rests on. */
import type { Run } from '../../engine/figures';
import { reaches } from '../../engine/readings/depends';
import { ExactRun } from '../../engine/readings/exact';
import { scaled, series } from '../alter';
import type { Check } from '../check';
import { outside } from '../outside';
import { needsCosts } from '../conditions';

/** Names of the quantities that differ between two runs of models with the same shape. */
function moved(one: Run, other: Run): readonly string[] {
  const exact = [new ExactRun(), new ExactRun()] as const;
  return one.of.model.quantities.flatMap(({ block }) => {
    const there = other.of.model.find(block.name);
    if (!there || there.block.size !== block.size) return [];
    const [before, after] = [exact[0].block({ block }), exact[1].block(there)];
    return before.every((value, n) => after[n]?.eq(value)) ? [] : [block.name];
  });
}

export const traced: Check = {
  number: 53,
  family: 'Traceability',
  name: 'What moves with an input is what is said to rest on it',
  why: 'An explanation that leaves out a way from an input to a figure cannot be trusted.',
  ofFormulas: true,
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const row = assumptions.costs.find((at) => at.unitCost?.base);
    if (!row?.unitCost) return outside('no unit cost has a Base');
    const price = row.unitCost;
    const made = rerun({
      ...assumptions,
      costs: assumptions.costs.map((at) =>
        at === row ? { ...at, unitCost: series(price, (given) => scaled(given, '1.5')) } : at,
      ),
    });
    const said = new Set(
      ['Unit cost, base', 'Unit cost, typed'].flatMap((name) => {
        const input = run.of.model.find(name);
        return input ? [...reaches(run.of.model, input.block)].map((block) => block.name) : [];
      }),
    );
    const unsaid = moved(run, made).find((name) => !said.has(name));
    return unsaid === undefined
      ? null
      : {
          changed: `unit cost of ${row.address} times 1.5`,
          expected: 'only what rests on unit costs moves',
          got: `${unsaid} moves`,
          at: price.base?.at ?? row.at,
        };
  },
};
