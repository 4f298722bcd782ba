/** Every draw as a table: what was drawn, and the budget impact of each year. */
import { years } from '../engine/figures';
import type { DrawnBlock, DrawsTable } from '../engine/stress/answers';
import { impactsOf } from './chance';
import type { PreparedDraws } from './draws';

export function drawsTable(draws: PreparedDraws, blocks: readonly DrawnBlock[]): DrawsTable {
  const { firstYear } = draws.bench.base.of.structure.assumptions.model;
  const labels = years(draws.bench.base).map((_, n) => String(firstYear + n));
  const scenarios = ['Base', ...draws.scenarios];
  const impacts = scenarios.map((_, n) => impactsOf(blocks, n));
  const drawn = blocks.map(({ block, count }) => draws.plan(block, count));
  const ops = { set: '', x: ' x', '+': ' +' } as const;
  return {
    headers: [
      'Draw',
      ...draws.rows.map(({ parameter, op }) => `${parameter}${ops[op]}`),
      ...scenarios.flatMap((name) => labels.map((year) => `Budget impact ${name} ${year}`)),
    ],
    rows: blocks.flatMap(({ from, count }, block) =>
      Array.from({ length: count }, (_, n) => [
        from + n + 1,
        ...(drawn[block] ?? []).map((values) => values?.[n] ?? NaN),
        ...impacts.flatMap((byYear) => byYear.map((values) => values[from + n] ?? NaN)),
      ]),
    ),
  };
}
