/** The rebate of one agreement: its typed terms, the ground it works on, and the years in which it runs. */
import type { AgreementRow, Given } from '../assumptions';
import { AGREEMENTS } from '../agreements';
import type { Agreement, Band, Deal } from '../agreements/kind';
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, one, position, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Costs } from './costs';
import { distinct, isAll, sameName, type Structure } from './structure';
import type { Contract, Covered } from './contracts';

const ZERO = new Exact(0);

/** What the rebate of one agreement is made from, beside its own terms. */
export interface Ground extends Pick<
  Deal,
  'spend' | 'units' | 'heads' | 'starters' | 'settled' | 'charged' | 'running' | 'carried' | 'money'
> {
  readonly coverage: Axis;
  readonly covered: readonly Covered[];
  readonly costs: Costs;
  readonly per: readonly [Link, Link];
  readonly terms: Terms;
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
    return model.quantity(name, '1', [row], () =>
      cases(row, (at) => (filled[at] ? 'typed' : 'blank'), { typed, blank: blanks }),
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

const kindOf = (of: Contract): Agreement | undefined => AGREEMENTS.find((known) => known.name === of.rows[0]?.type);

/** Whether an agreement follows each patient, line by line. */
export const isPerPatient = (of: Contract): boolean => kindOf(of)?.perPatient === true;

/** The rebate of one agreement, 0 in the years in which it does not run. */
export function dealRebate(structure: Structure, of: Contract, ground: Ground): Expression {
  const { year, assumptions } = structure;
  const { terms, money, covered, costs, instalment } = ground;
  const kind = kindOf(of);
  const bands = [...of.rows]
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
  const [head] = bands;
  if (!kind || !head) throw new Error(`no agreement of type ${of.rows[0]?.type ?? ''}`);
  const kept = sameName(head.row.p2Text, 'yes') ? one.minus(ground.stops).power(position(instalment).minus(one)) : one;
  const inCohort = assumptions.technologies.some(
    (row) => row.accounting === 'cohort' && sameName(row.technology, head.row.technology),
  );
  const priceRow = covered.map((at) => {
    const subgroup = structure.subgroup.members[costs.lines[at.line]?.subgroup ?? -1] ?? '';
    const row = of.rows.find((own) => sameName(own.subgroup, subgroup)) ?? of.rows.find((own) => isAll(own.subgroup));
    return row ? assumptions.agreements.indexOf(row) : -1;
  });
  const own = terms.p1.via(link('row of the subgroup', ground.coverage, terms.row, priceRow)).times(constant(1, money));
  const rebate = kind.rebate({
    ...ground,
    course: inCohort ? ground.starters : ground.charged,
    bands,
    first: head,
    year,
    kept,
    blended: sum(costs.units.times(own), ground.coverage, ...ground.per),
  });
  // Instalments fall due after the last year in which patients start under the agreement.
  if (kind.name === 'annuity') return rebate;
  const runs = runsIn(structure, of);
  return cases(year, (period) => (runs(period) ? 'runs' : 'idle'), { runs: rebate, idle: zero(money) });
}

/** Whether an agreement runs in a period: From and To are calendar years. */
export const runsIn =
  (structure: Structure, { rows: [head] }: Contract) =>
  (period: number): boolean => {
    const calendar = Number(structure.year.members[period]);
    return calendar >= (head?.from ?? calendar) && calendar <= (head?.to ?? calendar);
  };
