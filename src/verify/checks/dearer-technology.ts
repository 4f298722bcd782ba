/** Check 23: a dearer technology. */
import type { Decimal } from 'decimal.js';
import { isAcquisition } from '../../engine/model/acquisition';
import { isAll, sameName } from '../../engine/model/structure';
import { Exact } from '../../engine/readings/decimals';
import type { Subject } from '../subject';
import type { Check, Failure } from '../check';
import { needs } from '../outside';
import { impactOf, minus, shown } from '../compare';
import { needsCosts, needsProportional, needsUnrounded } from '../conditions';
import { peopleOf } from '../facts';

const signOf = (value: Decimal): number => (value.abs().lt('1e-20') ? 0 : value.cmp(0));

/** People with less people without, by subgroup and year, of a technology. */
function moves({ run }: Subject, technology: number): readonly (readonly Decimal[])[] {
  const { arms } = run.of.structure;
  const all = peopleOf(run).filter(({ arm }) => arms[arm]?.technology === technology);
  return all
    .filter(({ world }) => world === 1)
    .map((of) => minus(of.got, all.find((other) => other.world === 0 && other.arm === of.arm)?.got ?? []));
}

function judgeOne(subject: Subject, technology: number): Failure | null {
  const { assumptions, run, rerun } = subject;
  const name = assumptions.technologies[technology]?.technology ?? '';
  const row = assumptions.costs.find(
    (at) =>
      sameName(at.technology, name) &&
      isAcquisition(at.category) &&
      isAll(at.subgroup) &&
      at.world === null &&
      at.per === 'patient-year' &&
      at.treatmentYear === '' &&
      at.unitCost?.base,
  );
  if (!row?.unitCost) return null;
  const price = row.unitCost;
  const up = {
    ...price,
    base: price.base && { ...price.base, value: price.base.value.plus(100) },
    years: new Map([...price.years].map(([year, given]) => [year, { ...given, value: given.value.plus(100) }])),
  };
  const made = rerun({
    ...assumptions,
    costs: assumptions.costs.map((at) => (at === row ? { ...at, unitCost: up } : at)),
  });
  const change = minus(impactOf(made), impactOf(run));
  const wrong = change.findIndex((value, year) => {
    const signs = new Set(
      moves(subject, technology)
        .map((of) => signOf(of[year] ?? new Exact(0)))
        .filter((sign) => sign !== 0),
    );
    return signs.size < 2 && signOf(value) !== ([...signs][0] ?? 0);
  });
  return wrong < 0
    ? null
    : {
        changed: `${name} 100 dearer a patient-year`,
        expected: 'the impact moves the way its patients do',
        got: `${shown(change[wrong] ?? new Exact(0))} in year ${String(wrong + 1)}`,
        at: row.unitCost.base?.at ?? row.at,
      };
}

export const dearerTechnology: Check = {
  number: 23,
  family: 'Direction',
  name: 'A dearer technology moves the impact the way its patients move',
  why: 'The wrong sign means that the technology is charged in the wrong world.',
  judge: (subject) => {
    needsCosts(subject.run);
    needsProportional(subject.assumptions);
    needsUnrounded(subject.assumptions);
    needs(
      subject.assumptions.technologies.every((row) => row.accounting === 'stock'),
      'cohorts are followed from year to year',
    );
    for (const technology of subject.assumptions.technologies.keys()) {
      const failure = judgeOne(subject, technology);
      if (failure) return failure;
    }
    return null;
  },
};
