/** Two numbers at once: the figure at every pair of values, shaded by size, and the line where it meets the target. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { HIGHEST_YEAR, WHOLE_IMPACT, type Grid } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import { approximate, compare } from '../../exact';
import { money, scaled, tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import { keyOf } from '../../stress/turning';
import { valueText } from '../../stress/values';
import { figuresWatched } from './driver-words';
import { DialSelect, Failed, Far, WordSelect, type DriverProps } from './StressParts';

const line = `2px solid ${tokens.colorStatusDangerForeground1}`;
const useStyles = makeStyles({
  ask: { display: 'grid', gap: '6px', marginBottom: '10px' },
  table: { tableLayout: 'fixed', marginTop: '8px' },
  cell: { textAlign: 'right', padding: '5px 3px', fontSize: '11px', whiteSpace: 'nowrap' },
  side: { padding: '5px 4px 5px 0', fontSize: '11px', fontWeight: 400, textAlign: 'left', width: '58px' },
  top: { padding: '0 3px 5px', fontSize: '11px', fontWeight: 400, textAlign: 'right', overflowWrap: 'anywhere' },
  right: { borderRight: line },
  below: { borderBottom: line },
  now: { fontWeight: 600, textDecorationLine: 'underline' },
});

const NAME = 'two at once';
const STEPS = 6;

export function TwoAtOnce({ results, dials, numerals }: DriverProps): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const { stress } = useSessionContext();
  const words = figuresWatched(results);
  const [figure, setFigure] = useState(results.impact.test === null ? WHOLE_IMPACT : HIGHEST_YEAR);
  const [across, setAcross] = useState<string | null>(null);
  const [down, setDown] = useState<string | null>(null);
  const job = useStored(stress.jobs).get(NAME);
  const [first, second] = [find(dials, across) ?? dials[0], find(dials, down) ?? dials[1]];
  if (first === undefined || second === undefined) return null;
  const grid = job?.answer?.kind === 'grid' ? job.answer.grid : null;
  return (
    <section className={looks.block} aria-label="Two at once">
      <Heading>Two at once</Heading>
      <div className={styles.ask}>
        <DialSelect label="Across" dials={dials} value={keyOf(first)} onChoose={setAcross} />
        <DialSelect label="Down" dials={dials} value={keyOf(second)} onChoose={setDown} />
        <WordSelect label="Figure" words={words} value={figure} onChoose={setFigure} />
      </div>
      <Button
        size="small"
        disabled={first === second}
        onClick={() => {
          const side = (dial: Dial) => ({ parameter: dial.parameter, steps: STEPS });
          stress.jobs.start(NAME, { kind: 'grid', asked: { across: side(first), down: side(second), figure } });
        }}
      >
        Show the grid
      </Button>
      {job !== undefined && <Far job={job} noun="done" />}
      <Failed job={job} title="The grid could not be made" />
      {grid !== null && <Heat grid={grid} dials={dials} numerals={numerals} />}
    </section>
  );
}

const find = (dials: readonly Dial[], key: string | null): Dial | undefined =>
  dials.find((dial) => keyOf(dial) === key);
const named = (dials: readonly Dial[], parameter: string): Pick<Dial, 'words' | 'unit'> =>
  dials.find((dial) => dial.parameter === parameter) ?? { words: parameter, unit: '' };

interface HeatProps {
  readonly grid: Grid;
  readonly dials: readonly Dial[];
  readonly numerals: Numerals;
}

function Heat({ grid, dials, numerals }: HeatProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { appearance } = useSessionContext();
  const [across, down] = [named(dials, grid.across.parameter), named(dials, grid.down.parameter)];
  const amounts = grid.cells.flat().flatMap((cell) => cell ?? []);
  const scale = tableScale(amounts);
  const [least, most] = [Math.min(...amounts.map(approximate)), Math.max(...amounts.map(approximate))];
  const over = (row: number, column: number): boolean | null => {
    const cell = grid.cells[row]?.[column];
    return cell === undefined || cell === null ? null : compare(cell, grid.target) > 0;
  };
  const crossed = (row: number, column: number, nextRow: number, nextColumn: number): boolean => {
    const [here, there] = [over(row, column), over(nextRow, nextColumn)];
    return here !== null && there !== null && here !== there;
  };
  const shade = (cell: string | null): React.CSSProperties => {
    const part = cell === null || most === least ? 0 : (approximate(cell) - least) / (most - least);
    return appearance === 'forced' ? {} : { backgroundColor: tintOf(part, appearance) };
  };
  return (
    <>
      <p className={looks.note}>{heatWords(grid, across.words, down.words, numerals)}</p>
      <table className={mergeClasses(looks.table, styles.table)}>
        <caption className={looks.hidden}>
          {across.words} across, {down.words} down, {unitOf(scale, numerals)}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.side, looks.caption)}>
              {unitOf(scale, numerals)}
            </th>
            {grid.across.values.map((value) => (
              <th key={value} scope="col" className={mergeClasses(styles.top, looks.caption)}>
                {valueText(short(value, across.unit), across.unit, numerals)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.cells.map((cells, row) => (
            <tr key={grid.down.values[row]}>
              <th scope="row" className={mergeClasses(styles.side, looks.caption)}>
                {valueText(short(grid.down.values[row] ?? '0', down.unit), down.unit, numerals)}
              </th>
              {cells.map((cell, column) => (
                <td
                  key={grid.across.values[column]}
                  className={mergeClasses(
                    styles.cell,
                    crossed(row, column, row, column + 1) && styles.right,
                    crossed(row, column, row + 1, column) && styles.below,
                  )}
                  style={shade(cell)}
                >
                  {scaled(cell, { ...scale, places: Math.min(1, scale.places) }, numerals)}
                  {over(row, column) === true && <span className={looks.hidden}>, over</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Four figures are enough for the head of a column. */
const short = (value: string, unit: string): string =>
  unit === '1' ? String(Number(approximate(value).toPrecision(3))) : String(Number(approximate(value).toPrecision(4)));

/** From the page to a tint of the accent. Text keeps 4.5 to 1 on all of them. */
function tintOf(part: number, appearance: 'light' | 'dark'): string {
  const strength = Math.round(part * 55);
  return appearance === 'light'
    ? `color-mix(in srgb, #8dc8dd ${String(strength)}%, #ffffff)`
    : `color-mix(in srgb, #00566b ${String(strength + 20)}%, #292929)`;
}

/** What the heat map shows, for those who cannot see it. */
function heatWords(grid: Grid, across: string, down: string, numerals: Numerals): string {
  const cells = grid.cells.flat().filter((cell) => cell !== null);
  const over = cells.filter((cell) => compare(cell, grid.target) > 0).length;
  const refused = grid.cells.flat().length - cells.length;
  const where = grid.line.filter((row) => row.across.length > 0).length;
  return [
    `${across} across, ${down.charAt(0).toLowerCase()}${down.slice(1)} down.`,
    `${String(over)} of ${String(cells.length)} pairs lie over ${money(grid.target, numerals)}`,
    where === 0 ? 'and no line divides them.' : 'beyond the thick line.',
    refused === 0 ? '' : `${String(refused)} are refused by the model.`,
  ]
    .join(' ')
    .trim();
}
