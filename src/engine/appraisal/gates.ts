/**
 * Gates: what holds people back, in the order in which ties are settled: access, sites, then the pools. Each belongs to a
 * dimension: waves, sites and staff to process, hours to attention, else resources, unless the workbook says otherwise.
 */
import type { Decimal } from 'decimal.js';
import type { Dimension } from '../realisation-assumptions';
import type { ValueRealisation } from '../value/value-realisation';

export interface Gate {
  readonly gate: string;
  readonly dimension: Dimension;
  readonly kind: 'access' | 'sites' | 'pool';
  /** Index of the pool; -1 for access and sites. */
  readonly pool: number;
  /** What one more unit costs in each period; null where not typed. */
  readonly unitCost: Decimal | null;
}

/** Dimensions in the order in which the waterfall closes them. */
export const DIMENSIONS: readonly Dimension[] = ['resources', 'process', 'attention', 'value'];
/** Those that are told of some gates: value only where one of them is of it. */
export const dimensionsOf = (gates: readonly Gate[]): readonly Dimension[] =>
  DIMENSIONS.filter((dimension) => dimension !== 'value' || gates.some((gate) => gate.dimension === dimension));

/** Gates of a model, in their order. A pool that no start draws on is none. */
export function gatesOf({ groups, resource, made }: ValueRealisation): readonly Gate[] {
  const { limits } = made;
  const drawn = (pool: number): boolean =>
    limits.claims.some(
      (claim) => limits.limits[claim.limit]?.kind === 'pool' && limits.limits[claim.limit]?.of === pool,
    );
  const fixed = (gate: 'access' | 'sites'): Gate => ({
    gate,
    dimension: 'process',
    kind: gate,
    pool: -1,
    unitCost: null,
  });
  const rows = resource.rows;
  return [
    ...(groups.rows.length > 0 ? [fixed('access')] : []),
    ...(limits.limits.some((limit) => limit.kind === 'sites') ? [fixed('sites')] : []),
    ...resource.pools.flatMap((pool, index): readonly Gate[] =>
      drawn(index)
        ? [
            {
              gate: pool.name,
              dimension: pool.dimension,
              kind: 'pool',
              pool: index,
              unitCost:
                rows.find((row, n) => resource.row.links[0]?.map[n] === index && row.costPerUnit)?.costPerUnit?.value ??
                null,
            },
          ]
        : [],
    ),
  ];
}
