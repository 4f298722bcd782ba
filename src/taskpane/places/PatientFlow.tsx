/** From the population to treatment: each step of a funnel, what it leaves of the one before, and what people end on. */
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Results } from '../../engine/results';
import { plain, ZERO, type Amount } from '../../outputs/amounts';
import { figuresOf, type World } from '../../outputs/figures';
import { patientEnds, patientFlows, type PatientFlow as Flow } from '../../outputs/patient-flow';
import type { Row } from '../../outputs/row';
import { approximate } from '../exact';
import { figureName } from '../figure-names';
import { people, percent, type Numerals } from '../figures';
import { Figure } from '../parts/Links';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import type { WorldView } from '../reading';
import { chainLines, testLines } from './test-flow';
import { TestsTogether } from './TestsTogether';

const useStyles = makeStyles({
  pickers: { display: 'flex', gap: '8px', marginBottom: '10px' },
  funnel: { flexGrow: 1, minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  step: { padding: '5px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  words: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 56px',
    columnGap: '8px',
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums lining-nums',
    overflowWrap: 'anywhere',
  },
  right: { textAlign: 'right' },
  bar: { display: 'block', width: '100%', marginTop: '4px', forcedColorAdjust: 'none' },
});

/** One bar of the flow. `paint`: people on the way, or at its end. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly amount: Amount | null;
  readonly share: Amount | null;
  readonly figure?: string | undefined;
  readonly end: boolean;
}

const at = (row: Row | null, year: number): Amount | null => row?.years[year] ?? null;

function stepsOf(flow: Flow, year: number, name: number): readonly Line[] {
  return flow.steps.map((step, index) => ({
    key: `${String(index)}${step.label}`,
    label: step.label,
    amount: at(step.people, year),
    share: at(step.ofBefore, year),
    figure: figureName('People in the funnel', `${flow.subgroup} · ${flow.stream} · ${step.label}`, name),
    end: false,
  }));
}

function endsOf(results: Results, flow: Flow, world: World, year: number, name: number): readonly Line[] {
  const ends = patientEnds(figuresOf(results), world).find((one) => one.subgroup === flow.subgroup);
  if (ends === undefined) return [];
  const eligible: Line = {
    key: 'eligible',
    label: 'Eligible',
    amount: at(ends.eligible, year),
    share: null,
    figure: figureName('Eligible patients', world, flow.subgroup, name),
    end: false,
  };
  const on = ends.technologies.map((one): Line => ({
    key: `on ${one.technology}`,
    label: one.technology,
    amount: at(one.people, year),
    share: at(one.ofEligible, year),
    figure: figureName('Treated patients', world, one.technology, flow.subgroup, name),
    end: true,
  }));
  return [eligible, ...on].filter((line) => line.amount !== null && !line.amount.isZero());
}

interface PatientFlowProps {
  readonly results: Results;
  readonly view: WorldView;
  readonly numerals: Numerals;
}

export function PatientFlow({ results, view, numerals }: PatientFlowProps): React.JSX.Element | null {
  const looks = useLooks();
  const flows = useMemo(() => patientFlows(figuresOf(results)), [results]);
  const [chosen, setChosen] = useState(0);
  const [year, setYear] = useState(results.years.length - 1);
  const flow = flows[chosen] ?? flows[0];
  const name = results.years[year];
  const world = view === 'without' ? 'without' : 'with';
  if (flow === undefined || name === undefined) return null;
  const tested = testLines(results, world, flow.subgroup, year).map((line): Line => ({ ...line, end: false }));
  const lines = [...stepsOf(flow, year, name), ...tested, ...endsOf(results, flow, world, year, name)];
  return (
    <section className={looks.block} aria-label="Patient flow">
      <Heading beside={`${world} the new technology, base case`}>Patient flow</Heading>
      <Pickers flows={flows} chosen={chosen} onChosen={setChosen} years={results.years} year={year} onYear={setYear} />
      <Lines lines={lines} numerals={numerals} />
      <p className={looks.note}>
        The per cent is of the step before{tested.length > 0 ? ', of those tested' : ''}; at the end, of those eligible.
      </p>
      <TestsTogether lines={chainLines(results, world, flow.subgroup, year)} numerals={numerals} />
    </section>
  );
}

interface PickersProps {
  readonly flows: readonly Flow[];
  readonly chosen: number;
  readonly onChosen: (index: number) => void;
  readonly years: readonly number[];
  readonly year: number;
  readonly onYear: (index: number) => void;
}

function Pickers({ flows, chosen, onChosen, years, year, onYear }: PickersProps): React.JSX.Element | null {
  const styles = useStyles();
  if (flows.length < 2 && years.length < 2) return null;
  return (
    <div className={styles.pickers}>
      {flows.length > 1 && (
        <Select
          size="small"
          className={styles.funnel}
          aria-label="Funnel"
          value={String(chosen)}
          onChange={(_, data) => {
            onChosen(Number(data.value));
          }}
        >
          {flows.map((flow, index) => (
            <option key={flow.title} value={String(index)}>
              {flow.title}
            </option>
          ))}
        </Select>
      )}
      {years.length > 1 && (
        <Select
          size="small"
          aria-label="Year"
          value={String(year)}
          onChange={(_, data) => {
            onYear(Number(data.value));
          }}
        >
          {years.map((one, index) => (
            <option key={one} value={String(index)}>
              {one}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

function Lines({
  lines,
  numerals,
}: {
  readonly lines: readonly Line[];
  readonly numerals: Numerals;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const most = Math.max(...lines.map((line) => (line.amount === null ? 0 : approximate(plain(line.amount)))), 1e-9);
  return (
    <ol className={styles.list}>
      {lines.map(({ key, label, amount, share, figure, end }) => (
        <li key={key} className={styles.step}>
          <div className={styles.words}>
            <span style={{ paddingLeft: end ? 12 : 0 }}>{label}</span>
            <Figure figure={figure} text={people(amount === null ? null : plain(amount), numerals)} inTable />
            <span className={`${looks.quiet} ${styles.right}`}>
              {share === null ? '' : percent(plain(share), numerals)}
            </span>
          </div>
          <svg className={styles.bar} height="6" aria-hidden="true" focusable="false">
            <rect
              width={`${String((100 * approximate(plain(amount ?? ZERO))) / most)}%`}
              height="6"
              rx="2"
              fill={end ? tokens.colorCompoundBrandForeground1 : tokens.colorNeutralForeground3}
            />
          </svg>
        </li>
      ))}
    </ol>
  );
}
