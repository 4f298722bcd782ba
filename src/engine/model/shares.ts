/**
 * Shares of the eligible patients by world: typed or by a curve; what is left to 1; or what a displaced technology
 * keeps. With = without − Σ over new technologies of their rise × the part that comes from this one.
 * Workbook contract, BIM_Uptake and BIM_Displacement.
 */
import type { Given, World } from '../assumptions';
import { axis, link, type Link } from '../graph/axis';
import { cases, constant, equal, max, min, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { displacedBy } from './displaced';
import type { Arm, Structure } from './structure';

/** How the share of an arm in a world comes about. */
export type ShareKind = 'row' | 'patients' | 'rest' | 'displaced' | 'nobody';

export function shareKind(structure: Structure, arm: Arm, world: World): ShareKind {
  const row = structure.assumptions.uptake[arm.row[world]];
  if (row) return row.unit === 'patients' ? 'patients' : 'row';
  if (arm.role === 'new') return 'nobody';
  if (world === 'with') return 'displaced';
  if (arm.role !== 'none') return 'nobody';
  const firstNone = structure.arms.find(
    (other) => other.subgroup === arm.subgroup && other.role === 'none' && other.row.without < 0,
  );
  return firstNone === arm ? 'rest' : 'nobody';
}

export interface Shares {
  /** Sum of the shares of a world and subgroup as they stand, which must be 1. [world, subgroup, year] */
  readonly total: Quantity;
  /** The same for the world without, before `Shares = normalise`. [subgroup, year] */
  readonly totalWithout: Quantity;
  /** Share before negative ones are refused or set to 0. [arm, year], world with */
  readonly undercut: Quantity;
  /** The share used. [world, arm, year] */
  readonly share: Quantity;
  /** Patients where Uptake is typed in patients, at most those eligible; else 0. [world, arm, year] */
  readonly counted: Quantity;
}

/** One formula for each world; in a baseline year both worlds are `without`. */
export function byWorld(structure: Structure, without: Expression, withNew: Expression): Expression {
  const { world, year, baseline } = structure;
  const withInTime = baseline
    ? cases(year, (period) => (period === 0 ? 'baseline' : 'later'), { baseline: without, later: withNew })
    : withNew;
  return cases(world, (member) => (member === 0 ? 'without' : 'with'), { without, with: withInTime });
}

const divided = (share: Expression, total: Expression): Expression =>
  select(equal(total, zero()), zero(), share.over(total));

/** Shares of every arm in both worlds. `eligible` is [world, subgroup, year]. */
export function shares(model: Model, structure: Structure, uptake: Quantity, eligible: Quantity): Shares {
  const { world, arm, arms, subgroup, year, assumptions } = structure;
  const rowOf = (which: World): Link =>
    link(
      `uptake row, ${which}`,
      arm,
      structure.uptakeRow,
      arms.map((at) => at.row[which]),
    );
  const kind =
    (which: World) =>
    (member: number): ShareKind => {
      const at = arms[member];
      return at ? shareKind(structure, at, which) : 'nobody';
    };
  const source = 'workbook contract, BIM_Uptake';
  const normalise = assumptions.model.shares === 'normalise';
  /** Divided by their sum on request, but where a row of the world and subgroup is typed in patients: these are not summed. */
  const summed = (which: World, share: Expression, total: Expression): Expression => {
    const inPatients = new Set(arms.flatMap((at, member) => (kind(which)(member) === 'patients' ? [at.subgroup] : [])));
    return cases(arm, (member) => (inPatients.has(arms[member]?.subgroup ?? -1) ? 'in patients' : 'in shares'), {
      'in shares': divided(share, total),
      'in patients': share,
    });
  };
  const typed = (which: World): Quantity =>
    model.quantity(
      `Share typed, ${which}`,
      '1',
      [arm, year],
      () => {
        const there = eligible.at(world, which);
        const people = min(uptake.via(rowOf(which)).times(constant(1, 'person')), there);
        return cases(arm, kind(which), {
          row: uptake.via(rowOf(which)),
          patients: select(equal(there, zero()), zero(), people.over(there)),
          rest: zero(),
          displaced: zero(),
          nobody: zero(),
        });
      },
      { source },
    );
  const [typedWithout, typedWith] = [typed('without'), typed('with')];
  const typedTotal = model.quantity(
    'Shares typed, without',
    '1',
    [subgroup, year],
    () => sum(typedWithout, arm, subgroup),
    { source },
  );
  const before = model.quantity(
    'Share without, with what is left to 1',
    '1',
    [arm, year],
    () =>
      cases(arm, (member) => (kind('without')(member) === 'rest' ? 'rest' : 'typed'), {
        rest: max(zero(), one.minus(typedTotal)),
        typed: typedWithout,
      }),
    { source },
  );
  const beforeTotal = model.quantity('Sum of shares without', '1', [subgroup, year], () => sum(before, arm, subgroup), {
    source,
  });
  const without = model.quantity(
    'Share without',
    '1',
    [arm, year],
    () => (normalise ? summed('without', before, beforeTotal) : before),
    { source: 'workbook contract, Shares' },
  );
  const given = displacement(model, structure, without, typedWith, (member) => kind('with')(member) === 'displaced');
  const undercut = model.quantity(
    'Share with',
    '1',
    [arm, year],
    () =>
      cases(arm, (member) => (kind('with')(member) === 'displaced' ? 'displaced' : 'typed'), {
        displaced: without.minus(given),
        typed: typedWith,
      }),
    { source: 'workbook contract, BIM_Displacement' },
  );
  const raw = model.quantity(
    'Share as it stands',
    '1',
    [world, arm, year],
    () => byWorld(structure, without, normalise ? max(zero(), undercut) : undercut),
    { source },
  );
  const total = model.quantity('Sum of shares', '1', [world, subgroup, year], () => sum(raw, arm, subgroup), {
    source,
  });
  const used = (which: World): Expression => summed(which, raw.at(world, which), total.at(world, which));
  const share = model.quantity(
    'Share',
    '1',
    [world, arm, year],
    () => (normalise ? byWorld(structure, used('without'), used('with')) : raw),
    { source: 'workbook contract, Shares' },
  );
  const counted = model.quantity(
    'Patients as typed',
    'person',
    [world, arm, year],
    () => {
      const people = (which: World): Expression =>
        cases(arm, (member) => (kind(which)(member) === 'patients' ? 'patients' : 'share'), {
          patients: min(uptake.via(rowOf(which)).times(constant(1, 'person')), eligible.at(world, which)),
          share: zero(),
        });
      return byWorld(structure, people('without'), people('with'));
    },
    { source: 'workbook contract, Unit patients' },
  );
  return { total, totalWithout: beforeTotal, undercut, share, counted };
}

/** What the new technologies take from each technology whose share is left out of `with`. [arm, year] */
function displacement(
  model: Model,
  structure: Structure,
  without: Quantity,
  typedWith: Quantity,
  leftOut: (arm: number) => boolean,
): Quantity {
  const { arm, arms, subgroup, year, assumptions } = structure;
  const name = (member: number): string => assumptions.technologies[arms[member]?.technology ?? -1]?.technology ?? '';
  const ids = arms.map((_, member) => member);
  const pairs = ids
    .filter((from) => arms[from]?.role === 'new')
    .flatMap((from) =>
      ids.filter((to) => leftOut(to) && arms[to]?.subgroup === arms[from]?.subgroup).map((to) => ({ from, to })),
    );
  const pair = axis(
    'displacement',
    pairs.map(({ from, to }) => `${arm.members[from] ?? ''} for ${arm.members[to] ?? ''}`),
  );
  const from = link(
    'new technology',
    pair,
    arm,
    pairs.map((pairing) => pairing.from),
  );
  const to = link(
    'displaced technology',
    pair,
    arm,
    pairs.map((pairing) => pairing.to),
  );
  pair.belongsTo(
    subgroup,
    pairs.map((pairing) => arms[pairing.from]?.subgroup ?? -1),
  );
  const statedBy = arms.map((_, member) => displacedBy(structure, name(member)));
  const source = 'workbook contract, BIM_Displacement';
  const shareOf = (pairing: { from: number; to: number }): Given | null =>
    statedBy[pairing.from]?.(name(pairing.to)) ?? null;
  const stated = model.input('Share of the rise taken from it', '1', [pair], pairs.map(shareOf), new Exact(0));
  const open = link(
    'technologies left out of with',
    arm,
    subgroup,
    arms.map((at, member) => (leftOut(member) ? at.subgroup : -1)),
  );
  const leftTotal = model.quantity('Shares left out of with', '1', [subgroup, year], () => sum(without, arm, open), {
    source,
  });
  const rise = model.quantity('Rise of share', '1', [arm, year], () => typedWith.minus(without), { source });
  const taken = model.quantity(
    'Share taken',
    '1',
    [pair, year],
    () => {
      const proportional = select(equal(leftTotal, zero()), zero(), without.via(to).over(leftTotal));
      const part = cases(pair, (member) => (statedBy[pairs[member]?.from ?? -1] ? 'stated' : 'proportional'), {
        stated,
        proportional,
      });
      return rise.via(from).times(part);
    },
    { source },
  );
  return model.quantity('Share given up', '1', [arm, year], () => sum(taken, pair, to), { source });
}
