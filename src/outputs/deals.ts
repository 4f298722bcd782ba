/**
 * Agreements side by side, in words and rows: what each leaves to pay, its price, its worst year and who bears which
 * risk. Made for the Deals sheet and for the pane alike.
 */
import { RISKS, type AgreementFigures, type Bearer, type Risk } from '../engine/agreement-figures';
import type { Place } from '../engine/finding';
import { affordabilityOf, highestYear } from './affordability';
import { amount, type Amount } from './amounts';
import { dealTerms } from './deal-terms';
import { impactRow, type Figures } from './figures';
import { flow, stock, type Row } from './row';

/** One agreement by itself, none of them, or all together. */
export interface Deal {
  /** "No agreement", "Drug A · spend cap", "All agreements". */
  readonly name: string;
  readonly kind: AgreementFigures['kind'];
  /** Its terms in a sentence: "All spend beyond £600 a year is repaid." Empty for none and all. */
  readonly terms: string;
  readonly technologies: readonly string[];
  readonly confidential: boolean;
  /** The first row of the agreement in the workbook. */
  readonly at: Place | null;
  /** Budget impact of the model's payer with this agreement; total over years left of them. */
  readonly impact: Row;
  /** Cost of the medicines under agreement before it, what is taken off (when it is paid), and what is left. */
  readonly gross: Row;
  readonly rebate: Row;
  readonly net: Row;
  /** Effective net price of a unit; its total is that of all years together. Blank without units. */
  readonly netPrice: Row;
  readonly grossPrice: Row;
  /** Units (or patients) a year from which it costs less than no agreement; null where volume decides nothing. */
  readonly breakEven: { readonly unit: 'units' | 'patients'; readonly row: Row } | null;
  /** The year of the highest impact among those tested (all without a test). */
  readonly worst: { readonly year: number; readonly impact: Amount } | null;
  /** The first tested year over the limit; null where none is, or nothing is tested. */
  readonly firstOver: number | null;
  /** Budget impact of all years less that without any agreement: below 0 it saves. */
  readonly saved: Amount;
  /** Who bears what; empty for none and all. */
  readonly risks: readonly { readonly risk: Risk; readonly bearer: Bearer }[];
}

/** The comparison in the order in which it is shown: none, each by itself, all together. Empty without agreements. */
export function dealsOf(figures: Figures): readonly Deal[] {
  const rows = figures.results.agreements ?? [];
  const none = rows.find((row) => row.kind === 'none') ?? null;
  return rows.map((row) => dealOf(figures, row, none));
}

const exact = (values: readonly (string | null)[]): readonly (Amount | null)[] =>
  values.map((value) => (value === null ? null : amount(value)));
const flowOf = (values: readonly string[]): Row => flow(values.map(amount), null);

function dealOf(figures: Figures, row: AgreementFigures, none: AgreementFigures | null): Deal {
  const { results, years } = figures;
  const impact = impactRow(results, row.impact.total);
  const without = impactRow(results, none?.impact.total ?? row.impact.total);
  const test = affordabilityOf(figures, row.impact);
  const overall = row.netPriceOverall === null ? null : amount(row.netPriceOverall);
  const all = years.map((_, index) => index);
  return {
    name: row.agreement,
    kind: row.kind,
    terms: dealTerms(figures, row),
    technologies: row.technologies,
    confidential: row.confidential,
    at: row.at,
    impact,
    gross: flowOf(row.gross),
    rebate: flowOf(row.rebate),
    net: flowOf(row.net),
    netPrice: { ...stock(exact(row.netPrice), null), total: overall },
    grossPrice: stock(exact(row.grossPrice), null),
    breakEven: row.breakEven && { unit: row.breakEven.unit, row: stock(exact(row.breakEven.values), null) },
    worst: test?.highest ?? highestYear(figures, row.impact, all),
    firstOver: row.impact.test?.years[0] ?? null,
    saved: (impact.total ?? amount(0)).minus(without.total ?? amount(0)),
    risks: row.risks === null ? [] : RISKS.map((risk) => ({ risk, bearer: row.risks?.[risk] ?? 'payer' })),
  };
}
