/**
 * Limits on starts: the sites of each wave, then the pools in the order of their first row; and claims, who draws on
 * which. The order is that of the gates, by which ties are settled. Workbook contract, Gates.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, equal, one, select, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { isAll, sameName, type Structure } from '../model/structure';
import type { Testing } from '../model/testing';
import { Exact } from '../readings/decimals';
import type { Calendar } from './calendar';
import type { Levers } from './levers';
import type { Pools } from './pools';
import type { Queues } from './queues';
import type { Waves } from './waves';

export interface Limit {
  readonly kind: 'sites' | 'pool';
  /** Index of the wave or the pool. */
  readonly of: number;
}
/** A queue's draw on a limit; `use` is -1 for sites. */
export interface Claim {
  readonly queue: number;
  readonly limit: number;
  readonly use: number;
}

export interface Limits {
  readonly limit: Axis;
  readonly limits: readonly Limit[];
  readonly ofWave: Link;
  readonly ofPool: Link;
  readonly claim: Axis;
  readonly claims: readonly Claim[];
  /** What a start takes of the limit. [claim, month] */
  readonly perStart: Quantity;
  /** 1 where the limit is opened and holds nobody back. [limit] */
  readonly open: Quantity;
}

export function limits(
  model: Model,
  structure: Structure,
  line: Queues,
  groups: Waves,
  resource: Pools,
  at: Calendar,
  lever: Levers,
  tests: Testing | null,
  eligible: Quantity,
): Limits {
  const { queue, queues } = line;
  const all: readonly Limit[] = [
    ...groups.rows.flatMap((row, of): readonly Limit[] => (row.startsPerSite ? [{ kind: 'sites', of }] : [])),
    ...resource.pools.map((_, of): Limit => ({ kind: 'pool', of })),
  ];
  const wordOf = ({ kind, of }: Limit): string =>
    kind === 'sites' ? `sites of ${groups.wave.members[of] ?? ''}` : (resource.pool.members[of] ?? '');
  const limit = axis('limit', all.map(wordOf));
  const claims = queues.flatMap((held, n) =>
    all.flatMap((of, index): readonly Claim[] => {
      if (of.kind === 'sites') return of.of === held.wave ? [{ queue: n, limit: index, use: -1 }] : [];
      const use = resource.uses.findIndex((at) => at.pool === of.of && at.arm === held.arm);
      return use >= 0 && resource.rows[resource.uses[use]?.row ?? -1]?.perStart
        ? [{ queue: n, limit: index, use }]
        : [];
    }),
  );
  const claim = axis(
    'claim',
    claims.map((of) => `${queue.members[of.queue] ?? ''} on ${limit.members[of.limit] ?? ''}`),
  );
  claim.belongsTo(
    queue,
    claims.map((of) => of.queue),
  );
  claim.belongsTo(
    limit,
    claims.map((of) => of.limit),
  );
  const source = 'workbook contract, BIM_Resources Use';
  const typed = model.input(
    'Per start',
    '1/person',
    [resource.row],
    resource.rows.map((row) => row.perStart),
    new Exact(0),
  );
  const byUse = link(
    'use of the claim',
    claim,
    resource.row,
    claims.map((of) => resource.uses[of.use]?.row ?? -1),
  );
  const tested = testsPerPatient(model, structure, resource, claims, claim, tests, eligible);
  const perStart = model.quantity(
    'What a start takes',
    '1/person',
    [claim, at.month],
    () =>
      cases(claim, (member) => claimKind(resource, claims[member]), {
        sites: constant(1, '1/person'),
        pool: typed.via(byUse),
        tested: tested ? typed.via(byUse).times(tested) : zero(),
      }),
    { source },
  );
  const toWave = all.map((of) => (of.kind === 'sites' ? of.of : -1));
  const toPool = all.map((of) => (of.kind === 'pool' ? of.of : -1));
  const ofWave = link('wave of the sites', limit, groups.wave, toWave);
  const ofPool = link('pool of the limit', limit, resource.pool, toPool);
  const open = model.quantity(
    'Limit is opened',
    '1',
    [limit],
    () =>
      cases(limit, (member) => all[member]?.kind ?? 'pool', {
        sites: lever.sitesOpen,
        pool: lever.poolOpen.via(ofPool),
      }),
    { source: 'value realisation rules, The value of implementation' },
  );
  return { limit, limits: all, ofWave, ofPool, claim, claims, perStart, open };
}

const claimKind = (resource: Pools, claim: Claim | undefined): string => {
  if (!claim || claim.use < 0) return 'sites';
  return resource.rows[resource.uses[claim.use]?.row ?? -1]?.test === '' ? 'pool' : 'tested';
};

/** Tests carried out for each patient found, of the test that a use names, in the plan. [claim, year] */
function testsPerPatient(
  model: Model,
  structure: Structure,
  resource: Pools,
  claims: readonly Claim[],
  claim: Axis,
  tests: Testing | null,
  eligible: Quantity,
): Quantity | null {
  const named = claims.map((of) => resource.rows[resource.uses[of.use]?.row ?? -1]?.test ?? '');
  if (!tests || named.every((name) => name === '')) return null;
  const { arms, subgroup, world, year } = structure;
  const subgroupOf = claims.map((of) => arms[resource.uses[of.use]?.arm ?? -1]?.subgroup ?? -1);
  const member = claims.map((_, n) =>
    named[n] === ''
      ? -1
      : tests.uses.findIndex(
          (use) =>
            use.world === 1 &&
            use.subgroup === subgroupOf[n] &&
            sameName(tests.rows[use.row]?.test ?? '', named[n] ?? ''),
        ),
  );
  const ofTest = link('test of the claim', claim, tests.test, member);
  const ofSubgroup = link('subgroup of the claim', claim, subgroup, subgroupOf);
  return model.quantity(
    'Tests for each patient found',
    '1',
    [claim, year],
    () => {
      const found = eligible.at(world, 'with').via(ofSubgroup);
      const carried = tests.measures.tested.via(ofTest);
      return cases(claim, (n) => ((member[n] ?? -1) >= 0 && !isAll(named[n] ?? '') ? 'test' : 'none'), {
        test: select(equal(found, zero()), zero(), carried.over(found)),
        none: one,
      });
    },
    { source: 'workbook contract, BIM_Resources Test' },
  );
}
