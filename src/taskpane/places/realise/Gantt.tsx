/**
 * Tasks on a time axis, one row each: filled with a strong edge and a bold name is critical; hollow has float, drawn
 * as dots; a diamond takes no time. The name stands beside the bar, so that it is read at 320 pixels.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Realisation, ScheduleFigures, TaskFigures } from '../../../engine/realisation-results';
import type { Dimension } from '../../../engine/realisation-assumptions';
import { DIMENSIONS, paintOf } from '../../charts/dimensions';
import { inkOf } from '../../charts/paints';
import { Pattern } from '../../charts/Pattern';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { monthAt, yearStarts } from './calendar';
import { Chip } from './Chip';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '128px minmax(0, 1fr)', columnGap: '8px', alignItems: 'stretch' },
  name: { padding: '4px 0', fontSize: tokens.fontSizeBase200, lineHeight: '16px', overflowWrap: 'anywhere' },
  cell: { position: 'relative', minHeight: '24px' },
  chart: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    height: '100%',
    overflow: 'visible',
    forcedColorAdjust: 'none',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: '14px', rowGap: '4px', margin: '8px 0 0' },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

interface GanttProps {
  readonly realisation: Realisation;
  readonly schedule: ScheduleFigures;
}

/** One row: a task, or a wave that goes live. */
interface Row {
  readonly key: string;
  readonly name: string;
  readonly dimension: Dimension;
  readonly start: number;
  readonly finish: number;
  readonly latest: number;
  readonly critical: boolean;
}

function rowsOf({ tasks }: Realisation, schedule: ScheduleFigures): readonly Row[] {
  const rows = schedule.tasks.map((task: TaskFigures): Row => {
    const named = tasks.find((one) => one.task === task.task);
    return {
      key: task.task,
      name: named === undefined || named.name === '' ? task.task : named.name,
      dimension: named?.dimension ?? 'process',
      start: Number(task.start),
      finish: Number(task.finish),
      latest: Number(task.latestFinish),
      critical: task.critical === 'true',
    };
  });
  return [...rows].sort((a, b) => a.start - b.start || a.finish - b.finish);
}

export function Gantt({ realisation, schedule }: GanttProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { months } = realisation;
  const rows = rowsOf(realisation, schedule);
  const end = Math.max(...rows.map((row) => row.latest), ...schedule.waves.map((wave) => Number(wave.live)), 1) * 1.03;
  const used = DIMENSIONS.filter(({ name }) => rows.some((row) => row.dimension === name));
  return (
    <>
      <Axis months={months} end={end} />
      <ol className={styles.list}>
        {rows.map((row) => (
          <GanttRow key={row.key} row={row} months={months} end={end} />
        ))}
        {schedule.waves.map((wave) => (
          <Milestone key={wave.wave} name={`${wave.wave} goes live`} at={Number(wave.live)} months={months} end={end} />
        ))}
      </ol>
      <div className={styles.legend}>
        {used.map(({ name, label }) => (
          <span key={name} className={mergeClasses(styles.entry, looks.caption)}>
            <Chip dimension={name} spoken={false} />
            {label}
          </span>
        ))}
      </div>
      <p className={looks.note}>
        Filled with a strong edge: critical. Hollow: has float, drawn as dots. Diamond: goes live.
      </p>
    </>
  );
}

interface Span {
  readonly months: readonly string[];
  readonly end: number;
}

const share = (time: number, end: number): string => `${String((100 * time) / end)}%`;

/** Years alone are named; at 320 pixels months would touch. */
function Axis({ months, end }: Span): React.JSX.Element {
  const styles = useStyles();
  const { appearance } = useSessionContext();
  return (
    <div className={styles.row} aria-hidden="true">
      <span />
      <svg width="100%" height="18" overflow="visible" style={{ forcedColorAdjust: 'none' }} focusable="false">
        {yearStarts(months, end).map(({ at, year }) => (
          <text key={year} x={share(at, end)} y="12" fontSize="11" fill={inkOf(appearance).caption}>
            {year}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Years({ months, end }: Span): React.JSX.Element {
  const { appearance } = useSessionContext();
  const ink = inkOf(appearance);
  return (
    <>
      {yearStarts(months, end).map(({ at, year }) => (
        <line
          key={year}
          x1={share(at, end)}
          x2={share(at, end)}
          y1="0"
          y2="100%"
          stroke={appearance === 'forced' ? ink.axis : ink.grid}
          strokeDasharray={appearance === 'forced' ? '1 5' : undefined}
        />
      ))}
    </>
  );
}

const BAR = 14;

function GanttRow({ row, months, end }: Span & { readonly row: Row }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { appearance } = useSessionContext();
  const id = useId();
  const ink = inkOf(appearance);
  const paint = paintOf(row.dimension, appearance);
  const box = {
    x: share(row.start, end),
    y: '50%',
    width: share(row.finish - row.start, end),
    height: BAR,
    rx: 2,
    transform: `translate(0 -${String(BAR / 2)})`,
  };
  const floats = !row.critical && row.latest - row.finish > 0.02;
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.name, row.critical && looks.strong)}>
        {row.name}
        <span className={looks.hidden}>
          , {monthAt(months, row.start)} to {monthAt(months, row.finish)}, {row.critical ? 'critical' : 'has float'}
        </span>
      </span>
      <div className={styles.cell}>
        <svg className={styles.chart} aria-hidden="true" focusable="false">
          <Years months={months} end={end} />
          <Pattern id={id} paint={paint} />
          {floats && (
            <line
              x1={share(row.finish, end)}
              x2={share(row.latest, end)}
              y1="50%"
              y2="50%"
              stroke={paint.edge}
              strokeWidth="2"
              strokeDasharray="2 3"
            />
          )}
          {row.finish - row.start < 0.02 ? (
            <Diamond at={share(row.start, end)} fill={row.critical ? ink.text : ink.caption} />
          ) : (
            <>
              <rect
                {...box}
                fill={row.critical ? paint.fill : ink.page}
                stroke={row.critical ? ink.text : paint.edge}
                strokeWidth={row.critical ? 2 : 1.5}
              />
              {row.critical && paint.pattern !== 'none' && <rect {...box} fill={`url(#${id})`} />}
            </>
          )}
        </svg>
      </div>
    </li>
  );
}

/** A milestone: the moment a wave can be reached. */
function Milestone({
  name,
  at,
  months,
  end,
}: Span & { readonly name: string; readonly at: number }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { appearance } = useSessionContext();
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {name}
        <span className={looks.hidden}>, {monthAt(months, at)}</span>
      </span>
      <div className={styles.cell}>
        <svg className={styles.chart} aria-hidden="true" focusable="false">
          <Years months={months} end={end} />
          <Diamond at={share(at, end)} fill={inkOf(appearance).text} />
        </svg>
      </div>
    </li>
  );
}

/** A square on its corner, centred on a point of the row. */
const Diamond = ({ at, fill }: { readonly at: string; readonly fill: string }): React.JSX.Element => (
  <svg x={at} y="50%" overflow="visible">
    <path d="M0-7l7 7-7 7-7-7z" fill={fill} />
  </svg>
);
