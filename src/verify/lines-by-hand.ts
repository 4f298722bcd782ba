/** Lines of the ledger by hand: people × quantity × cost each, for lines whose people and prices are plain. */
import type { Run } from '../engine/figures';
import { isAcquisition } from '../engine/model/acquisition';
import { sameName } from '../engine/model/structure';
import { valueIn, type ByHand, type Period } from './by-hand';

type Line = Run['of']['costs']['lines'][number];

/** Whom a line is charged for; null where that is not a matter of one multiplication. */
function peopleFor(run: Run, line: Line, period: Period): number | null {
  const { arms, baseline, assumptions, funnels } = run.of.structure;
  const arm = arms[line.arm];
  const at = (world: number, index: number, year: number) =>
    run.exact.at(run.of.patients.treated, [world, index, year]).toNumber();
  const staying = () => run.exact.at(run.of.patients.staying, [line.world, line.arm, period.index]).toNumber();
  const stock = arm?.accounting === 'stock' && line.cost.treatmentYear === '';
  switch (line.cost.per) {
    case 'year':
      return 1;
    case 'eligible':
      return run.exact.at(run.of.patients.eligible, [line.world, line.subgroup, period.index]).toNumber();
    case 'patient-year':
    case 'month': {
      const stays = assumptions.model.leaversCost.value.isZero() && line.cost.leavers === null;
      return stock && stays ? staying() * (line.cost.per === 'month' ? 12 : 1) : null;
    }
    case 'start': {
      const mine = funnels.filter((of) => of.subgroup === line.subgroup);
      if (!arm) return null;
      const now = at(line.world, line.arm, period.index);
      if (arm.accounting === 'cohort' || mine.every((of) => of.stream !== 'prevalent')) return now;
      const alone = period.t === 1 && !(baseline && assumptions.model.baselineCohort === 'continues');
      if (mine.some((of) => of.stream !== 'prevalent')) return null;
      return alone ? now : Math.max(0, now - at(line.world, line.arm, period.index - 1));
    }
    default:
      return null;
  }
}

/** What one of them costs; null where a regimen or several packs decide. */
function costEach(run: Run, line: Line, period: Period): number | null {
  const { assumptions, technology } = run.of.structure;
  const { priceItem, unitCost, quantity } = line.cost;
  const each = quantity?.value.toNumber() ?? 1;
  if (priceItem === '') return unitCost ? each * (valueIn(unitCost, period) ?? 0) : null;
  const packs = run.of.costs.prices.rows.flatMap((row, index) =>
    sameName(row.item, priceItem) ? [{ row, index }] : [],
  );
  const dosed = assumptions.regimens.some(
    (row) => sameName(row.item, priceItem) && sameName(row.technology, technology.members[line.technology] ?? ''),
  );
  const [pack] = packs;
  if (!pack || packs.length > 1 || (dosed && quantity === null)) return null;
  const paid = run.exact.at(run.of.costs.prices.paid, [pack.index, period.index]).toNumber();
  return each * (paid + (pack.row.fee?.value.toNumber() ?? 0));
}

/** Amounts of the ledger of both worlds, where no agreement and no rounding stands between. */
export function linesByHand(run: Run, period: Period): readonly ByHand[] {
  const { assumptions } = run.of.structure;
  if (assumptions.model.money !== null) return [];
  return run.of.ledger.entries.flatMap((entry, index): readonly ByHand[] => {
    const line = entry.kind === 'cost' ? run.of.costs.lines[entry.at] : undefined;
    if (!line || entry.world > 1) return [];
    if (assumptions.agreements.length > 0 && isAcquisition(entry.category)) return [];
    const [people, each] = [peopleFor(run, line, period), costEach(run, line, period)];
    return people === null || each === null
      ? []
      : [
          {
            name: `${entry.category}, ${line.cost.item || line.cost.technology}`,
            quantity: run.of.ledger.amount,
            members: [index, period.index],
            value: people * each,
            at: line.cost.unitCost?.base?.at ?? line.cost.at,
          },
        ];
  });
}

const DAYS = { day: 1, week: 7 } as const;

/** Doses a year of a regimen: days in a year ÷ interval, 12 ÷ months or 1 ÷ years, and what a course leaves of them. */
function dosesByHand(
  { every, everyUnit, durationMonths }: Run['of']['structure']['assumptions']['regimens'][number],
  days: number,
): number | null {
  if (!every) return null;
  const interval = every.value.toNumber();
  const whole =
    everyUnit === 'month' ? 12 / interval : everyUnit === 'year' ? 1 / interval : days / (interval * DAYS[everyUnit]);
  return durationMonths ? (whole * durationMonths.value.toNumber()) / 12 : whole;
}

/** Administrations a year of lines whose regimen is plain: one of their technology and item, not followed in cohorts. */
export function dosesOfLines(run: Run): readonly ByHand[] {
  const { assumptions, arms, technology } = run.of.structure;
  const perYear = run.of.model.find('Administrations a year');
  return run.of.costs.lines.flatMap((line, index): readonly ByHand[] => {
    const { cost } = line;
    const item = cost.per === 'dose' ? cost.item : cost.quantity === null ? cost.priceItem : '';
    const regimens = assumptions.regimens.filter(
      (row) => sameName(row.item, item) && sameName(row.technology, technology.members[line.technology] ?? ''),
    );
    const [regimen] = regimens;
    if (!perYear || !regimen || regimens.length > 1 || item === '' || arms[line.arm]?.accounting !== 'stock') return [];
    if (cost.per !== 'dose' && cost.per !== 'patient-year') return [];
    const value = dosesByHand(regimen, assumptions.model.daysInYear.value.toNumber());
    return value === null
      ? []
      : [
          {
            name: `doses a year of ${item}`,
            quantity: perYear,
            members: [index],
            value,
            at: regimen.every?.at ?? regimen.at,
          },
        ];
  });
}
