/**
 * Medicines: what is bought of each technology, what it costs before and after agreements, and the headlines of the
 * official templates: gross drug, net drug (what it displaces taken off), and, as the budget impact itself, net of offsets.
 */
import { link } from '../graph/axis';
import { equal, select, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { isAcquisition } from './acquisition';
import type { Costs } from './costs';
import type { Impact } from './impact';
import type { Ledger } from './ledger';
import { isAll, sameName, type Structure } from './structure';
import { yearsAlone } from './years-alone';

export interface Medicines {
  /** [world, technology, year]: units, dispensings, and money of the category Acquisition. */
  readonly units: Quantity;
  readonly scripts: Quantity;
  readonly gross: Quantity;
  readonly net: Quantity;
  /** Money a unit; 0 where no unit is bought. [world, technology, year] */
  readonly grossPrice: Quantity;
  readonly netPrice: Quantity;
  /** Of the model's payer, [year]: new medicines before agreements, nothing displaced; and the impact of all medicines. */
  readonly grossDrug: Quantity;
  readonly netDrug: Quantity;
}

export function medicines(model: Model, structure: Structure, costs: Costs, ledger: Ledger, impact: Impact): Medicines {
  const { world, technology, year, assumptions } = structure;
  const money = assumptions.model.currency;
  const { line, lines } = costs;
  const bought = link(
    'technology of the medicine',
    line,
    technology,
    lines.map((at) => (isAcquisition(at.cost.category) ? at.technology : -1)),
  );
  const source = 'sum over lines of category Acquisition';
  const total = (name: string, unit: string, of: Quantity): Quantity =>
    model.quantity(name, unit, [world, technology, year], () => sum(of, line, line.linkTo(world), bought), { source });
  const units = total('Units of a technology', '1', costs.volume.units);
  const scripts = total('Scripts of a technology', '1', costs.volume.scripts);
  const gross = total('Gross acquisition', money, costs.gross);
  const paid = link(
    'technology of the medicine, entry',
    ledger.entry,
    technology,
    ledger.entries.map((at) => (at.kind === 'cost' && isAcquisition(at.category) ? at.technology : -1)),
  );
  const net = model.quantity(
    'Net acquisition',
    money,
    [world, technology, year],
    () => sum(ledger.amount, ledger.entry, ledger.entry.linkTo(world), paid),
    { source },
  );
  const price = (name: string, of: Quantity): Quantity =>
    model.quantity(name, money, [world, technology, year], () => select(equal(units, zero()), zero(), of.over(units)), {
      source: 'method page, Agreements',
    });
  return {
    units,
    scripts,
    gross,
    net,
    grossPrice: price('Gross price of a unit', gross),
    netPrice: price('Effective net price', net),
    ...headlines(model, structure, costs, ledger, impact),
  };
}

function headlines(
  model: Model,
  structure: Structure,
  costs: Costs,
  ledger: Ledger,
  impact: Impact,
): Pick<Medicines, 'grossDrug' | 'netDrug'> {
  const { world, year, assumptions } = structure;
  const { model: settings, technologies } = assumptions;
  const money = settings.currency;
  const counts = (payer: string): boolean => isAll(settings.payer) || payer === '' || sameName(payer, settings.payer);
  const fresh = link(
    'new medicine, payer of the model',
    costs.line,
    world,
    costs.lines.map((at) =>
      isAcquisition(at.cost.category) && technologies[at.technology]?.role === 'new' && counts(at.cost.payer)
        ? at.world
        : -1,
    ),
  );
  const source = 'NCPE (Ireland) budget impact model template v1.8; method page, Prices and units';
  const cost = model.quantity(
    'Gross cost of new medicines',
    money,
    [world, year],
    () => sum(costs.gross, costs.line, fresh),
    { source: 'workbook contract, What comes back' },
  );
  const grossDrug = model.quantity(
    'Gross drug budget impact',
    money,
    [year],
    () => yearsAlone(structure, cost.at(world, 'with')),
    {
      source,
    },
  );
  const category = ledger.category.members.find(isAcquisition);
  const netDrug = model.quantity(
    'Net drug budget impact',
    money,
    [year],
    () => (category === undefined ? yearsAlone(structure, zero()) : impact.byCategory.at(ledger.category, category)),
    { source },
  );
  return { grossDrug, netDrug };
}
