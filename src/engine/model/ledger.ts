/**
 * The ledger: cost lines (after agreements) and tests as one list of entries, each with its world, subgroup, technology,
 * category and payer. Every table of results is a sum over it, so that totals reconcile by construction.
 */
import { axis, link, type Axis } from '../graph/axis';
import { cases, constant, sum, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Agreements } from './agreements';
import type { Costs } from './costs';
import { paid } from './rounding';
import { distinct, isAll, sameName, type Structure } from './structure';
import type { Testing } from './testing';

/** One entry of the ledger. -1 where it belongs to no subgroup or technology. */
export interface Entry {
  readonly kind: 'cost' | 'test';
  /** Index on the axis of its kind. */
  readonly at: number;
  readonly world: number;
  readonly subgroup: number;
  readonly technology: number;
  readonly category: string;
  readonly payer: string;
}

export interface Ledger {
  readonly entry: Axis;
  readonly entries: readonly Entry[];
  readonly category: Axis;
  readonly payer: Axis;
  /** [entry, year], money */
  readonly amount: Quantity;
  /** Money of the model's payer. [world, year] */
  readonly cost: Quantity;
  /** [world, category, year] */
  readonly byCategory: Quantity;
}

export const TESTING = 'Testing';

function entriesOf(structure: Structure, costs: Costs, tests: Testing | null): readonly Entry[] {
  const technologyOf = (name: string): number =>
    structure.technology.members.findIndex((member) => sameName(member, name));
  const lines = costs.lines.map((line, at): Entry => ({
    kind: 'cost',
    at,
    world: line.world,
    subgroup: line.subgroup,
    technology: line.technology,
    category: line.cost.category,
    payer: line.cost.payer,
  }));
  const tested = (tests?.uses ?? []).flatMap((use, at): readonly Entry[] => {
    const row = tests?.rows[use.row];
    return row?.unitCost
      ? [
          {
            kind: 'test',
            at,
            world: use.world,
            subgroup: use.subgroup,
            technology: technologyOf(row.technology),
            category: TESTING,
            payer: row.payer,
          },
        ]
      : [];
  });
  return [...lines, ...tested];
}

/** Distinct texts in order of appearance, whatever their case. */
const listOf = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.findIndex((other) => sameName(other, name)) === index);

export function ledger(
  model: Model,
  structure: Structure,
  costs: Costs,
  tests: Testing | null,
  deals: Agreements | null,
): Ledger {
  const { world, subgroup, technology, year, assumptions } = structure;
  const money = assumptions.model.currency;
  const entries = entriesOf(structure, costs, tests);
  const entry = axis('ledger entry', distinct(entries.map((at) => entryName(structure, costs, tests, at))));
  const category = axis('category', listOf(entries.map((at) => at.category)));
  const payer = axis('payer', listOf(entries.map((at) => at.payer).filter((name) => name !== '')));
  const index = (on: Axis, name: string): number => on.members.findIndex((member) => sameName(member, name));
  entry.belongsTo(
    world,
    entries.map((at) => at.world),
  );
  entry.belongsTo(
    subgroup,
    entries.map((at) => at.subgroup),
  );
  entry.belongsTo(
    technology,
    entries.map((at) => at.technology),
  );
  entry.belongsTo(
    category,
    entries.map((at) => index(category, at.category)),
  );
  entry.belongsTo(
    payer,
    entries.map((at) => index(payer, at.payer)),
  );
  const place = (kind: Entry['kind'], to: Axis) =>
    link(
      `${kind} of the entry`,
      entry,
      to,
      entries.map((at) => (at.kind === kind ? at.at : -1)),
    );
  const kinds: Record<string, Expression> = {
    cost: (deals?.net ?? costs.gross).via(place('cost', costs.line)),
  };
  if (tests)
    kinds['test'] = tests.measures.tested
      .via(place('test', tests.test))
      .times(unitCostOf(tests, entry, entries))
      .over(constant(1, 'person'));
  const amount = model.quantity(
    'Amount',
    money,
    [entry, year],
    () =>
      paid(
        assumptions.model.money,
        cases(entry, (member) => entries[member]?.kind ?? 'cost', kinds),
      ),
    { source: 'Sullivan 2014; workbook contract, Money' },
  );
  const counts = (at: Entry): boolean =>
    isAll(assumptions.model.payer) || at.payer === '' || sameName(at.payer, assumptions.model.payer);
  const headlineWorld = link(
    'world, payer of the model',
    entry,
    world,
    entries.map((at) => (counts(at) ? at.world : -1)),
  );
  const total = (name: string, axes: readonly Axis[]): Quantity =>
    model.quantity(name, money, [world, ...axes, year], () => sum(amount, entry, headlineWorld, ...axes), {
      source: 'sum over the ledger',
    });
  return {
    entry,
    entries,
    category,
    payer,
    amount,
    cost: total('Cost', []),
    byCategory: total('Cost by category', [category]),
  };
}

const unitCostOf = (tests: Testing, entry: Axis, entries: readonly Entry[]): Quantity => {
  const rowAxis = tests.unitCost.block.axes[0];
  if (!rowAxis) throw new Error('cost of a test has no axis');
  return tests.unitCost.via(
    link(
      'test row of the entry',
      entry,
      rowAxis,
      entries.map((at) => (at.kind === 'test' ? (tests.uses[at.at]?.row ?? -1) : -1)),
    ),
  );
};

function entryName(structure: Structure, costs: Costs, tests: Testing | null, at: Entry): string {
  const { world, subgroup, technology } = structure;
  const item = at.kind === 'cost' ? costs.lines[at.at]?.cost.item : tests?.rows[tests.uses[at.at]?.row ?? -1]?.test;
  return [world.members[at.world], technology.members[at.technology], subgroup.members[at.subgroup], at.category, item]
    .filter(Boolean)
    .join(' · ');
}
