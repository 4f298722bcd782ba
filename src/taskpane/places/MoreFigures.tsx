/** The other headline figures: cumulative, discounted, per member, per patient, share of the budget, break-even price. */
import { mergeClasses } from '@fluentui/react-components';
import type { BreakEvenFigures, ImpactFigures, Results, ScenarioFigures } from '../../engine/results';
import { compare, magnitude, sign } from '../exact';
import {
  money,
  number,
  percent,
  price,
  scaled,
  tableScale,
  UNKNOWN,
  unitOf,
  type Numerals,
  type Scale,
} from '../figures';
import { figureName } from '../figure-names';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { BASE } from '../reading';
import { listed } from '../sentences';
import { ByYear, type YearlyRow } from './ByYear';

interface MoreProps {
  readonly results: Results;
  readonly figures: ScenarioFigures;
  readonly numerals: Numerals;
}

function yearlyRows({ figures, numerals }: MoreProps): readonly YearlyRow[] {
  const { impact } = figures;
  const scale = tableScale([...impact.cumulative, ...(impact.grossDrug ?? [])]);
  const share = impact.ofBudget.some((value) => value !== null);
  const treated = impact.perTreated.some((value) => value !== null);
  return [
    {
      key: 'cumulative',
      name: `Cumulative, ${unitOf(scale, numerals)}`,
      texts: impact.cumulative.map((value) => scaled(value, scale, numerals)),
      figure: (year) => figureName('Cumulative budget impact', year),
    },
    ...drugRows(impact, scale, numerals),
    ...(impact.pmpm === null
      ? []
      : [
          {
            key: 'pmpm',
            name: `Per member per month, ${numerals.symbol}`,
            texts: impact.pmpm.map((value) => number(value, 3, numerals)),
          },
        ]),
    ...(impact.pmpy === null
      ? []
      : [
          {
            key: 'pmpy',
            name: `Per member per year, ${numerals.symbol}`,
            texts: impact.pmpy.map((value) => number(value, 2, numerals)),
          },
        ]),
    ...(treated
      ? [
          {
            key: 'treated',
            name: `Per patient treated, ${numerals.symbol}`,
            texts: impact.perTreated.map((value) => perTreated(value, numerals)),
          },
        ]
      : []),
    ...(share
      ? [
          {
            key: 'share',
            name: 'Share of the cost without',
            texts: impact.ofBudget.map((value) => percent(value, numerals)),
          },
        ]
      : []),
  ];
}

/** Gross drug (new medicines, nothing displaced) and net drug, beside the impact, which is net of offsets. */
function drugRows(
  { grossDrug, netDrug, byCategory }: ImpactFigures,
  scale: Scale,
  numerals: Numerals,
): readonly YearlyRow[] {
  if (!Object.keys(byCategory).some((name) => name.toLowerCase() === 'acquisition')) return [];
  const row = (
    key: string,
    said: string,
    quantity: string,
    values: readonly string[] | undefined,
  ): readonly YearlyRow[] =>
    values === undefined
      ? []
      : [
          {
            key,
            name: `${said}, ${unitOf(scale, numerals)}`,
            texts: values.map((value) => scaled(value, scale, numerals)),
            figure: (year) => figureName(quantity, year),
          },
        ];
  return [
    ...row('gross drug', 'Gross drug, nothing displaced', 'Gross drug budget impact', grossDrug),
    ...row('net drug', 'Net drug, before offsets', 'Net drug budget impact', netDrug),
  ];
}

/** Whole pounds; thousands where a patient costs a hundred thousand and more. */
function perTreated(value: string | null, numerals: Numerals): string {
  if (value === null) return UNKNOWN;
  return compare(magnitude(value), '100000') < 0 ? number(value, 0, numerals) : `${number(value, 0, numerals, 3)}k`;
}

/** Rounded down: at that price the impact is at most nothing. */
function breakEvenText(one: BreakEvenFigures, numerals: Numerals): string {
  return one.value === null ? 'none' : price(one.value, numerals, 'at most');
}

/** "Prices/Lipsiran/List price" as people say it: "list price, Lipsiran". Keys that mean every member are left out. */
function parameterName(parameter: string): string {
  const parts = parameter.replaceAll("'", '').split('/');
  const keys = parts.slice(1, -1).filter((key) => key !== 'All');
  return parts.length < 3 ? parameter : `${(parts.at(-1) ?? '').toLowerCase()}, ${keys.join(', ')}`;
}

/** "discounted at 3.5%"; a rate of nothing is said as such. */
function discountWords({ basis }: Results, numerals: Numerals): string {
  if (basis === undefined) return 'discounted';
  return sign(basis.discountRate) === 0 ? 'not discounted' : `discounted at ${percent(basis.discountRate, numerals)}`;
}

function testText(results: Results, { impact }: ScenarioFigures): string {
  if (impact.test === null) return UNKNOWN;
  const tested = impact.test.tested ?? results.years.slice(0, 3);
  const over = impact.test.years;
  return impact.test.passed ? `passed in ${listed(tested.map(String))}` : `over in ${listed(over.map(String))}`;
}

export function MoreFigures(props: MoreProps): React.JSX.Element {
  const looks = useLooks();
  const { results, figures, numerals } = props;
  const { impact } = figures;
  const discounted = discountWords(results, numerals);
  const single: readonly (readonly [string, string, boolean])[] = [
    [
      `${results.years.length === 1 ? 'One year' : 'All years'}, ${discounted}`,
      money(impact.discounted, numerals),
      false,
    ],
    ...(impact.test === null
      ? []
      : [
          [
            `Test of ${money(impact.test.threshold, numerals)} a year`,
            testText(results, figures),
            !impact.test.passed,
          ] as const,
        ]),
    ...(figures.scenario === BASE
      ? results.breakEven.map(
          (one) => [`Break-even ${parameterName(one.parameter)}`, breakEvenText(one, numerals), false] as const,
        )
      : []),
  ];
  return (
    <section className={looks.block} aria-label="More figures">
      <Heading beside={results.title}>More figures</Heading>
      <ByYear caption="More figures by year" years={results.years} rows={yearlyRows(props)} />
      <table className={looks.table}>
        <caption className={looks.hidden}>More figures for all years</caption>
        <tbody>
          {single.map(([name, text, bad], index) => (
            <tr key={`${String(index)}${name}`} className={index === 0 ? looks.total : looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {name}
              </th>
              <td className={mergeClasses(looks.cell, bad && looks.danger)}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures.scenario === BASE &&
        results.breakEven.map((one, index) => (
          <BreakEvenNote key={`${String(index)}${one.parameter}`} one={one} numerals={numerals} />
        ))}
    </section>
  );
}

function BreakEvenNote({
  one,
  numerals,
}: {
  readonly one: BreakEvenFigures;
  readonly numerals: Numerals;
}): React.JSX.Element {
  const looks = useLooks();
  const name = parameterName(one.parameter);
  const now = price(one.now, numerals);
  if (one.value === null) {
    return (
      <p className={looks.note}>
        No {name} brings the sum of the years to nothing. It is {now} now.
      </p>
    );
  }
  const below = sign(one.value) < 0 ? ' It is below zero: even given away, it adds cost.' : '';
  return (
    <p className={looks.note}>
      At the break-even the years add up to nothing; it is {now} now.{below}
    </p>
  );
}
