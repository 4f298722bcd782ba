/**
 * Draws of a model, ready to be made block by block by whoever has time: a block is a function of the model, the seed and
 * its number alone. Scenarios are drawn on the same numbers as the base. Some draws of each block are computed again in
 * decimals, one of them from the workbook's cells on.
 */
import type { Finding } from '../engine/finding';
import { ExactRun } from '../engine/readings/exact';
import type { DrawnBlock, DrawsAsked, Sampling } from '../engine/stress/answers';
import { BLOCK, drawPlan, type DrawPlan, type Values } from '../engine/uncertainty/draws';
import { differenceFrom, follower, type Drawn, type Follower } from '../engine/uncertainty/follower';
import type { UncertainRow } from '../engine/uncertainty/parameter';
import { runChanged } from '../run/run-model';
import { scenarioOf } from '../run/read-and-run';
import { benchFor, type Bench } from './bench';
import { centred, impactTyped } from './reach';

/** Draws of the whole run that are computed again. */
const CHECKED = 20;

/** One model that is drawn: the base, or a scenario. */
interface Subject {
  readonly scenario: string;
  readonly bench: Bench;
  readonly follow: Follower;
}
export interface PreparedDraws {
  readonly bench: Bench;
  readonly rows: readonly UncertainRow[];
  readonly plan: DrawPlan;
  readonly count: number;
  readonly seed: number;
  readonly sampling: Sampling;
  readonly scenarios: readonly string[];
  /** How many blocks there are. */
  readonly blocks: number;
  readonly block: (number: number) => DrawnBlock;
}

interface Prepared {
  /** Null where the workbook has no distributions, or its model cannot be drawn; `findings` say why. */
  readonly draws: PreparedDraws | null;
  readonly findings: readonly Finding[];
}

export function preparedDraws(bench: Bench, asked: DrawsAsked = {}): Prepared {
  const rows = bench.reading.uncertain.filter((row) => row.distribution !== null);
  if (rows.length === 0) return { draws: null, findings: [] };
  const { model } = bench.base.of.structure.assumptions;
  const [count, seed, sampling] = [asked.draws ?? model.draws, asked.seed ?? model.seed, asked.sampling ?? 'sobol'];
  const findings: Finding[] = [];
  const subjects = [bench, ...(asked.scenarios ?? []).flatMap((name) => scenarioBench(bench, name, findings) ?? [])];
  const drawn = subjects.flatMap((each, n): readonly Subject[] => {
    const { centre, findings: found } = centred(each, rows);
    findings.push(...found);
    const scenario = n === 0 ? 'Base' : (asked.scenarios?.[n - 1] ?? '');
    return centre ? [{ scenario, bench: each, follow: follower(centre.run, centre.followed, each.base) }] : [];
  });
  if (drawn[0]?.bench !== bench) return { draws: null, findings };
  const plan = drawPlan(rows, seed, sampling);
  const blocks = Math.ceil(count / BLOCK);
  return {
    draws: {
      bench,
      rows,
      plan,
      count,
      seed,
      sampling,
      blocks,
      scenarios: drawn.slice(1).map(({ scenario }) => scenario),
      block: (number) => blockOf(drawn, rows, plan, number, Math.min(BLOCK, count - number * BLOCK), blocks),
    },
    findings,
  };
}

/** Throws for a scenario that does not exist; one that is refused is left out, and said. */
function scenarioBench(bench: Bench, name: string, findings: Finding[]): Bench | null {
  const scenario = scenarioOf(bench.reading, name);
  if (!scenario) throw new Error(`There is no scenario ${name}.`);
  const { run, findings: found } = runChanged(bench.reading, bench.typed, scenario.changes);
  findings.push(...found.map((finding) => ({ ...finding, message: `Scenario ${name}: ${finding.message}` })));
  return run && benchFor(bench.reading, bench.typed, run, scenario.changes);
}

function blockOf(
  subjects: readonly Subject[],
  rows: readonly UncertainRow[],
  plan: DrawPlan,
  number: number,
  count: number,
  blocks: number,
): DrawnBlock {
  const values = plan(number, count);
  const drawn = subjects.map(({ follow }) => follow.draws(values, count));
  const some = Math.min(count, Math.ceil(CHECKED / blocks));
  const sample = Array.from({ length: some }, (_, n) => Math.floor((n * count) / some));
  const differences = subjects.map((subject, n) => {
    const own = drawn[n];
    return own ? Math.max(0, ...sample.map((draw, place) => differenceAt(subject, rows, values, draw, own, place))) : 0;
  });
  const from = number * BLOCK;
  const [base] = drawn;
  return {
    block: number,
    from,
    count,
    impacts: drawn.map(({ impacts }) => impacts),
    ties: base?.ties.reduce((sum, tie) => sum + tie, 0) ?? 0,
    difference: Math.max(0, ...differences),
    checked: sample.length,
    faults: (base?.faults ?? []).map(({ draw, why }) => ({ draw: from + draw, why })),
  };
}

/** The first of a block is checked from the cells on, the others from the inputs of the graph; ties are counted instead. */
function differenceAt(
  { bench, follow }: Subject,
  rows: readonly UncertainRow[],
  values: Values,
  draw: number,
  drawn: Drawn,
  place: number,
): number {
  if (drawn.ties[draw] === 1) return 0;
  const own = values.map((list) => list?.[draw] ?? 0);
  const of = place === 0 && values.every((list) => list !== null) ? impactTyped(bench, rows, own) : null;
  return of ? differenceFrom({ of, exact: new ExactRun() }, drawn, draw) : follow.difference(values, draw, drawn);
}
