/**
 * Realised: the five answers, who starts and what it costs as planned and as realised, the benefits, and what the gaps
 * are worth. Made only where the workbook holds something of value realisation.
 */
import type { Realisation } from '../../engine/realisation-results';
import { amount, ZERO, type Amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import { counts, impactRow, isAll, named, type Figures } from '../figures';
import { moneyLine, peopleLine } from '../lines';
import { differenceFormat, fineMoneyFormat, moneyFormat, unitOf } from '../money';
import { heading, line, newPage, periodHeader, section, type Page } from '../page';
import { realisationAnswers, realisationCautions } from '../realisation-words';
import { termsOf } from '../live-terms';
import { rowOfMonths, rowOfRows, rowOfYears } from '../live-rows';
import { flow, lessRow, stock, sumRows, type Row } from '../row';
import { answersSection, wideText } from '../wide-text';
import { worthSections } from '../worth-sections';
import { staleLine } from '../stale';

const HEADER_ROW = 5;

export function realisedSheet(figures: Figures, realisation: Realisation, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  const what = 'What the plan becomes behind its gates, what that is worth, and what each gate withholds';
  heading(page, 'Realised value', what, stamp);
  staleLine(page);
  periodHeader(page, HEADER_ROW, '');
  answersSection(page, realisationAnswers(figures, realisation));
  peopleSection(page, realisation);
  patientsSection(page, realisation);
  if (figures.hasCosts) {
    impactSection(page, realisation);
    payerSection(page, realisation);
  }
  benefitSection(page, realisation);
  worthSections(page, realisation);
  cautionLines(page, realisation);
  return drawn(page, {
    key: 'realised',
    tableRow: HEADER_ROW,
    note: 36,
    caption: 'Figures may not add because of rounding.',
  });
}

function cautionLines(page: Page, realisation: Realisation): void {
  page.next += 1;
  for (const text of realisationCautions(page.figures, realisation)) {
    wideText(page, 2, text, 'wrappedNote');
    page.next += 1;
  }
}

/** Starts as planned and as realised, who waits, and who left. Demand = starts + change of those who wait + leavers. */
function peopleSection(page: Page, realisation: Realisation): void {
  const { demand, starts, backlog, leavers } = realisation;
  section(page, `People starting ${page.figures.adopted}`, page.figures.people.unit);
  const [plan, real] = [demand, starts].map((rows) => rowOfMonths(page, rows, 'added')) as [Row, Row];
  const waiting = rowOfMonths(page, backlog, 'at the end');
  const change = waiting.years.map((people, year) => (people ?? ZERO).minus(waiting.years[year - 1] ?? ZERO));
  peopleLine(page, 'starts/planned', 'Planned', plan);
  peopleLine(page, 'starts/realised', 'Realised', real, { tone: 'total' });
  line(page, {
    key: 'starts/share',
    label: 'Realised of planned',
    unit: '%',
    row: rowOfRows(
      page,
      shareRow(real, plan),
      ['starts/realised', 'starts/planned'],
      ([begun, , meant]) => `IF(${meant ?? ''}=0,0,${begun ?? ''}/${meant ?? ''})`,
    ),
    format: '0%;-0%;"–"',
  });
  peopleLine(page, 'starts/waiting', 'Waiting', waiting, { member: 'at the end of the year' });
  const changed = rowOfRows(
    page,
    flow(change, null),
    ['starts/waiting'],
    ([now, before]) => `${now ?? ''}-${before ?? ''}`,
  );
  peopleLine(page, 'starts/change', 'Change of those who wait', changed);
  peopleLine(page, 'starts/left', 'Left the queue for good', rowOfMonths(page, leavers, 'added'));
  technologyLines(page, realisation);
}

const shareRow = (part: Row, whole: Row): Row => {
  const share = (a: Amount | null, b: Amount | null): Amount | null => (a && b && !b.isZero() ? a.div(b) : null);
  return {
    total: share(part.total, whole.total),
    baseline: null,
    years: part.years.map((value, year) => share(value, whole.years[year] ?? null)),
  };
};

/** Where there are several new technologies, each by itself. */
function technologyLines(page: Page, { demand, starts }: Realisation): void {
  const names = [...new Set(demand.map((row) => row.technology))];
  if (names.length < 2) return;
  for (const name of names) {
    const of = (rows: typeof demand): Row =>
      rowOfMonths(
        page,
        rows.filter((row) => row.technology === name),
        'added',
      );
    peopleLine(page, `starts/planned/${name}`, name, of(demand), { member: 'planned' });
    peopleLine(page, `starts/realised/${name}`, name, of(starts), { member: 'realised' });
  }
}

/** People on the new technologies, the mean of the year. */
function patientsSection(page: Page, { patients }: Realisation): void {
  const { figures } = page;
  const of = (kind: string): Row | null => {
    const rows = patients.filter((row) => row.case === kind && figures.newTechnologies.includes(row.technology));
    return rows.length === 0
      ? null
      : sumRows(rows.map(({ values }) => stock(values.map(amount), null, termsOf(figures.results, values))));
  };
  const [planned, realised] = [of('planned'), of('realised')];
  if (!planned || !realised) return;
  section(page, `People on ${figures.adopted}`, 'mean of the year');
  peopleLine(page, 'on/planned', 'Planned', planned);
  peopleLine(page, 'on/realised', 'Realised', realised, { tone: 'total' });
}

function impactSection(page: Page, { impact }: Realisation): void {
  const { results, money } = page.figures;
  section(page, 'Budget impact, cost of tasks included', unitOf(money));
  const [planned, realised] = [impact.planned, impact.realised].map(({ total }) => impactRow(results, total));
  if (!planned || !realised) return;
  moneyLine(page, 'impact/planned', 'Planned', planned);
  moneyLine(page, 'impact/realised', 'Realised', realised, { tone: 'total' });
  moneyLine(page, 'impact/gap', 'Realised less planned', lessRow(realised, planned), {
    format: differenceFormat(money),
  });
  if ([...impact.planned.cashReleased, ...impact.realised.cashReleased].every((value) => amount(value).isZero()))
    return;
  moneyLine(page, 'cash/planned', 'Cash released by benefits', impactRow(results, impact.planned.cashReleased), {
    member: 'planned',
  });
  moneyLine(page, 'cash/realised', 'Cash released by benefits', impactRow(results, impact.realised.cashReleased), {
    member: 'realised',
  });
  moneyLine(page, 'after/planned', 'Impact after cash released', impactRow(results, impact.planned.afterCash), {
    member: 'planned',
  });
  moneyLine(page, 'after/realised', 'Impact after cash released', impactRow(results, impact.realised.afterCash), {
    member: 'realised',
  });
}

/** Planned and realised impact of every payer named; the cost of tasks belongs to none. */
function payerSection(page: Page, { costs }: Realisation): void {
  const { results } = page.figures;
  const payers = [...new Set([...results.costs, ...costs].map(({ payer }) => payer))];
  if (payers.filter((payer) => payer !== '').length === 0 || payers.length < 2) return;
  section(page, 'Budget impact by payer', unitOf(page.figures.money));
  const without = results.costs.filter(({ world }) => world === 'without');
  for (const payer of payers) {
    const total = (rows: readonly { readonly payer: string; readonly values: readonly string[] }[]): Row =>
      rowOfYears(
        page,
        rows.filter((row) => row.payer === payer),
      );
    const name = named(payer, 'Every payer');
    const note = isAll(results.payer) || counts(results, payer) ? {} : { note: 'Not in the budget of this model' };
    for (const kind of ['planned', 'realised']) {
      const row = lessRow(total(costs.filter((each) => each.case === kind)), total(without));
      moneyLine(page, `payer/${kind}/${payer}`, name, row, { member: kind, ...note });
    }
  }
}

/** Benefits in money of the year, undiscounted: as realised, and the plan's beside them. */
function benefitSection(page: Page, { benefits }: Realisation): void {
  const { money } = page.figures;
  const kinds = new Map<string, { readonly benefit: string; readonly class: string }>();
  for (const each of benefits) kinds.set(JSON.stringify([each.class, each.benefit]), each);
  if (kinds.size === 0) return;
  section(page, 'Benefits of the year, undiscounted', unitOf(money));
  const of = (kind: string, match: (each: (typeof benefits)[number]) => boolean): Row =>
    rowOfYears(
      page,
      benefits.filter((each) => each.case === kind && each.measure === 'money' && match(each)),
    );
  const format = { format: money.places === 2 ? moneyFormat(money) : fineMoneyFormat(money) };
  for (const [key, kind] of kinds) {
    const row = of('realised', (each) => each.benefit === kind.benefit && each.class === kind.class);
    moneyLine(page, `benefit/${key}`, kind.benefit, row, { member: kind.class, ...format });
  }
  moneyLine(
    page,
    'benefits/realised',
    'Realised benefits',
    of('realised', () => true),
    { tone: 'total', ...format },
  );
  moneyLine(
    page,
    'benefits/planned',
    'Planned benefits',
    of('planned', () => true),
    format,
  );
}
