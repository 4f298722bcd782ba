/**
 * How much is bought: units (packs of the regimen, else what a row's quantity counts) and scripts (dispensings, one
 * for each dose interval of a regimen; without one each unit is a script). Workbook contract, BIM_Prices and BIM_Regimens.
 */
import type { Axis, Link } from '../graph/axis';
import { cases, constant, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Dosing } from './dosing';

/** What the volumes of a line are made from. [line, year] or [line], but the dosing's own by regimen. */
export interface Ordered {
  readonly line: Axis;
  /** Whether a line follows the packs of a regimen, and whether its starters have loading doses. */
  readonly isRegimen: (line: number) => boolean;
  readonly loads: (line: number) => boolean;
  /** Whether it charges those who start (treatment year 1, or all). */
  readonly begins: readonly boolean[];
  /** People dosed, how often a year, and how often in the first year of treatment. */
  readonly people: Quantity;
  readonly perYear: Quantity;
  readonly firstYear: Expression;
  readonly quantity: Quantity;
  readonly starting: Quantity;
  readonly dosing: Dosing;
  /** The regimen whose doses are counted, and the one whose packs are bought. */
  readonly regimen: Link;
  readonly use: Link;
}

export interface Volumes {
  /** [line, year] */
  readonly units: Quantity;
  readonly scripts: Quantity;
  /** Those who start in the year, on lines that charge them; and the units they take. [line, year] */
  readonly starters: Quantity;
  readonly startUnits: Quantity;
  /** Doses of a person in a year (without a regimen each unit is one), and those added at the start. [line] */
  readonly doses: Quantity;
  readonly loading: Quantity;
}

export function volumes(model: Model, year: Axis, of: Ordered): Volumes {
  const { line, dosing, regimen, use } = of;
  const person = constant(1, 'person');
  const extra = (each: Expression): Expression =>
    cases(line, (member) => (of.loads(member) ? 'loading' : 'none'), {
      loading: of.starting.times(dosing.loading.via(regimen)).times(each),
      none: zero(),
    });
  const source = 'workbook contract, BIM_Agreements';
  const block = (name: string, unit: string, axes: readonly Axis[], formula: () => Expression, from = source) =>
    model.quantity(name, unit, axes, formula, { source: from });
  const kind = (member: number): string => (of.isRegimen(member) ? 'regimen' : 'typed');
  const packs = (): Expression => cases(line, kind, { regimen: dosing.units.via(use), typed: of.quantity });
  const taken = (people: Expression, often: Expression): Expression =>
    people.times(often).times(packs()).plus(extra(packs())).over(person);
  const units = block('Units bought', '1', [line, year], () => taken(of.people, of.perYear));
  const scripts = block(
    'Scripts',
    '1',
    [line, year],
    () =>
      cases(line, kind, {
        regimen: of.people
          .times(of.perYear)
          .plus(extra(constant(1)))
          .over(person),
        typed: units,
      }),
    'workbook contract, BIM_Prices Fee per',
  );
  const begins = (member: number): string => (of.begins[member] ? 'begins' : 'later');
  const starters = block('Starters on the line', 'person', [line, year], () =>
    cases(line, begins, { begins: of.starting, later: zero() }),
  );
  const startUnits = block('Units of starters', '1', [line, year], () => taken(starters, of.firstYear));
  const doses = block('Doses of a person a year', '1', [line], () =>
    cases(line, kind, { regimen: of.firstYear, typed: of.quantity.times(of.firstYear) }),
  );
  const loading = block('Loading doses of a starter', '1', [line], () =>
    cases(line, (member) => (of.loads(member) ? 'loading' : 'none'), {
      loading: dosing.loading.via(regimen),
      none: zero(),
    }),
  );
  return { units, scripts, starters, startUnits, doses, loading };
}
