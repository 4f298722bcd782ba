/** What one agreement takes off: its typed terms, what it works on, and the years in which its rows are in force. */
import type { AgreementRow, Given } from '../assumptions';
import { AGREEMENTS } from '../agreements';
import type { Agreement, Band, Terms as KindTerms, Together } from '../agreements/kind';
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, one, position, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Costs } from './costs';
import { distinct, isAll, sameName, type Structure } from './structure';
import type { Contract, Covered } from './contracts';
import type { InForce } from './years-in-force';

const ZERO = new Exact(0);

/** What every agreement is made from, beside its own terms. */
export interface Ground {
  readonly structure: Structure;
  readonly terms: Terms;
  readonly inForce: InForce;
  readonly coverage: Axis;
  readonly covered: readonly Covered[];
  readonly costs: Costs;
  /** From a covered line to its agreement and world. */
  readonly per: readonly [Link, Link];
  readonly stops: Quantity;
  readonly instalment: Axis;
}

/** The typed terms of all rows. [agreement row] */
export interface Terms {
  readonly row: Axis;
  readonly threshold: Quantity;
  readonly rate: Quantity;
  readonly p1: Quantity;
  readonly p2: Quantity;
}

/** Where a share is left blank, the whole is meant. */
const WHOLE: ReadonlySet<AgreementRow['type']> = new Set(['spend cap', 'outcome refund']);

export function termsOf(model: Model, structure: Structure): Terms {
  const rows = structure.assumptions.agreements;
  const row = axis('agreement row', distinct(rows.map((at) => `${at.group || at.technology} · ${at.type}`)));
  const term = (
    name: string,
    of: (at: AgreementRow) => Given | null,
    blank: (at: AgreementRow) => number,
  ): Quantity => {
    const filled = rows.map(of);
    const blanks = model.data(
      `${name}, where blank`,
      '1',
      [row],
      rows.map((at) => new Exact(blank(at))),
    );
    const typed = model.input(`${name}, typed`, '1', [row], filled, new Exact(0));
    return model.quantity(
      name,
      '1',
      [row],
      () => cases(row, (at) => (filled[at] ? 'typed' : 'blank'), { typed, blank: blanks }),
      { source: 'workbook contract, BIM_Agreements' },
    );
  };
  const wholeIfBlank = (at: AgreementRow): number => (WHOLE.has(at.type) ? 1 : 0);
  return {
    row,
    threshold: term(
      'Threshold',
      (at) => at.threshold,
      () => 0,
    ),
    rate: term('Rate', (at) => at.rate, wholeIfBlank),
    p1: term(
      'Agreement P1',
      (at) => at.p1,
      () => 0,
    ),
    p2: term('Agreement P2', (at) => at.p2, wholeIfBlank),
  };
}

/** The kind of an agreement. */
export function kindOf({ rows: [head] }: Contract): Agreement {
  const kind = AGREEMENTS.find((known) => known.name === head?.type);
  if (!kind) throw new Error(`no agreement of type ${head?.type ?? ''}`);
  return kind;
}

/** What an agreement takes off all its lines together. [agreement, world, year] */
export function rebateTogether(
  of: Contract,
  ground: Ground,
  on: Pick<Together, 'spend' | 'units' | 'heads'>,
): Expression {
  const kind = kindOf(of);
  if (!('together' in kind)) return zero();
  const blended = sum(ground.costs.volume.units.times(ownPrice(of, ground)), ground.coverage, ...ground.per);
  return ground.inForce.rows(of, (rows) => kind.together({ ...termsIn(rows, ground), ...on, blended }));
}

/** What an agreement on each line works on; spend carried on is that of years whose instalments go on. */
export type Spends = Readonly<Record<'spend' | 'running' | 'carried', Quantity>>;

/** What an agreement takes off one of its lines. [line under an agreement, year] */
export function rebateOfLine(of: Contract, ground: Ground, { spend, running, carried }: Spends): Expression {
  const kind = kindOf(of);
  if (!('byLine' in kind)) throw new Error(`${kind.name} is no agreement on each line`);
  const { costs, instalment, structure } = ground;
  const { doses, loading, units, startUnits, starters } = costs.volume;
  const taken = (rows: readonly AgreementRow[], paid: Quantity): Expression =>
    kind.byLine({
      ...termsIn(rows, ground),
      ...{ spend, people: costs.people, starters, doses, loading, units, startUnits, instalment },
      running: paid,
      course: courses(ground),
      kept: keptOn(rows[0], ground),
    });
  if (kind.name !== 'annuity') return ground.inForce.rows(of, (rows) => taken(rows, running));
  // Instalments fall due after the last year in which patients start under the agreement, but not those of a baseline year that ends.
  return cases(structure.year, (period) => (period === 0 ? 'first' : 'later'), {
    first: taken(of.rows, running),
    later: taken(of.rows, carried),
  });
}

function termsIn(rows: readonly AgreementRow[], { structure, terms }: Ground): KindTerms {
  const { year, assumptions } = structure;
  const money = assumptions.model.currency;
  const bands = [...rows]
    .sort((a, b) => (a.threshold?.value ?? ZERO).cmp(b.threshold?.value ?? ZERO))
    .map((row): Band => {
      const name = terms.row.members[assumptions.agreements.indexOf(row)] ?? '';
      const unit = row.type === 'price-volume' || row.type === 'spend cap' ? money : '1';
      return {
        row,
        threshold: terms.threshold.at(terms.row, name).times(constant(1, unit)),
        rate: terms.rate.at(terms.row, name),
        p1: terms.p1.at(terms.row, name),
        p2: terms.p2.at(terms.row, name),
      };
    });
  const [first] = bands;
  if (!first) throw new Error('an agreement without rows');
  return { bands, first, year, money };
}

/** The price in the row of a covered line's own subgroup. */
function ownPrice(of: Contract, { structure, terms, coverage, covered, costs }: Ground): Expression {
  const { assumptions, subgroup } = structure;
  const rows = covered.map((at) => {
    const name = subgroup.members[costs.lines[at.line]?.subgroup ?? -1] ?? '';
    const row = of.rows.find((own) => sameName(own.subgroup, name)) ?? of.rows.find((own) => isAll(own.subgroup));
    return row ? assumptions.agreements.indexOf(row) : -1;
  });
  return terms.p1
    .via(link('row of the subgroup', coverage, terms.row, rows))
    .times(constant(1, assumptions.model.currency));
}

/** Starters of a cohort begin a course; in stock accounting every patient of the year has one. */
function courses({ structure, coverage, covered, costs }: Ground): Expression {
  const accounting = (member: number): string =>
    structure.arms[costs.lines[covered[member]?.line ?? -1]?.arm ?? -1]?.accounting ?? 'stock';
  return cases(coverage, accounting, { cohort: costs.volume.starters, stock: costs.people });
}

/** The part of a year's patients who are still on treatment at an instalment, where only they are paid for. */
function keptOn(
  row: AgreementRow | undefined,
  { structure, coverage, covered, costs, stops, instalment }: Ground,
): Expression {
  if (!sameName(row?.p2Text ?? '', 'yes')) return one;
  const technology = link(
    'technology of the covered line',
    coverage,
    structure.technology,
    covered.map((at) => costs.lines[at.line]?.technology ?? -1),
  );
  return one.minus(stops.via(technology)).power(position(instalment).minus(one));
}
