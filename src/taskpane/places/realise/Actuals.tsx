/** Plan and actual: how far apart, which step accounts for it, and where it leads. By technology, and by year. */
import { useMemo, useState } from 'react';
import type { Realisation } from '../../../engine/realisation-results';
import type { Results } from '../../../engine/results';
import { plain, sum, ZERO, type Amount } from '../../../outputs/amounts';
import { figuresOf } from '../../../outputs/figures';
import { bridgesOf, coveredYears, recordedAmounts, type Bridged } from '../../../outputs/plan-and-actual';
import { bridgeAnswers, bridgeLead } from '../../../outputs/plan-words';
import type { Curves } from '../../charts/curves';
import { CurvesChart } from '../../charts/CurvesChart';
import { approximate } from '../../exact';
import { people, spell, tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { Radios } from '../../parts/Radios';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { ByYear } from '../ByYear';
import { Lead } from '../Result';
import { Answer, perCents } from './Answer';
import { monthAt, yearStarts } from './calendar';
import { NotYet } from '../NotYet';
import { StepsTable, type Step } from '../StepsTable';

interface ActualsProps {
  readonly results: Results;
  readonly realisation: Realisation;
}

export function Actuals({ results, realisation }: ActualsProps): React.JSX.Element {
  const { state } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const figures = useMemo(() => figuresOf(results), [results]);
  const bridges = useMemo(() => bridgesOf(realisation), [realisation]);
  if (bridges.length === 0)
    return (
      <NotYet
        lead="Nothing recorded yet."
        text="Paste what happened into a table BIM_Actuals: Period (2026 or 2026-03), Measure (eligible, starts, patients or spend), Technology, Subgroup and Value. Months are checked as they are read; plan and actual are then bridged step by step."
      />
    );
  return (
    <>
      <Lead pieces={[{ text: perCents(bridgeLead(figures, bridges)) }]} />
      {bridges.map((bridged) => (
        <Technology
          key={bridged.technology}
          bridged={bridged}
          results={results}
          realisation={realisation}
          numerals={numerals}
          named={bridges.length > 1}
        />
      ))}
    </>
  );
}

interface TechnologyProps extends ActualsProps {
  readonly bridged: Bridged;
  readonly numerals: Numerals;
  readonly named: boolean;
}

function Technology({ bridged, results, realisation, numerals, named }: TechnologyProps): React.JSX.Element {
  const looks = useLooks();
  const answers = bridgeAnswers(figuresOf(results), realisation, bridged);
  return (
    <>
      {named && (
        <h2 className={looks.h2} style={{ marginTop: '18px' }}>
          {bridged.technology}
        </h2>
      )}
      <PlanToActual bridged={bridged} years={results.years} numerals={numerals} />
      <Starts bridged={bridged} results={results} realisation={realisation} numerals={numerals} />
      {answers.map(({ title, text }) => (
        <Answer key={title} title={title} text={text} />
      ))}
    </>
  );
}

interface PlanToActualProps {
  readonly bridged: Bridged;
  readonly years: readonly number[];
  readonly numerals: Numerals;
}

const ALL = 'all';

/** The steps of all years that were recorded, or of one. */
function PlanToActual({ bridged, years, numerals }: PlanToActualProps): React.JSX.Element {
  const looks = useLooks();
  const [chosen, choose] = useState(ALL);
  const covered = coveredYears(bridged);
  const of = (values: readonly Amount[]): string =>
    plain(chosen === ALL ? sum(values) : (values[Number(chosen)] ?? ZERO));
  const steps: readonly Step[] = [
    { label: 'Planned', value: of(bridged.planned), strong: true },
    ...bridged.steps
      .map(({ label, values }) => ({ label, value: of(values), strong: false }))
      .filter(({ value }) => Math.abs(approximate(value)) >= 0.005),
    { label: 'Actual', value: of(bridged.actual), strong: true },
  ];
  const scale = tableScale(steps.map(({ value }) => value));
  return (
    <section aria-label={`From plan to actual, ${bridged.technology}`}>
      <Heading beside={`spending, ${unitOf(scale, numerals)}`}>From plan to actual</Heading>
      {covered.length > 1 && (
        <Radios
          label="Years"
          value={chosen}
          options={[
            { value: ALL, label: 'All recorded' },
            ...covered.map((year) => ({ value: String(year), label: String(years[year] ?? '') })),
          ]}
          onChoose={choose}
        />
      )}
      <StepsTable caption="From planned to actual spending" steps={steps} scale={scale} numerals={numerals} changes />
      <p className={looks.note}>One step after another, at the planned average price; together exactly the gap.</p>
    </section>
  );
}

function Starts({ bridged, results, realisation, numerals }: Omit<TechnologyProps, 'named'>): React.JSX.Element | null {
  const looks = useLooks();
  const { appearance } = useSessionContext();
  const { technology } = bridged;
  const list = (of: string) => recordedAmounts(realisation, technology, 'starts', of);
  const [planned, actual, now] = [list('planned'), list('actual'), list('reforecast')];
  if (!planned || !actual || !now) return null;
  const until = actual.reduce((last, value, month) => (value === null ? last : month), -1);
  const curves = curvesOf(realisation.months, planned, now, numerals);
  const byYear = (values: readonly (Amount | null)[]): readonly string[] =>
    results.years.map((_, year) => {
      const mine = values.slice(12 * year, 12 * year + 12);
      return mine.every((value) => value === null)
        ? '–'
        : people(plain(sum(mine.map((value) => value ?? ZERO))), numerals);
    });
  return (
    <section className={looks.block} aria-label={`People starting, ${technology}`}>
      <Heading beside={`recorded to ${monthAt(realisation.months, until)}, then reforecast`}>
        People who have started
      </Heading>
      <CurvesChart
        curves={curves}
        appearance={appearance}
        description={`Two lines by month. Planned starts add up to ${curves.ends.planned}; recorded and reforecast starts to ${curves.ends.realised}.`}
      />
      <ByYear
        caption="Starts planned, recorded and reforecast, by year"
        years={results.years}
        rows={[
          { key: 'planned', name: 'Planned', texts: byYear(planned) },
          { key: 'actual', name: 'Recorded', texts: byYear(actual) },
          { key: 'now', name: 'Reforecast', texts: byYear(now) },
        ]}
      />
    </section>
  );
}

function curvesOf(
  months: readonly string[],
  planned: readonly (Amount | null)[],
  now: readonly (Amount | null)[],
  numerals: Numerals,
): Curves {
  const [plan, real] = [planned, now].map((values) => {
    let total = ZERO;
    return values.map((value) => (total = total.plus(value ?? 0)));
  });
  const last = (values: readonly Amount[] | undefined): string => people(plain(values?.at(-1) ?? ZERO), numerals);
  const lengths = (values: readonly Amount[] | undefined): readonly number[] =>
    (values ?? []).map((value) => approximate(plain(value)));
  return {
    planned: lengths(plan),
    realised: lengths(real),
    ends: { planned: last(plan), realised: last(real) },
    years: yearStarts(months, months.length),
    bound: [],
    names: { planned: 'planned', realised: 'actual' },
    spell: (value) => spell(String(Number(value.toPrecision(6))), numerals),
  };
}
