/** The plan of what is tracked, by subgroup: who could have it, the share who do, and what a patient-year costs. */
import { link, type Axis } from '../graph/axis';
import { cases, constant, equal, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Ledger } from '../model/ledger';
import type { Patients } from '../model/patients';
import type { Structure } from '../model/structure';
import { source } from './records';
import type { Tracked } from './tracked';

/** What the plan is read from. */
export interface PlanRooms {
  readonly patients: Patients;
  /** [world, arm, year] */
  readonly onTechnology: Quantity;
  readonly ledger: Ledger;
}

export interface Plan {
  /** In the year, as planned. [tracked subgroup, year] */
  readonly inYear: Readonly<Record<'eligible' | 'starts' | 'patients' | 'spend', Expression>>;
  /** People who could start in the month (cohorts), or could be on it (stock). [tracked subgroup, month] */
  readonly eligible: Quantity;
  /** Of these: who do start, or are on it after discontinuation. [tracked subgroup, month] */
  readonly share: Quantity;
  /** Planned spending for a patient-year. [tracked subgroup, year] */
  readonly price: Quantity;
}

/** Which accounting a subgroup is counted by. */
export const accountingOf =
  ({ places }: Tracked) =>
  (n: number): 'cohort' | 'stock' =>
    places[n]?.cohort === true ? 'cohort' : 'stock';

export function plan(
  model: Model,
  structure: Structure,
  tracked: Tracked,
  month: Axis,
  { patients, onTechnology, ledger }: PlanRooms,
): Plan {
  const { world, year, assumptions } = structure;
  const { place, places } = tracked;
  const money = assumptions.model.currency;
  const kind = accountingOf(tracked);
  const could = patients.eligible.at(world, 'with');
  const people = onTechnology.at(world, 'with');
  const ofPlace = link(
    'the plan’s entries for the tracked subgroup',
    ledger.entry,
    place,
    ledger.entries.map((entry) =>
      entry.world === 1
        ? places.findIndex(({ arm }) => {
            const at = structure.arms[arm];
            return at?.technology === entry.technology && at.subgroup === entry.subgroup;
          })
        : -1,
    ),
  );
  const spent = model.quantity(
    'Planned spending in the subgroup',
    money,
    [place, year],
    () => sum(ledger.amount, ledger.entry, ofPlace),
    { source },
  );
  const price = model.quantity(
    'Planned price of a patient-year',
    `${money}/person`,
    [place, year],
    () => select(equal(people, zero()), zero(), spent.over(people)),
    { source },
  );
  const eligible = model.quantity(
    'People eligible in the month, as planned',
    'person',
    [place, month],
    () => cases(place, kind, { cohort: could.over(constant(12)), stock: could }),
    { source, meaning: 'who could start in the month, in cohorts; who could be on it, in stock accounting' },
  );
  const share = model.quantity(
    'Share of the eligible, as planned',
    '1',
    [place, month],
    () =>
      cases(place, kind, {
        cohort: patients.shares.share.at(world, 'with'),
        stock: select(equal(could, zero()), zero(), people.over(could)),
      }),
    { source, meaning: 'who start, in cohorts; who are on it, in stock accounting' },
  );
  const inYear = {
    eligible: could,
    starts: patients.starting.at(world, 'with'),
    patients: people,
    spend: people.times(price),
  };
  return { inYear, eligible, share, price };
}
