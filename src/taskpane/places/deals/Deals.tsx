/** Agreements compared on the same model: one row a deal, in the order of the sheet, then year by year and by price. */
import { useMemo } from 'react';
import type { Results } from '../../../engine/results';
import { dealsOf, type Deal } from '../../../outputs/deals';
import { figuresOf } from '../../../outputs/figures';
import { price, scaled, tableScale, unitOf, UNKNOWN, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { ByYear } from '../ByYear';
import { Lead } from '../Result';
import { DealRow } from './DealRow';
import { axisOf, dealsLead, textOf, titleOf, type Compared } from './deal-words';

/** With one agreement, all of them together are that one. */
const shownOf = (deals: readonly Deal[]): readonly Deal[] =>
  deals.filter((deal) => deal.kind === 'one').length > 1 ? deals : deals.filter((deal) => deal.kind !== 'all');

export function Deals({ results }: { readonly results: Results }): React.JSX.Element {
  const { state } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const deals = useMemo(() => shownOf(dealsOf(figuresOf(results))), [results]);
  const test = results.impact.test;
  const compared: Compared = {
    deals,
    limit: test?.threshold ?? null,
    years: results.years.length,
    someYears: test !== null && (test.tested?.length ?? 3) < results.years.length,
    numerals,
  };
  const axis = axisOf(deals);
  return (
    <>
      <Lead pieces={dealsLead(compared)} />
      <section aria-label="Impact of each agreement">
        <Heading
          beside={`${results.years.length === 1 ? 'one year' : 'sum of the years'}, payer ${results.payer || 'All'}`}
        >
          Budget impact
        </Heading>
        <ul style={{ listStyleType: 'none', margin: 0, padding: 0 }}>
          {deals.map((deal) => (
            <DealRow key={deal.name} deal={deal} compared={compared} axis={axis} />
          ))}
        </ul>
      </section>
      <EachYear deals={deals} years={results.years} numerals={numerals} />
      <Prices deals={deals} years={results.years} numerals={numerals} />
    </>
  );
}

interface TableProps {
  readonly deals: readonly Deal[];
  readonly years: readonly number[];
  readonly numerals: Numerals;
}

function EachYear({ deals, years, numerals }: TableProps): React.JSX.Element {
  const looks = useLooks();
  const amounts = deals.map((deal) => deal.impact.years.map(textOf));
  const scale = tableScale(amounts.flat());
  return (
    <section className={looks.block} aria-label="Impact by year">
      <Heading beside={`impact, ${unitOf(scale, numerals)}`}>Year by year</Heading>
      <ByYear
        caption="Impact of each agreement by year"
        years={years}
        rows={deals.map((deal, index) => ({
          key: deal.name,
          name: titleOf(deal, deals),
          texts: (amounts[index] ?? []).map((amount) => scaled(amount, scale, numerals)),
          ...(deal.kind === 'all' ? { figure: (year: number) => `Budget impact[${String(year)}]` } : {}),
        }))}
      />
    </section>
  );
}

/** What a unit costs in the end, and from which volume a deal costs less than none. */
function Prices({ deals, years, numerals }: TableProps): React.JSX.Element | null {
  const looks = useLooks();
  const priced = deals.filter((deal) => deal.netPrice.years.some((value) => value !== null));
  const volumes = deals.filter((deal) => deal.breakEven !== null);
  if (priced.length === 0) return null;
  return (
    <section className={looks.block} aria-label="Price of a unit">
      <Heading beside="after the agreement">Price of a unit</Heading>
      <ByYear
        caption="Price of a unit after each agreement, by year"
        years={years}
        rows={priced.map((deal) => ({
          key: deal.name,
          name: titleOf(deal, deals),
          texts: deal.netPrice.years.map((value) =>
            value === null ? UNKNOWN : price(textOf(value), numerals, 'nearest', value.abs().gte(1000) ? 0 : 2),
          ),
        }))}
      />
      {volumes.length > 0 && (
        <>
          <p className={looks.note} style={{ marginBottom: 6 }}>
            Costs less than no agreement from this many a year on:
          </p>
          <ByYear
            caption="Volume from which each agreement costs less than none"
            years={years}
            rows={volumes.map((deal) => ({
              key: deal.name,
              name: `${titleOf(deal, deals)}, ${deal.breakEven?.unit ?? 'units'}`,
              texts: (deal.breakEven?.row.years ?? []).map((value) =>
                value === null
                  ? UNKNOWN
                  : scaled(value.ceil().toFixed(), { power: 0, letter: '', places: 0 }, numerals),
              ),
            }))}
          />
        </>
      )}
    </section>
  );
}
