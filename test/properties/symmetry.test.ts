/** Symmetry, by the numbers of the checks: swapped worlds and prices, order and names. */
import { D } from '../engine/small';
import { holds, impact, noFixed, run, scaled } from './worlds';

const renamed = <T extends Readonly<Record<string, unknown>>>(
  record: T,
  name: (key: string) => string,
): Readonly<Record<string, T[string]>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value as T[string]]));

test('10 swapping the worlds turns every sign', () => {
  holds((spec) => {
    const [made, swapped] = [
      run(spec),
      run({ ...spec, with: spec.without, without: spec.with, fixedWorld: 'without' }),
    ];
    expect(swapped.impact.total).toEqual(scaled(made.impact.total, -1));
    for (const [category, values] of Object.entries(made.impact.byCategory))
      expect(swapped.impact.byCategory[category]).toEqual(scaled(values, -1));
  });
});
test('11 the order of rows, subgroups, technologies and categories means nothing', () => {
  holds((spec, draw) => {
    const mixed = run({
      ...spec,
      groups: draw.shuffled(spec.groups),
      technologies: draw.shuffled(spec.technologies),
      costs: draw.shuffled(spec.costs),
      with: Object.fromEntries(draw.shuffled(Object.entries(spec.with))),
    });
    expect(mixed.impact).toEqual(run(spec).impact);
  });
});
test('12 names mean nothing', () => {
  holds((spec) => {
    const name = (of: string): string =>
      ({ A: "=SUM('A')", B: '“Bée” 💊', C: 'constructor', Adults: '__proto__', Children: 'Kinder/子供' })[of] ?? of;
    const category = (of: string): string => `+${of}, "x"`;
    const other = run({
      ...spec,
      groups: spec.groups.map((at) => ({ ...at, name: name(at.name) })),
      technologies: spec.technologies.map((at) => ({ ...at, name: name(at.name) })),
      costs: spec.costs.map((row) => ({
        ...row,
        technology: name(row.technology),
        category: row.category === 'Acquisition' ? row.category : category(row.category),
        item: `@${row.item}`,
      })),
      with: renamed(spec.with, name),
      without: renamed(spec.without, name),
    });
    const made = run(spec);
    expect(other.impact.total).toEqual(made.impact.total);
    expect(other.patients.map(({ values }) => values)).toEqual(made.patients.map(({ values }) => values));
    expect(other.costs.map(({ values }) => values)).toEqual(made.costs.map(({ values }) => values));
  });
});
test('13 two technologies between which everybody moves: their prices swapped turn every sign', () => {
  holds((spec) => {
    const [nobody, all] = [spec.fixed.map(() => 0), spec.fixed.map(() => 1)];
    const moved = (ofA: number, ofB: number): readonly string[] =>
      impact({
        ...noFixed(spec),
        without: { A: nobody, B: all, C: nobody },
        with: { A: all, B: nobody, C: nobody },
        costs: spec.costs
          .filter(({ technology, item }) => technology !== 'C' && item === 'item 0')
          .map((row) => ({ ...row, growth: 0.02, price: row.technology === 'A' ? ofA : ofB })),
      });
    const [a, b] = ['A', 'B'].map((name) => spec.costs.find(({ technology }) => technology === name)?.price ?? 0);
    expect(moved(b ?? 0, a ?? 0)).toEqual(scaled(moved(a ?? 0, b ?? 0), -1));
    expect(moved(2, 1).every((value) => new D(value).gt(0))).toBe(true);
  });
});
