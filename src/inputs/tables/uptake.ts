/** BIM_Uptake: who has what, in each world, as shares or patients, typed or by a curve. */
import type { UptakeRow } from '../../engine/assumptions';
import { choice, mixed, number, positive, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const world = choice(
  'World',
  ['without', 'with'],
  'The world without the new technology, or the world with it.',
  'with',
  { usual: true, required: true },
);
const subgroup = text(
  'Subgroup',
  'A subgroup of BIM_Population. Blank or All: every subgroup without a row of its own.',
  'All',
  { usual: true, list: 'subgroup', default: 'All' },
);
const technology = text('Technology', 'A technology of BIM_Technologies.', 'Drug A', {
  usual: true,
  required: true,
  list: 'technology',
});
const unit = choice(
  'Unit',
  ['share', 'patients'],
  'share of the eligible patients, or patients (at most those eligible).',
  'share',
  { usual: true, default: 'share' },
);
const curve = choice(
  'Curve',
  ['linear', 'logistic', 'gompertz', 'bass', 'bass discrete', 'step', 'analogue'],
  'The curve that gives the years that are not typed; t = 1 in the first year.',
  'linear',
  { usual: true },
);
const p1 = mixed(
  'P1',
  'share or patients',
  'linear: start. logistic, gompertz, bass, step: the highest value. analogue: the Technology whose row is followed.',
  '0',
  'a value as Unit says; for analogue a technology',
  { usual: true },
);
const p2 = number(
  'P2',
  'as the curve says',
  'linear: end. logistic: year of the middle. gompertz: displacement. bass: p. step: the year from which it holds (a year number, or a calendar year from 1000). analogue: speed.',
  '0.2',
  { usual: true },
);
const p3 = number(
  'P3',
  'as the curve says',
  'linear: years until the end is reached. logistic: steepness. gompertz: rate. bass: q.',
  '3',
  { usual: true },
);
const p4 = number('P4', 'as the curve says', 'logistic: the lowest value.', '0', { default: '0' });
const value = positive(
  'Share or patients',
  'share or patients',
  'The value of a year. A typed year wins over the curve.',
  '0.2',
  { bounds: 'a share from 0 to 1, or patients from 0 up' },
);

export const uptake: Table = {
  word: 'Uptake',
  sheet: 'Uptake',
  doc: 'The shares of a world and subgroup sum to 1. A technology of Role none left out of the world without takes the rest; current technologies left out of the world with give way by BIM_Displacement, else in proportion.',
  fields: [world, subgroup, technology, unit, curve, p1, p2, p3, p4, source('Company submission, table 12')],
  address: [world, subgroup, technology],
  identity: [world, subgroup, technology],
  years: { value, base: false, growth: false },
  rules: [
    'linear: P1 + (P2 − P1) · min(1, t/P3) · logistic: P4 + (P1 − P4)/(1 + e^(−P3(t − P2))) · gompertz: P1 · exp(−P2 · e^(−P3·t)) · bass: P1 · F(t), closed form, p = P2, q = P3 · bass discrete: the recursion · step: P1 from year P2 · analogue: the row of technology P1 at speed P2.',
    'A subgroup without rows in either world takes no part.',
  ],
};

export const uptakeRow = (row: RowReader): UptakeRow => {
  const typed = row.word(curve);
  const analogue = typed === 'analogue';
  const { years, places } = row.series();
  return {
    ...row.frame(),
    world: row.word(world) ?? 'with',
    subgroup: row.member(subgroup, 'subgroup'),
    technology: row.name(technology, 'technology'),
    unit: row.word(unit) ?? 'share',
    curve: typed,
    p1: row.given(p1),
    p2: row.given(p2),
    p3: row.given(p3),
    p4: row.given(p4),
    analogue: analogue ? row.name(p1, 'technology') : null,
    years,
    ...(places ? { places } : {}),
  };
};
