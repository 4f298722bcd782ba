/** How figures are asked for, and what an explanation says of them. */
import { membersIn } from '../../../src/engine/graph/axis';
import { findFigure } from '../../../src/engine/readings/figure-address';
import { explain } from '../../../src/engine/readings/explain';
import { model, people, runOf, small } from '../small';

const run = runOf(
  small({
    Model: model(2, ['Baseline year', 'yes'], ['Discount rate', 0.1]),
    Population: people(100, ["O'Neill, A", 'People', 'count', 40, 0.1]),
    Technologies: [
      ['Technology', 'Role'],
      ['New', 'new'],
      ['Old', 'current'],
    ],
    Uptake: [
      ['World', 'Technology', '2026', '2027'],
      ['without', 'Old', 1, 1],
      ['with', 'New', 0.25, 0.5],
    ],
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Price item', 'Unit cost'],
      ['New', 'Acquisition', 'pack', 'patient-year', 'pack', null],
      ['Old', 'Care', 'visit', 'patient-year', null, 3],
    ],
    Prices: [
      ['Item', 'List price', 'Discount', 'Confidential'],
      ['pack', 10, 0.2, 'yes'],
    ],
  }),
);
const at = (address: string): readonly string[] => findFigure(run, address).places.map((place) => place.join(' '));
const mistake = (address: string): string => {
  try {
    findFigure(run, address);
  } catch (reason) {
    return reason instanceof Error ? reason.message : '';
  }
  return '';
};

test('members come in any order, without case, and in quotes where they hold a comma', () => {
  expect(at('Eligible patients[with, Adults, 2026]')).toEqual(['1 0 1']);
  expect(at(' eligible PATIENTS [ 2027 , adults,With ] ')).toEqual(['1 0 2']);
  expect(at("Eligible patients[with, 'O''Neill, A', 2026]")).toEqual(['1 1 1']);
  expect(at("Eligible patients['O''Neill, A' , without,2025]")).toEqual(['0 1 0']);
  expect(findFigure(run, 'Eligible patients[2026, with]').said).toBe('with · 2026');
});
test('an axis left out is summed over, the baseline year apart', () => {
  expect(at('Eligible patients[with]')).toEqual(['1 0 1', '1 0 2', '1 1 1', '1 1 2']);
  expect(explain(run, 'Eligible patients[with, 2026]')).toMatchObject({
    value: '144',
    where: 'with · 2026',
    formula: 'sum of its parts',
    unit: 'person',
    operator: '',
    parts: [
      { value: '100', where: 'with · Adults · 2026', operator: '' },
      { value: '44', where: "with · O'Neill, A · 2026", operator: '+' },
    ],
  });
});
test('what cannot be meant is refused with what there is', () => {
  expect(mistake('Eligible patients[2026]')).toBe('Eligible patients needs a world: without, with.');
  expect(mistake('Share[with, 2026]')).toMatch(/^Share needs a arm: Adults · New, Adults · Old, /);
  expect(mistake('Budget impact[with, 2030]')).toBe(
    'Budget impact has no with, 2030. Its axes: year (2025, 2026, 2027).',
  );
  expect(mistake('Eligible patients[nowhere]')).toBe(
    "Eligible patients has no nowhere. Its axes: world (without, with); subgroup (Adults, O'Neill, A); year (2025, 2026, 2027).",
  );
  expect(mistake('impact')).toMatch(/^There is no figure impact\. Perhaps: Budget impact, /);
  expect(mistake('weather')).toBe(
    'There is no figure weather. Try Budget impact, Cost, Treated patients or Eligible patients.',
  );
});
test('a price that is confidential is told as such, and no other', () => {
  const found: string[] = [];
  const walk = (node: ReturnType<typeof explain>): void => {
    if (node.at) found.push(`${node.parameter} ${String(node.confidential)}`);
    node.parts.forEach(walk);
  };
  walk(explain(run, 'Cost[with, 2026]'));
  expect(found).toContain('Prices/pack/All/List price true');
  expect(found).toContain('Prices/pack/All/Discount true');
  expect(found.filter((text) => text.startsWith('Costs/'))).toEqual(
    found.filter((text) => text.startsWith('Costs/') && text.endsWith(' false')),
  );
});
test('a power tells its base and its exponent', () => {
  const made = explain(run, 'Discounted budget impact by year[2027]');
  const powers: (readonly string[])[] = [];
  const walk = (node: ReturnType<typeof explain>): void => {
    if (node.parts.some(({ operator }) => operator === '^')) powers.push(node.parts.map(({ operator }) => operator));
    node.parts.forEach(walk);
  };
  walk(made);
  expect(powers.length).toBeGreaterThan(0);
  for (const operators of powers) expect(operators).toEqual(['', '^']);
});
test('a figure without a unit says none; one that nobody typed says what stands in its place', () => {
  const share = explain(run, 'Share[with, Adults · New, 2026]');
  expect([share.unit, share.value]).toEqual(['', '0.25']);
  const found: string[] = [];
  const walk = (node: ReturnType<typeof explain>): void => {
    if (node.at === null && node.parts.length === 0) found.push(`${node.name}: ${node.source}`);
    node.parts.forEach(walk);
  };
  for (const { block } of run.of.model.quantities) {
    const empty = block.input?.structural ? -1 : (block.input?.given.indexOf(null) ?? -1);
    if (empty < 0) continue;
    const members = membersIn(block.axes, empty).map((member, k) => block.axes[k]?.members[member] ?? '');
    walk(explain(run, `${block.name}[${members.map((member) => `'${member.replaceAll("'", "''")}'`).join(', ')}]`));
  }
  expect(found.filter((text) => text.endsWith('not typed: its default')).length).toBeGreaterThan(2);
});
