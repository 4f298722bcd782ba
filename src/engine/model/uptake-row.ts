/** A row of BIM_Uptake with these shares by year, as if they had been typed: how a plan is run with other shares. */
import type { Given, Row, UptakeRow, World } from '../assumptions';
import type { Arm, Structure } from './structure';

/** `like`: the row it stands for. Shares by period. */
export const uptakeRow = (
  { subgroup, technology }: Structure,
  arm: Arm,
  world: World,
  { at, address }: Pick<Row, 'at' | 'address'>,
  shares: ReadonlyMap<number, Given>,
): UptakeRow => ({
  at,
  address,
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
  years: shares,
});
