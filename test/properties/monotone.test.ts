/** Which way figures move, by the numbers of the checks: more is never less. */
import type { Block } from '../build/snapshot';
import { D, model, people, small, switching, withOf } from '../engine/small';
import { atLeast, drugCost, followed, medicineOf } from './medicines';
import { drawing, figuresOf, holds, impact, less, neverBelow, PAYERS, run, times, zeros } from './worlds';

test('23 a dearer technology moves the impact the way its share moves', () => {
  holds((spec, draw) => {
    const of = draw.of(['A', 'B', 'C']);
    const dearer = {
      ...spec,
      costs: spec.costs.map((row) =>
        row.technology === of && row.category === 'Acquisition' ? { ...row, price: row.price + 1 } : row,
      ),
    };
    const moved = less(impact(dearer), impact(spec)).map((value) => new D(value).cmp(0));
    expect(moved).toEqual(
      spec.fixed.map((_, n) => Math.sign((spec.with[of]?.[n] ?? 0) - (spec.without[of]?.[n] ?? 0))),
    );
  });
});
test('24 a larger rebate never costs more; all of it leaves nothing to pay; none of it is the list run', () => {
  holds((spec) => {
    const rebates = [0, 0.2, 0.75, 1].map((rebate) => run({ ...spec, rebate }));
    rebates.slice(1).forEach((made, n) => {
      expect(neverBelow(rebates[n]?.impact.total ?? [], made.impact.total)).toBe(true);
    });
    expect(rebates[0]?.impact.total).toEqual(impact(spec));
    const drug =
      rebates[3]?.costs.filter(({ technology, category }) => technology === 'A' && category === 'Acquisition') ?? [];
    expect(drug.length).toBeGreaterThan(0);
    for (const { values } of drug) expect(values).toEqual(zeros(spec));
  });
});
test('25 a larger fraction in the funnel never means fewer patients', () => {
  holds((spec) => {
    const [few, many] = [
      run(spec),
      run({ ...spec, groups: spec.groups.map((group) => ({ ...group, fraction: times(group.fraction, 1.1) })) }),
    ];
    many.patients.forEach(({ values }, n) => {
      expect(neverBelow(values, few.patients[n]?.values ?? [])).toBe(true);
    });
    many.eligible.forEach(({ values }, n) => {
      expect(neverBelow(values, few.eligible[n]?.values ?? [])).toBe(true);
    });
  });
});
test('28 a larger offset never raises the impact; costs are not negative and offsets not positive', () => {
  holds((spec) => {
    const offset = (price: number) =>
      run({
        ...spec,
        costs: [
          ...spec.costs,
          {
            technology: 'A',
            category: 'Offsets',
            item: 'stay',
            per: 'patient-year',
            price,
            growth: 0,
            payer: PAYERS[0],
          },
        ],
      });
    const [small, large] = [offset(-1), offset(-50.5)];
    expect(neverBelow(small.impact.total, large.impact.total)).toBe(true);
    for (const { category, values } of large.costs)
      for (const value of values) expect(category === 'Offsets' ? new D(value).lte(0) : new D(value).gte(0)).toBe(true);
  });
});
test('26 more adherence and longer persistence never cost less, and after a course nobody is left', () => {
  drawing((draw) => {
    const of = medicineOf(draw);
    expect(atLeast(drugCost({ ...of, adherence: 0.9 }), drugCost({ ...of, adherence: 0.6 }))).toBe(true);
    expect(drugCost({ ...of, adherence: 0.9 })).not.toBe(drugCost({ ...of, adherence: 0.6 }));
    const years = 5;
    const starts = followed(draw, years);
    const [shorter, longer] = [draw.whole(1, 30), draw.whole(31, 60)];
    const [short, long] = [shorter, longer].map((months) => starts({ Persistence: 'course', 'Course months': months }));
    const [fast, slow] = [0.9, 0.2].map((hazard) => starts({ Persistence: 'exponential', P1: hazard }));
    for (const [more, fewer] of [
      [long, short],
      [slow, fast],
    ])
      for (const figures of ['patients', 'cost'] as const)
        expect(neverBelow(more?.[figures] ?? [], fewer?.[figures] ?? [])).toBe(true);
    const once = followed(draw, years, 'bolus')({ Persistence: 'course', 'Course months': shorter });
    once.patients.forEach((value, n) => {
      expect(new D(value).isZero()).toBe(12 * n >= shorter);
    });
  });
});
test('27 more deaths and stops never leave more on treatment; all of them leave those who are new', () => {
  drawing((draw) => {
    const [few, many] = [draw.decimal(0, 0.4, 2), draw.decimal(0.41, 0.9, 2)];
    const count = draw.whole(100, 9999);
    const left = (die: number, stop: number): readonly string[] =>
      withOf(
        figuresOf(
          small({
            Model: model(3),
            Population: people(count, ['Adults', 'Die', 'leave', die, null]),
            Technologies: [
              ['Technology', 'Role', 'Discontinuation'],
              ['New', 'new', stop],
              ['Old', 'current', null],
            ],
            Uptake: switching(1, 1, 1),
          }),
        ).patients,
        'New',
      );
    const none = left(0, 0);
    expect(none).toEqual([count, count, count].map(String));
    expect([neverBelow(none, left(few, 0)), neverBelow(left(few, 0), left(many, 0))]).toEqual([true, true]);
    expect([neverBelow(none, left(0, few)), neverBelow(left(0, few), left(0, many))]).toEqual([true, true]);
    expect([left(1, 0), left(0, 1)]).toEqual([
      ['0', '0', '0'],
      ['0', '0', '0'],
    ]);
    const incident = followed(draw, 4);
    const made = incident({ Persistence: 'course', 'Course months': 12 });
    expect(made.patients).toEqual(made.starts);
    const constant = followed(draw, 4, 'bolus')({ Persistence: 'all' });
    expect(new Set(constant.patients).size).toBe(1);
  });
});
test('29 more wastage costs more, and vials that are shared never cost more', () => {
  drawing((draw) => {
    const of = medicineOf(draw);
    const [little, much] = [0.05, 0.2].map((wastage) => drugCost({ ...of, wastage }));
    expect(atLeast(much ?? '', little ?? '')).toBe(true);
    expect(much).not.toBe(little);
    expect(atLeast(drugCost({ ...of, sharing: 'no' }), drugCost({ ...of, sharing: 'yes' }))).toBe(true);
  });
});
test('30 a curve moved to the left never has fewer people so far', () => {
  drawing((draw) => {
    const level = draw.decimal(0.1, 0.9, 2);
    const later = draw.whole(2, 5);
    const pairs: readonly (readonly [string, readonly number[], readonly number[]])[] = [
      ['logistic', [level, later - 1, 1.2], [level, later, 1.2]],
      ['gompertz', [level, 2, 0.8], [level, 2 * later, 0.8]],
      ['step', [level, later - 1], [level, later]],
      ['linear', [0, level, later - 1], [0, level, later]],
    ];
    const [curve, soon, late] = draw.of(pairs);
    const soFar = (parameters: readonly number[]): readonly string[] => {
      const Uptake: Block = [
        ['World', 'Technology', 'Curve', 'P1', 'P2', 'P3', '2026'],
        ['without', 'Old', null, null, null, null, 1],
        ['with', 'New', curve, ...[0, 1, 2].map((n) => parameters[n] ?? null), null],
      ];
      let total = new D(0);
      return withOf(figuresOf(small({ Model: model(6), Uptake })).patients, 'New').map((value) => {
        total = total.plus(value);
        return total.toFixed();
      });
    };
    expect(neverBelow(soFar(soon), soFar(late))).toBe(true);
    expect(soFar(soon)).not.toEqual(soFar(late));
  });
});
test('31 larger doses and heavier people never cost less, and more where vials are shared', () => {
  drawing((draw) => {
    const of = { ...medicineOf(draw), unit: 'mg/kg' as const, dose: draw.decimal(0.5, 6, 1) };
    const more = [
      { ...of, dose: times(of.dose, 1.3) },
      { ...of, weight: of.weight + 12 },
    ];
    for (const at of more) {
      expect(atLeast(drugCost(at), drugCost(of))).toBe(true);
      const [shared, before] = [drugCost({ ...at, sharing: 'yes' }), drugCost({ ...of, sharing: 'yes' })];
      expect(atLeast(shared, before) && shared !== before).toBe(true);
    }
  });
});
