/** What was planned, what will happen, what holds it back and when, what that costs, what to do first: in that order. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Realisation } from '../../../engine/realisation-results';
import type { Results } from '../../../engine/results';
import { plain, sum, type Amount } from '../../../outputs/amounts';
import { figuresOf } from '../../../outputs/figures';
import { gateName, peopleByMonth, perYear, stretches, type Stretch } from '../../../outputs/realised';
import { realisationAnswers, realisationLead, type RealisationAnswer } from '../../../outputs/realisation-words';
import type { Curves } from '../../charts/curves';
import { CurvesChart } from '../../charts/CurvesChart';
import { approximate } from '../../exact';
import { figureName } from '../../figure-names';
import { people, scaled, spell, tableScale, unitOf, type Numerals } from '../../figures';
import { CellLink } from '../../parts/Links';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { ByYear } from '../ByYear';
import { Lead } from '../Result';
import { Answer, perCents } from './Answer';
import { spanOf, yearStarts } from './calendar';
import { Chip } from './Chip';

interface UptakeProps {
  readonly results: Results;
  readonly realisation: Realisation;
}

export function Uptake({ results, realisation }: UptakeProps): React.JSX.Element {
  const looks = useLooks();
  const { state, appearance } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const figures = useMemo(() => figuresOf(results), [results]);
  const answers = useMemo(() => realisationAnswers(figures, realisation), [figures, realisation]);
  const bound = useMemo(() => stretches(realisation), [realisation]);
  const curves = useMemo(() => curvesOf(realisation, bound, numerals), [realisation, bound, numerals]);
  const said = (question: RealisationAnswer['question']): string =>
    answers.find((answer) => answer.question === question)?.text ?? '';
  return (
    <>
      <Lead pieces={[{ text: perCents(realisationLead(figures, realisation)) }]} />
      <section aria-label="People who have started">
        <Heading beside="by month">People who have started</Heading>
        <CurvesChart curves={curves} appearance={appearance} description={describe(curves, realisation, bound)} />
        <p className={looks.note}>A bar marks the months in which that gate holds most people back.</p>
      </section>
      <Answer title="What was planned" text={said('planned')} />
      <Answer title="What will happen" text={said('happens')}>
        <PlanAndOutcome results={results} realisation={realisation} numerals={numerals} />
      </Answer>
      <Bound months={realisation.months} bound={bound} />
      <Answer title="What that costs" text={said('costs')} />
      <Answer title="What to do first" text={said('first')} />
    </>
  );
}

const shown = (value: Amount | undefined, numerals: Numerals): string =>
  people(value === undefined ? null : plain(value), numerals);

function cumulative(values: readonly Amount[]): readonly Amount[] {
  let total = sum([]);
  return values.map((value) => (total = total.plus(value)));
}

function curvesOf(realisation: Realisation, bound: readonly Stretch[], numerals: Numerals): Curves {
  const { planned, starts } = peopleByMonth(realisation);
  const [plan, real] = [cumulative(planned), cumulative(starts)];
  return {
    planned: plan.map((value) => approximate(plain(value))),
    realised: real.map((value) => approximate(plain(value))),
    ends: { planned: shown(plan.at(-1), numerals), realised: shown(real.at(-1), numerals) },
    years: yearStarts(realisation.months, realisation.months.length),
    bound: bound.map(({ gate, from, to }) => ({ dimension: gate.dimension, from, to })),
    spell: (value) => spell(String(Number(value.toPrecision(6))), numerals),
  };
}

function describe(curves: Curves, { months }: Realisation, bound: readonly Stretch[]): string {
  const gates = bound.map(({ gate, from, to }) => `${gateName(gate)} ${spanOf(months, from, to)}`);
  const held = gates.length === 0 ? 'Nothing holds them back.' : `Binding gate by month: ${gates.join(', ')}.`;
  return `Two lines by month. Planned starts add up to ${curves.ends.planned}; realised starts to ${curves.ends.realised}. ${held}`;
}

/** People and money, planned and realised, side by side. */
function PlanAndOutcome({
  results,
  realisation,
  numerals,
}: UptakeProps & { readonly numerals: Numerals }): React.JSX.Element {
  const looks = useLooks();
  const { planned, starts } = peopleByMonth(realisation);
  const { impact } = realisation;
  const money = [impact.planned.total, impact.realised.total, impact.realised.afterCash];
  const scale = tableScale(money.flat());
  const row = (name: string, texts: readonly string[], figure?: string) => ({
    key: name,
    name,
    texts,
    ...(figure === undefined ? {} : { figure: (year: number) => figureName(figure, year) }),
  });
  const amounts = (values: readonly string[]): readonly string[] =>
    values.map((value) => scaled(value, scale, numerals));
  const heads = (values: readonly Amount[]): readonly string[] =>
    perYear(values).map((value) => shown(value, numerals));
  return (
    <>
      <ByYear
        caption="Planned and realised, by year"
        years={results.years}
        rows={[
          row('Planned to start', heads(planned)),
          row('Start', heads(starts)),
          row(
            `Budget impact as planned, ${unitOf(scale, numerals)}`,
            amounts(impact.planned.total),
            'Planned budget impact with tasks',
          ),
          row(
            `Budget impact as realised, ${unitOf(scale, numerals)}`,
            amounts(impact.realised.total),
            'Realised budget impact',
          ),
          row(`after cash that is released, ${unitOf(scale, numerals)}`, amounts(impact.realised.afterCash)),
        ]}
      />
      <p className={looks.note}>Implementation tasks are part of both.</p>
    </>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '10px',
    alignItems: 'center',
    padding: '7px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    overflowWrap: 'anywhere',
  },
});

function Bound({
  months,
  bound,
}: {
  readonly months: readonly string[];
  readonly bound: readonly Stretch[];
}): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  return (
    <section className={looks.block} aria-label="What holds it back, and when">
      <Heading>What holds it back, and when</Heading>
      {bound.length === 0 ? (
        <p className={looks.note}>Nothing: everybody starts in the month planned.</p>
      ) : (
        <ol className={styles.list}>
          {bound.map(({ gate, from, to }) => (
            <li key={from} className={styles.item}>
              <span style={{ display: 'inline-flex' }}>
                <Chip dimension={gate.dimension} />
              </span>
              <span>
                {gateName(gate)}
                <br />
                <span className={looks.quiet}>{spanOf(months, from, to)}</span>
              </span>
              {gate.at === null ? <span /> : <CellLink at={gate.at} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
