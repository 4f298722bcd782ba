/** Random BIM_Regimens, BIM_Patients, packs, BIM_Agreements and BIM_Tests. */
import type { Draw, Row } from './draw';
import type { Frame } from './frame';
import { byYear } from './frame';
import { FIRST_STEP } from './people';

/** What a regimen adds to a model: a dose of an item, its packs, and the cost rows that use them. */
export interface Dosing {
  readonly regimens: readonly Row[];
  readonly bodies: readonly Row[];
  readonly prices: readonly Row[];
  readonly costs: readonly Row[];
}

const packsOf = (draw: Draw, Item: string): Row[] =>
  [40, 100, 150, 60].slice(0, draw.whole(1, 3)).map((Content) => ({
    Item,
    Pack: `vial ${String(Content)}`,
    Content,
    Unit: 'mg',
    'List price': draw.decimal(10, 900, 2),
    Discount: draw.chance(30) ? draw.decimal(0, 0.5, 2) : null,
    Fee: draw.chance(30) ? draw.decimal(1, 9, 2) : null,
  }));

const doseOf = (draw: Draw): Row => {
  const unit = draw.of(['mg', 'mg/kg', 'mg/m2']);
  const Dose = unit === 'mg' ? draw.whole(20, 500) : unit === 'mg/kg' ? draw.decimal(0.5, 6, 1) : draw.whole(20, 200);
  return { Dose, 'Dose unit': unit, 'Max dose': draw.chance(15) ? 450 : null };
};

const intervalOf = (draw: Draw): Row =>
  draw.of([
    { Every: 1, 'Every unit': 'week' },
    { Every: 3, 'Every unit': 'weeks' },
    { Every: 28, 'Every unit': 'days' },
    { Every: 2, 'Every unit': 'month' },
    { Every: 1, 'Every unit': 'year' },
    { Every: 0.5, 'Every unit': 'day' },
  ]);

/** One regimen for each of some technologies, each with an item of its own. */
export const dosingOf = (frame: Frame): Dosing => {
  const { draw } = frame;
  if (frame.families.regimens !== true) return { regimens: [], bodies: [], prices: [], costs: [] };
  const chosen = frame.technologies.filter(({ role }) => role !== 'none' && draw.chance(70));
  const of = <T>(make: (technology: string, item: string) => readonly T[]): T[] =>
    chosen.flatMap(({ name }, i) => make(name, `Medicine ${String(i)}`));
  const spread = draw.chance(50);
  return {
    regimens: of((Technology, Item) => [
      {
        Technology: draw.chance(15) ? draw.of(['All', '']) : Technology,
        Item,
        ...doseOf(draw),
        ...intervalOf(draw),
        'Duration months': draw.chance(25) ? draw.decimal(1, 30, 1) : null,
        'Loading doses': draw.chance(25) ? draw.whole(1, 3) : null,
        Adherence: draw.chance(30) ? draw.decimal(0.5, 1, 2) : null,
        Wastage: draw.chance(20) ? draw.decimal(0, 0.2, 2) : null,
        'Vial sharing': draw.of(['yes', 'no']),
      },
    ]),
    bodies: ['All', ...frame.subgroups.filter(() => draw.chance(30))].map((Subgroup) => ({
      Subgroup,
      Weight: draw.whole(50, 95),
      'Weight SD': spread ? draw.whole(5, 20) : null,
      BSA: draw.decimal(1.5, 2.1, 2),
      'BSA SD': spread ? draw.decimal(0.1, 0.3, 2) : null,
    })),
    prices: of((_, Item) => {
      const fee = draw.chance(30) ? 'dispensing' : 'unit';
      const packs = packsOf(draw, Item);
      return fee === 'unit' ? packs : packs.map((row, i) => ({ ...row, Fee: 5.5, 'Fee per': i < 0 ? null : fee }));
    }),
    costs: of((Technology, Item): Row[] => [
      {
        Technology,
        Category: 'Acquisition',
        Item,
        Per: draw.of(['patient-year', 'patient-year', 'month', 'dose']),
        'Price item': Item,
        Quantity: draw.chance(15) ? draw.whole(1, 3) : null,
      },
      ...(draw.chance(40)
        ? [
            {
              Technology,
              Category: draw.of(['Administration', 'Acquisition']),
              Item: Item,
              Per: 'dose',
              'Unit cost': draw.decimal(5, 200, 2),
              Quantity: draw.chance(30) ? draw.whole(1, 3) : null,
            },
          ]
        : []),
    ]),
  };
};

const TYPES = [
  'discount',
  'tiers',
  'volume tiers',
  'price-volume',
  'dose cap',
  'spend cap',
  'free start',
  'outcome refund',
  'pay on response',
  'annuity',
  'subscription',
] as const;

/** The same agreement with other terms from some year on. */
const inTwoTimes = (frame: Frame, rows: readonly Row[], rate: () => number): Row[] => {
  const { draw, firstYear, years } = frame;
  if (!draw.chance(30)) return [...rows];
  const change = firstYear + draw.whole(0, years);
  return rows.flatMap((row) => [
    { ...row, From: null, To: change - 1 },
    { ...row, From: change, To: null, Rate: rate() },
  ]);
};

