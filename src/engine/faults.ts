/**
 * Faults that only the figures show: shares that do not add up to 1, a technology displaced below nothing, a negative
 * number of people. Each names the workbook's row, the year and the sum.
 */
import type { Decimal } from 'decimal.js';
import type { Given, World } from './assumptions';
import type { Finding, Place } from './finding';
import { years, type Run } from './figures';
import { Exact } from './readings/decimals';
import { shareKind } from './model/shares';
import { WORLDS } from './model/structure';

const TOLERANCE = new Exact('1e-9');

const error = (code: string, at: Place | null, message: string, remedy: string): Finding => ({
  severity: 'error',
  code,
  at,
  message,
  remedy,
});

/** A share as people read it: 99%, 110%, 99.9999998%. */
const percent = (value: Decimal): string => `${value.times(100).toSignificantDigits(10).toFixed()}%`;

/** Where the shares of a world and subgroup are typed, best in this year's own column. */
function placeOfShares(run: Run, world: World, subgroup: number, period: number): Place | null {
  const { structure } = run.of;
  const rows = structure.arms
    .filter((arm) => arm.subgroup === subgroup)
    .map((arm) => structure.assumptions.uptake[arm.row[world]]);
  const typed = rows.map((row): Given | undefined => row?.years.get(period)).find((given) => given !== undefined);
  return typed?.at ?? rows.find((row) => row !== undefined)?.at ?? structure.assumptions.uptake[0]?.at ?? null;
}

function shareFaults(run: Run): readonly Finding[] {
  const { structure, patients } = run.of;
  const normalise = structure.assumptions.model.shares === 'normalise';
  const periods = [...(structure.baseline ? [0] : []), ...years(run)];
  const subgroups = [...new Set(structure.arms.map((arm) => arm.subgroup))];
  return WORLDS.flatMap((world, w) =>
    subgroups.flatMap((subgroup) => {
      const inPatients = structure.arms.some(
        (arm) => arm.subgroup === subgroup && shareKind(structure, arm, world) === 'patients',
      );
      return periods.flatMap((period) => {
        const total = run.exact.at(patients.shares.total, [w, subgroup, period]);
        if (inPatients || run.exact.at(patients.eligible, [w, subgroup, period]).isZero()) return [];
        const wrong = normalise ? total.isZero() : total.minus(1).abs().gt(TOLERANCE);
        const where = `${world}, ${structure.subgroup.members[subgroup] ?? ''}, ${structure.year.members[period] ?? ''}`;
        return wrong
          ? [
              error(
                'shares-do-not-sum',
                placeOfShares(run, world, subgroup, period),
                `Uptake shares (${where}) add up to ${percent(total)}.`,
                normalise
                  ? 'Type at least one share above 0.'
                  : 'Make them add up to 100%, or set Shares to normalise in BIM_Model.',
              ),
            ]
          : [];
      });
    }),
  );
}

function displacedBelowZero(run: Run): readonly Finding[] {
  const { structure, patients } = run.of;
  if (structure.assumptions.model.shares === 'normalise') return [];
  return structure.arms.flatMap((arm, index) =>
    shareKind(structure, arm, 'with') !== 'displaced'
      ? []
      : years(run).flatMap((period) => {
          const left = run.exact.at(patients.shares.undercut, [index, period]);
          if (left.gte(TOLERANCE.negated())) return [];
          const name = structure.technology.members[arm.technology] ?? '';
          const row = structure.assumptions.displacement.find(
            (at) => at.displaced.trim().toLowerCase() === name.trim().toLowerCase(),
          );
          return [
            error(
              'displaced-below-zero',
              row?.at ?? placeOfShares(run, 'with', arm.subgroup, period),
              `${name} in ${structure.subgroup.members[arm.subgroup] ?? ''} would have a share of ${percent(left)} in ${structure.year.members[period] ?? ''}.`,
              'It loses more than it has. Change BIM_Displacement, type its share in world with, or set Shares to normalise.',
            ),
          ];
        }),
  );
}

/** A curve that leaves 0 to 1: no share of people. Typed shares have had their finding; weights to normalise may pass 1. */
function sharesBeyond(run: Run): readonly Finding[] {
  const { structure } = run.of;
  const uptake = run.of.model.find('Uptake');
  const { uptake: rows, model } = structure.assumptions;
  if (!uptake) return [];
  return rows.flatMap((row, index) =>
    row.unit === 'patients' || row.curve === null
      ? []
      : years(run).flatMap((period) => {
          const share = run.exact.at(uptake, [index, period]);
          const over = share.gt(TOLERANCE.plus(1)) && model.shares !== 'normalise';
          if (share.gte(TOLERANCE.negated()) && !over) return [];
          return [
            error(
              'share-beyond',
              row.at,
              `The curve of ${row.technology} (${row.world}) gives a share of ${percent(share)} in ${structure.year.members[period] ?? ''}.`,
              'A share lies from 0 to 1. Change the parameters of its curve.',
            ),
          ];
        }),
  );
}

function negativePeople(run: Run): readonly Finding[] {
  const { structure, population } = run.of;
  return structure.steps.flatMap(({ step }, index) =>
    years(run).flatMap((period) => {
      const people = run.exact.at(population.people, [index, period]);
      return people.isNegative() && !people.isZero()
        ? [
            error(
              'negative-people',
              step.value.years.get(period)?.at ?? step.value.base?.at ?? step.at,
              `${step.subgroup} · ${step.step} has ${people.toFixed()} people in ${structure.year.members[period] ?? ''}.`,
              'A funnel cannot fall below nobody. Change this step or the one before.',
            ),
          ]
        : [];
    }),
  );
}

/** One finding for each place and kind: a fault of five years is said once, with its first year. */
function oncePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code} ${finding.at?.sheet ?? ''} ${String(finding.at?.row ?? '')} ${finding.at?.cell ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Everything that is wrong with the figures of a run. With any of these, no figures are given. */
export function faults(run: Run): readonly Finding[] {
  const people = negativePeople(run);
  return oncePerPlace(
    people.length > 0 ? people : [...sharesBeyond(run), ...displacedBelowZero(run), ...shareFaults(run)],
  );
}
