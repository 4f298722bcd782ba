/** The range of the yearly impact: a fan, and the same figures as a table with the chance of each year to be over. */
import { useMemo } from 'react';
import type { Chance } from '../../../engine/stress/answers';
import { FanChart } from '../../charts/FanChart';
import type { Fan } from '../../charts/fan';
import { approximate } from '../../exact';
import { money, number, scaled, tableScale, unitOf, type Numerals, type Scale } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useSessionContext } from '../../parts/session-context';
import { AcrossYears, type Across } from './AcrossYears';
import { bandOf, fanWords } from './chance-words';
import { chanceText } from './dial-words';

interface RangeProps {
  readonly chance: Chance;
  readonly numerals: Numerals;
}

export function Range({ chance, numerals }: RangeProps): React.JSX.Element {
  const { appearance } = useSessionContext();
  const { base, years } = chance;
  const scale = tableScale(base.bands.flatMap((band) => band.byYear));
  const fan = useMemo(() => fanOf(chance, scale, numerals), [chance, scale, numerals]);
  const row = (at: number, name: string, strong: boolean): Across => ({
    name,
    strong,
    texts: (bandOf(base, at)?.byYear ?? []).map((value) => scaled(value, scale, numerals)),
  });
  return (
    <section aria-label="Range of the yearly impact">
      <Heading beside="5 to 95%, 25 to 75%">Range of the yearly impact</Heading>
      {years.length > 1 && (
        <FanChart
          fan={fan}
          unit={unitOf(scale, numerals)}
          appearance={appearance}
          description={fanWords(chance, scale, numerals)}
        />
      )}
      <AcrossYears
        caption="Range of the yearly impact"
        unit={unitOf(scale, numerals)}
        years={years}
        rows={[row(0.95, '95%', false), row(0.5, '50%', true), row(0.05, '5%', false), ...overRow(chance, numerals)]}
      />
    </section>
  );
}

/** The chance of each tested year to be over the line. */
function overRow({ base: { test }, years }: Chance, numerals: Numerals): readonly Across[] {
  if (test === null) return [];
  const over = years.map((year) => {
    const passed = test.byYear.find((one) => one.year === year)?.passed;
    return passed === undefined ? null : 1 - passed;
  });
  return [
    {
      name: 'Over',
      apart: true,
      texts: over.map((part) => (part === null ? '–' : chanceText(part, numerals))),
      over: over.map((part) => part !== null && part >= 0.5),
    },
  ];
}

function fanOf({ base, years }: Chance, scale: Scale, numerals: Numerals): Fan {
  const unit = 10 ** scale.power;
  const of = (at: number): readonly number[] =>
    (bandOf(base, at)?.byYear ?? []).map((value) => approximate(value) / unit);
  const end = (at: number, text: string): Fan['ends'][number] => ({
    value: of(at).at(-1) ?? 0,
    text,
    strong: at === 0.5,
  });
  const line = base.test?.threshold;
  return {
    at: years,
    names: years.map((year) => ({ at: year, text: String(year) })),
    bands: [
      { low: of(0.05), high: of(0.95) },
      { low: of(0.25), high: of(0.75) },
    ],
    middle: of(0.5),
    ends: [end(0.95, '95%'), end(0.5, '50%'), end(0.05, '5%')],
    upright: null,
    limit: line === undefined ? null : { value: approximate(line) / unit, text: `${money(line, numerals)} line` },
    spell: (value) => number(String(value), Number.isInteger(value) ? 0 : 1, numerals),
  };
}
