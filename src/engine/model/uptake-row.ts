/** A row of BIM_Uptake with these shares by year, as if they had been typed: how a plan is run with other shares. */
import type { Decimal } from 'decimal.js';
import type { Given, UptakeRow, World } from '../assumptions';
import type { Arm, Structure } from './structure';

/** Shares by period. It stands where the technology does in the plan, else where the technology is named. */
export function uptakeRow(
  { assumptions, subgroup, technology }: Structure,
  arm: Arm,
  world: World,
  shares: ReadonlyMap<number, Decimal>,
): UptakeRow {
  const like = assumptions.uptake[arm.row[world]] ?? assumptions.technologies[arm.technology];
  const at = like?.at ?? { sheet: '', cell: '' };
  const typed = ([period, value]: readonly [number, Decimal]): readonly [number, Given] => [
    period,
    { value, at, parameter: '' },
  ];
  return {
    at,
    address: like?.address ?? '',
    source: '',
    world,
    subgroup: subgroup.members[arm.subgroup] ?? '',
    technology: technology.members[arm.technology] ?? '',
    unit: 'share',
    curve: null,
    p1: null,
    p2: null,
    p3: null,
    p4: null,
    analogue: null,
    years: new Map([...shares].map(typed)),
  };
}
