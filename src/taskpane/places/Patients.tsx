/** Patients by technology: columns and the same figures as a table. New technologies in the accent, the rest in greys. */
import { makeStyles } from '@fluentui/react-components';
import type { Results, ScenarioFigures } from '../../engine/results';
import type { Appearance } from '../appearance';
import type { Columns } from '../charts/columns';
import { ColumnsChart } from '../charts/ColumnsChart';
import { grey, tint, type Paint } from '../charts/paints';
import { approximate, compare, largest, sign } from '../exact';
import { number, signed, spell, type Numerals } from '../figures';
import { figureName } from '../figure-names';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { Swatch } from '../parts/Swatch';
import { newTechnologies, patientsOn, sumByYear, type WorldView } from '../reading';
import { ByYear } from './ByYear';

interface PatientsProps {
  readonly results: Results;
  readonly figures: ScenarioFigures;
  readonly view: WorldView;
  readonly numerals: Numerals;
  readonly appearance: Appearance;
}

interface Line {
  readonly technology: string;
  readonly values: readonly string[];
  readonly paint: Paint;
}

/** New technologies first (they stand on the axis), the others in table order; those nobody is on are left out. */
function linesOf({ results, figures, view, appearance }: PatientsProps): readonly Line[] {
  const fresh = newTechnologies(results);
  const others = results.technologies.map((one) => one.technology).filter((name) => !fresh.includes(name));
  const paint = (name: string): Paint =>
    fresh.includes(name) ? tint(appearance, fresh.indexOf(name)) : grey(appearance, others.indexOf(name));
  return [...fresh, ...others]
    .map((technology) => ({
      technology,
      values: patientsOn(results, figures, technology, view),
      paint: paint(technology),
    }))
    .filter((line) => line.values.some((value) => sign(value) !== 0));
}

const useStyles = makeStyles({ name: { display: 'flex', alignItems: 'baseline', gap: '7px' } });

export function Patients(props: PatientsProps): React.JSX.Element | null {
  const looks = useLooks();
  const styles = useStyles();
  const { results, view, numerals, appearance } = props;
  const lines = linesOf(props);
  if (lines.length === 0) return null;
  const thousands = compare(largest(lines.flatMap((line) => line.values)), '100000') >= 0;
  const text = (value: string): string =>
    view === 'change'
      ? signed(value, thousands ? 1 : 0, numerals, thousands ? 3 : 0)
      : number(value, thousands ? 1 : 0, numerals, thousands ? 3 : 0);
  const world = view === 'change' ? 'with' : view;
  const rows = lines.map((line) => ({
    key: line.technology,
    texts: line.values.map(text),
    name: (
      <span className={styles.name}>
        <Swatch paint={line.paint} />
        {line.technology}
      </span>
    ),
    ...(view === 'change'
      ? {}
      : { figure: (year: number) => figureName('Treated patients', world, line.technology, year) }),
  }));
  return (
    <section className={looks.block} aria-label="Patients by technology">
      <Heading beside={`${view === 'change' ? 'with less without' : view}${thousands ? ', thousands' : ''}`}>
        Patients by technology
      </Heading>
      <ColumnsChart
        columns={chart(lines, results.years, thousands, numerals, text)}
        appearance={appearance}
        description={description(lines, results.years, view, text)}
      />
      <div style={{ height: 8 }} />
      <ByYear caption="Patients by technology" years={results.years} rows={rows} />
    </section>
  );
}

function chart(
  lines: readonly Line[],
  years: readonly number[],
  thousands: boolean,
  numerals: Numerals,
  text: (value: string) => string,
): Columns {
  const sums = sumByYear(
    lines.map((line) => line.values),
    years.length,
  );
  const changing = lines.some((line) => line.values.some((value) => sign(value) < 0));
  return {
    years,
    limit: null,
    net: false,
    unit: thousands ? 'thousands' : 'people',
    labels: changing ? [] : sums.map(text),
    parts: lines.map((line) => ({
      name: line.technology,
      paint: line.paint,
      values: line.values.map((value) => approximate(value) / (thousands ? 1000 : 1)),
    })),
    spell: (value) => spell(String(Number(value.toPrecision(6))), numerals),
  };
}

function description(
  lines: readonly Line[],
  years: readonly number[],
  view: WorldView,
  text: (value: string) => string,
): string {
  const last = years.length - 1;
  const parts = lines.map(
    (line) => `${line.technology} from ${text(line.values[0] ?? '0')} to ${text(line.values[last] ?? '0')}`,
  );
  const what = view === 'change' ? 'Change in patients' : `Patients ${view} the new technology`;
  return `Stacked columns. ${what}, ${String(years[0] ?? '')} to ${String(years[last] ?? '')}: ${parts.join('; ')}.`;
}