/** One agreement of a type, with its bands. */
const agreementOf = (frame: Frame, Technology: string, Type: (typeof TYPES)[number], Order: number): Row[] => {
  const { draw, firstYear, years } = frame;
  const rate = (): number => draw.decimal(0, 0.6, 2);
  const dates = {
    From: draw.chance(20) ? firstYear + draw.whole(0, years - 1) : null,
    Lag: Type !== 'annuity' && draw.chance(20) ? draw.of([3, 6, 12]) : null,
  };
  const row = { Technology, Type, Order, ...dates };
  const bands = (step: number): Row[] =>
    [0, step, 3 * step].slice(draw.whole(0, 2)).map((Threshold) => ({ ...row, Threshold, Rate: rate() }));
  switch (Type) {
    case 'discount':
      return inTwoTimes(frame, [{ ...row, Rate: rate() }], rate);
    case 'tiers':
    case 'volume tiers':
      return bands(draw.whole(10, 20000));
    case 'price-volume':
      return bands(draw.whole(1000, 5000000));
    case 'dose cap':
      return [{ ...row, P1: draw.whole(1, 20), P2: draw.of(['year', 'course']) }];
    case 'spend cap':
      return [{ ...row, Threshold: draw.whole(1000, 9000000), Rate: rate() }];
    case 'free start':
      return [{ ...row, P1: draw.whole(1, 3) }];
    case 'outcome refund':
      return [{ ...row, P1: rate(), Rate: rate(), P2: rate() }];
    case 'pay on response':
      return [{ ...row, P1: rate(), P2: draw.whole(0, 12) }];
    case 'annuity':
      return [{ ...row, P1: draw.whole(1, 5), Rate: draw.of([0, 0.03, 0.05]) }];
    case 'subscription':
      return [
        {
          ...row,
          P1: draw.whole(0, 9000000),
          ...(draw.chance(50) ? { P2: draw.whole(0, 9000), Rate: draw.whole(1, 900) } : {}),
        },
      ];
  }
};

/** What agreements are about: one acquisition row for each technology but `none`. */
export const agreedCosts = (frame: Frame): Row[] => {
  const { draw } = frame;
  if (frame.families.agreements !== true) return [];
  return frame.technologies
    .filter(({ role }) => role !== 'none')
    .map(({ name }) => ({
      Technology: name,
      Category: 'Acquisition',
      Item: 'Course',
      Per: draw.of(['patient-year', 'patient-year', 'month', 'start']),
      Quantity: draw.chance(50) ? draw.whole(1, 12) : null,
      ...byYear(frame, 'Unit cost', () => draw.decimal(10, 2000, 2)),
    }));
};

/** The same terms, other rates, for one subgroup by itself. */
const ofSubgroup = (frame: Frame, row: Row): Row[] =>
  frame.draw.chance(12) && row['Threshold'] === undefined
    ? [{ ...row, Subgroup: frame.draw.of(frame.subgroups), Rate: row['Rate'] === undefined ? null : 0.05 }]
    : [];

export const agreementRows = (frame: Frame): Row[] => {
  const { draw } = frame;
  if (frame.families.agreements !== true) return [];
  const types = draw.shuffled(TYPES);
  const named = frame.technologies.filter(({ role }) => role !== 'none' && draw.chance(80)).map(({ name }) => name);
  const forAll = draw.chance(25) ? [draw.of(['All', ''])] : [];
  // Technologies of a group have one agreement, in a row each.
  if (draw.chance(15))
    return agreementOf(frame, '', types.find((type) => type !== 'annuity') ?? 'discount', 1).flatMap((row) =>
      named.map((Technology) => ({ ...row, Technology, Group: 'Together' })),
    );
  return [...named, ...forAll].flatMap((name) =>
    types
      .slice(0, draw.whole(1, 3))
      .flatMap((type, i) => agreementOf(frame, name, type, i + 1))
      .flatMap((row) => [row, ...ofSubgroup(frame, row)]),
  );
};

/** Chains of one to three tests a subgroup. */
export const testRows = (frame: Frame): Row[] => {
  const { draw } = frame;
  if (frame.families.tests !== true) return [];
  const rate = (least: number): number => draw.decimal(least, 1, 2);
  return frame.subgroups
    .filter(() => draw.chance(70))
    .flatMap((Subgroup) => {
      const accurate = draw.chance(60);
      const gated = draw.chance(50);
      return Array.from({ length: draw.whole(1, 3) }, (_, i) => ({
        Technology: draw.chance(50) ? draw.of(frame.technologies).name : null,
        Subgroup,
        World: draw.chance(25) ? draw.of(['with', 'without']) : null,
        Test: `Test ${String(i)}`,
        Order: i + 1,
        Step: i === 0 && draw.chance(40) ? FIRST_STEP : null,
        Offered: draw.chance(40) ? rate(0.1) : null,
        Prevalence: accurate && (i === 0 || !gated) ? rate(0) : null,
        Sensitivity: accurate ? rate(0) : null,
        Specificity: accurate ? rate(0) : null,
        Positive: accurate ? null : rate(0),
        Gate: gated ? 'yes' : null,
        Combination: i > 0 && draw.chance(25) ? 'parallel' : null,
        Minutes: draw.chance(30) ? draw.whole(1, 30) : null,
        'Unit cost': draw.chance(70) ? draw.decimal(1, 90, 2) : null,
        Uptake: draw.chance(50) ? rate(0) : null,
      }))
        .map((row, i, chain) => (accurate && i > 0 ? { ...row, World: chain[0]?.World ?? null } : row))
        .map((row, i, chain) => {
          // A test is given beside one that comes before it in its own world.
          const beside = chain.slice(0, i).some(({ World }) => World === null || World === row.World);
          return beside ? row : { ...row, Combination: null };
        });
    });
};
