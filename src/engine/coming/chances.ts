/**
 * Chances of launch: approval, as typed or by phase, times funding. Likelihood of approval: the product of the remaining
 * phase rates (BIO, Biomedtracker & Amplion 2016). Workbook contract, BIM_Horizon and BIM_Phases.
 */
import { blanksIn, type Given } from '../given';
import { axis, type Axis } from '../graph/axis';
import { cases, equal, first, one, select } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Phase, Register } from '../horizon-assumptions';
import { Exact } from '../readings/decimals';

/** From the market back, so that each phase multiplies what is left after it. */
const PHASES: readonly Phase[] = ['approved', 'filed', 'III', 'II', 'I'];
const PUBLISHED: Readonly<Record<Phase, string>> = {
  I: '0.632',
  II: '0.307',
  III: '0.581',
  filed: '0.853',
  approved: '1',
};
const source = 'workbook contract, BIM_Horizon';

/** A figure of each row. */
export const figure = (
  model: Model,
  name: string,
  unit: string,
  item: Axis,
  given: readonly (Given | null)[],
  blank = new Exact(0),
): Quantity => model.input(name, unit, [item], given, blank);

/** Approval × funded; approval as typed, else the product of the rates from its phase on. */
export function chanceOf(model: Model, { items, phases }: Register, item: Axis): Quantity {
  const phase = axis('phase of development', PHASES);
  const row = (n: number) => phases.find((of) => of.phase === PHASES[n]) ?? null;
  const published = model.data(
    'Rate of passing the phase, as published',
    '1',
    [phase],
    PHASES.map((of) => new Exact(PUBLISHED[of])),
    { source: 'BIO, Biomedtracker and Amplion 2016; rates of 2006–2015' },
  );
  const given = figure(
    model,
    'Rate of passing the phase, typed',
    '1',
    phase,
    PHASES.map((_, n) => row(n)?.rate ?? null),
  );
  const rate = model.quantity(
    'Rate of passing the phase',
    '1',
    [phase],
    () => cases(phase, (n) => (row(n) ? 'typed' : 'published'), { typed: given, published }),
    { source: 'workbook contract, BIM_Phases' },
  );
  const onwards: Quantity = model.quantity(
    'Chance from the phase on',
    '1',
    [phase],
    () => first(phase, rate, rate.times(onwards.previous(phase))),
    { source: 'BIO, Biomedtracker and Amplion 2016', meaning: 'the product of the rates of the phases that remain' },
  );
  item.belongsTo(
    phase,
    items.map((of) => PHASES.indexOf(of.phase)),
  );
  const typed = model.input(
    'Chance of approval, typed',
    '1',
    [item],
    items.map((of) => of.probability),
    new Exact(0),
    {},
    blanksIn(items, 'Probability'),
  );
  const isTyped = model.typed('Chance of approval, typed or not', typed);
  const funded = figure(
    model,
    'Chance of being funded',
    '1',
    item,
    items.map((of) => of.funded),
    new Exact(1),
  );
  return model.quantity(
    'Chance of launch',
    '1',
    [item],
    () => select(equal(isTyped, one), typed, onwards).times(funded),
    { source },
  );
}
