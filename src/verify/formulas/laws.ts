/**
 * What the checks of conservation (32 to 36) ask of formulas each time they are calculated: the parts that stand in named
 * cells add up to their totals, and the totals are those of the sums. A model of one's own has as many of the names as it
 * likes; a live model of ours has them all.
 */
import type { Quantity } from '../../engine/graph/quantity';
import { valuesOf, years, type Run } from '../../engine/figures';
import type { AnswerAt } from '../../workbook/tries-sums';
import { added, impactOf, none, type Figures } from '../compare';

/** Cells that are added up, or taken off. */
interface Term {
  readonly name: string;
  readonly less?: boolean;
  /** The one row that counts, from 0; all of them where it is not said. */
  readonly row?: number;
}
/** One law: its check, what is added up, in words and in named cells, and what must come of it in each year. */
export interface Law {
  readonly number: number;
  readonly what: string;
  readonly terms: readonly Term[];
  readonly total: (run: Run) => Figures;
  /** Measured against the largest cost, as money is. */
  readonly money: boolean;
}

const WORLDS = ['without', 'with'] as const;

/** Every member of a block added up, of one world where it is given. */
const over = (run: Run, quantity: Quantity, world?: number): Figures => {
  const [first, ...others] = quantity.block.axes.slice(0, -1);
  if (!first) return valuesOf(run, quantity, [], years(run));
  const firsts = world === undefined ? first.members.map((_, at) => at) : [world];
  const places = others.reduce<readonly (readonly number[])[]>(
    (before, axis) => before.flatMap((place) => axis.members.map((_, at) => [...place, at])),
    firsts.map((at) => [at]),
  );
  return added(
    run,
    places.map((place) => valuesOf(run, quantity, place, years(run))),
  );
};
const costIn = (run: Run, world: number): Figures => valuesOf(run, run.of.ledger.cost, [world], years(run));
const cumulative = (run: Run): Figures => valuesOf(run, run.of.impact.cumulative, [], years(run));
const ones: Law['total'] = (run) => none(run).map((value) => value.plus(1));

/** Names of a model of one's own, without `BIM_Own_`. */
const OWN: readonly Law[] = [
  ...WORLDS.map((name): Law => ({
    number: 32,
    what: `shares ${name} added up`,
    terms: [{ name: `shares_${name}` }],
    total: ones,
    money: false,
  })),
  ...WORLDS.map((name, world): Law => ({
    number: 33,
    what: `patients ${name} added up`,
    terms: [{ name: `patients_${name}` }],
    total: (run) => over(run, run.of.patients.treated, world),
    money: false,
  })),
  ...['category', 'technology', 'subgroup'].map((part): Law => ({
    number: 34,
    what: `the impact by ${part} added up`,
    terms: [{ name: `impact_by_${part}` }],
    total: impactOf,
    money: true,
  })),
  { number: 34, what: 'cumulative impact', terms: [{ name: 'cumulative' }], total: cumulative, money: true },
  ...WORLDS.map((name, world): Law => ({
    number: 35,
    what: `cost ${name}`,
    terms: [{ name: `cost_${name}` }],
    total: (run) => costIn(run, world),
    money: true,
  })),
  {
    number: 35,
    what: 'cost with less cost without less the impact',
    terms: [{ name: 'cost_with' }, { name: 'cost_without', less: true }, { name: 'impact', less: true }],
    total: none,
    money: true,
  },
  {
    number: 36,
    what: 'gross cost less rebates less net cost',
    terms: [{ name: 'gross' }, { name: 'rebates', less: true }, { name: 'net', less: true }],
    total: none,
    money: true,
  },
];

/** Names of a live model, without `BIM_Calc_`. */
const LIVE: readonly Law[] = [
  {
    number: 32,
    what: 'shares of all worlds, subgroups and technologies added up',
    terms: [{ name: 'Share' }],
    total: (run) => over(run, run.of.patients.shares.share),
    money: false,
  },
  {
    number: 33,
    what: 'patients added up',
    terms: [{ name: 'Treated_patients_before_discontinuation' }],
    total: (run) => over(run, run.of.patients.treated),
    money: false,
  },
  ...(
    [
      ['category', (run) => run.of.impact.byCategory],
      ['technology', (run) => run.of.impact.byTechnology],
      ['subgroup', (run) => run.of.impact.bySubgroup],
    ] as const satisfies readonly (readonly [string, (run: Run) => Quantity])[]
  ).map(([part, of]): Law => ({
    number: 34,
    what: `the impact by ${part} added up`,
    terms: [{ name: `Budget_impact_by_${part}` }],
    total: (run) => over(run, of(run)),
    money: true,
  })),
  {
    number: 34,
    what: 'cumulative impact',
    terms: [{ name: 'Cumulative_budget_impact' }],
    total: cumulative,
    money: true,
  },
  {
    number: 35,
    what: 'cost with less cost without less the impact',
    terms: [
      { name: 'Cost', row: 1 },
      { name: 'Cost', row: 0, less: true },
      { name: 'Budget_impact', less: true },
    ],
    total: none,
    money: true,
  },
  ...WORLDS.map((name, world): Law => ({
    number: 35,
    what: `cost ${name}`,
    terms: [{ name: 'Cost', row: world }],
    total: (run) => costIn(run, world),
    money: true,
  })),
  {
    number: 36,
    what: 'net cost of medicines added up',
    terms: [{ name: 'Net_acquisition' }],
    total: (run) => over(run, run.of.medicines.net),
    money: true,
  },
  {
    number: 36,
    what: 'reimbursed price less rebate plus VAT less price paid',
    terms: [
      { name: 'Reimbursed_price' },
      { name: 'Rebate', less: true },
      { name: 'VAT' },
      { name: 'Price_paid', less: true },
    ],
    total: none,
    money: true,
  },
];

/** A law as it is asked: which answers are added up (0 is the impact). Plain data, as it goes from a worker to the pane. */
export interface AskedLaw extends Pick<Law, 'number' | 'what' | 'money'> {
  readonly terms: readonly { readonly answer: number; readonly less: boolean; readonly row: number | null }[];
}
/** What is asked of a workbook: the laws whose names it has, where their answers stand, and what must come of each. */
export interface LawsAsked {
  readonly laws: readonly AskedLaw[];
  readonly answers: readonly AnswerAt[];
  readonly totals: (run: Run) => readonly Figures[];
}

/** The laws of these checks, for a model of one's own or a live one, as far as its names go. */
export function lawsOf(
  of: 'own' | 'live',
  checks: readonly number[],
  named: (name: string) => AnswerAt | null,
): LawsAsked {
  const [prefix, all] = of === 'own' ? (['BIM_Own_', OWN] as const) : (['BIM_Calc_', LIVE] as const);
  const places = new Map<string, AnswerAt>();
  const place = (name: string): boolean => {
    const at = places.get(name) ?? named(prefix + name);
    if (at) places.set(name, at);
    return at !== null;
  };
  const mine = all.filter(({ number }) => checks.includes(number));
  const laws = mine.filter(({ terms }) => terms.every(({ name }) => place(name)));
  const names = [...places.keys()].filter((name) => laws.some(({ terms }) => terms.some((term) => term.name === name)));
  return {
    laws: laws.map(({ number, what, money, terms }) => ({
      number,
      what,
      money,
      terms: terms.map(({ name, less = false, row = null }) => ({ answer: names.indexOf(name) + 1, less, row })),
    })),
    answers: names.flatMap((name) => places.get(name) ?? []),
    totals: (run) => laws.map(({ total }) => total(run)),
  };
}
