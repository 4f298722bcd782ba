/** When waves go live, which tasks decide that, and how much the others may slip. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { DrawnSchedule, Realisation, ScheduleFigures, TaskFigures } from '../../../engine/realisation-results';
import { compare, round } from '../../exact';
import { figureName } from '../../figure-names';
import { money, number, percent, several, spell, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { Heads } from '../../parts/Heads';
import { CellLink, Figure } from '../../parts/Links';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import type { Piece } from '../../sentences';
import { Lead } from '../Result';
import { monthAt } from './calendar';
import { Gantt } from './Gantt';
import { NotYet } from '../NotYet';

interface ScheduleProps {
  readonly realisation: Realisation;
}

export function Schedule({ realisation }: ScheduleProps): React.JSX.Element {
  const { state } = useSessionContext();
  const numerals = numeralsIn(state);
  const { schedule } = realisation;
  if (schedule === null)
    return (
      <NotYet
        lead="No tasks in this workbook."
        text="Delivery is taken as planned. Tasks with durations and what they wait for belong in BIM_Tasks."
      />
    );
  const critical = schedule.tasks.filter((task) => task.critical === 'true').length;
  return (
    <>
      <Lead pieces={scheduleLead(realisation, schedule)} />
      <section aria-label="Tasks">
        <Heading beside={`${several(schedule.tasks.length, 'task')}, ${String(critical)} on the critical path`}>
          Tasks
        </Heading>
        <Gantt realisation={realisation} schedule={schedule} />
      </section>
      <Waves realisation={realisation} schedule={schedule} numerals={numerals} />
      <Floats realisation={realisation} schedule={schedule} numerals={numerals} />
    </>
  );
}

function scheduleLead({ months, tasks }: Realisation, schedule: ScheduleFigures): readonly Piece[] {
  const { waves } = schedule;
  const last = [...waves].sort((a, b) => compare(b.live, a.live))[0];
  const slips = { text: ' A week lost on the marked tasks is a week lost there.' };
  if (last === undefined)
    return [
      { text: 'All tasks are done by ' },
      { text: monthAt(months, Number(schedule.finish)), strong: true },
      { text: `.${slips.text}` },
    ];
  const opens = schedule.tasks
    .filter((task) => task.critical === 'true')
    .sort((a, b) => compare(b.finish, a.finish))[0];
  const name = tasks.find((one) => one.task === opens?.task)?.name ?? '';
  return [
    { text: waves.length === 1 ? 'Everybody can be reached from ' : 'The last wave goes live in ' },
    { text: monthAt(months, Number(last.live)), strong: true },
    ...(name === '' ? [{ text: '.' }] : [{ text: ', after ' }, { text: name, strong: true as const }, { text: '.' }]),
    slips,
  ];
}

const useStyles = makeStyles({ at: { paddingTop: '2px', paddingBottom: '2px' } });

interface PartProps {
  readonly realisation: Realisation;
  readonly schedule: ScheduleFigures;
  readonly numerals: Numerals;
}

/** Live by: in the plan, and the chance that it is so by then when durations are drawn. */
function Waves({ realisation: { months }, schedule, numerals }: PartProps): React.JSX.Element | null {
  const looks = useLooks();
  const { waves, draws } = schedule;
  if (waves.length === 0) return null;
  return (
    <section className={looks.block} aria-label="Waves">
      <Heading beside={draws === null ? undefined : `chance from ${spell(String(draws.draws), numerals)} draws`}>
        Waves
      </Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>When each wave goes live</caption>
        <Heads names={['Wave', 'Share', 'Live in', ...(draws === null ? [] : ['Chance by then'])]} />
        <tbody>
          {waves.map((wave) => (
            <tr key={wave.wave} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {wave.wave}
              </th>
              <td className={looks.cell}>{percent(wave.share, numerals)}</td>
              <td className={looks.cell}>
                <Figure
                  figure={figureName('Wave goes live', wave.wave)}
                  text={monthAt(months, Number(wave.live))}
                  inTable
                />
              </td>
              {draws !== null && <td className={looks.cell}>{chanceOf(draws, wave.wave, Number(wave.live))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {draws !== null && (
        <p className={looks.note}>
          Nine in ten draws finish between {monthAt(months, Number(draws.low))} and{' '}
          {monthAt(months, Number(draws.high))}.
        </p>
      )}
    </section>
  );
}

/** "18 of 100": the chance that a wave is live by the end of the month in which the plan has it. */
function chanceOf(draws: DrawnSchedule, wave: string, live: number): string {
  const chance = draws.live.find((one) => one.wave === wave)?.values[Math.floor(live + 1e-9)];
  if (chance === undefined) return '–';
  const hundred = round(chance, 0, -2);
  if (hundred === '0' && compare(chance, '0') > 0) return 'under 1 of 100';
  if (hundred === '100' && compare(chance, '1') < 0) return 'over 99 of 100';
  return `${hundred} of 100`;
}

/** What each task may slip, and what a month more of it costs. */
function Floats({ realisation, schedule, numerals }: PartProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const { tasks, value } = realisation;
  const delays = value.tasks.map((one) => one.delay);
  const rows = [...schedule.tasks].sort((a, b) => compare(a.totalFloat, b.totalFloat));
  return (
    <section className={looks.block} aria-label="Float">
      <Heading beside="months a task may slip">Float</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>What each task may slip, and what a month more costs</caption>
        <Heads names={['Task', 'May slip', 'A month costs', 'Cell']} />
        <tbody>
          {rows.map((task) => {
            const named = tasks.find((one) => one.task === task.task);
            const delay = value.tasks.find((one) => one.task === task.task)?.delay;
            return (
              <tr key={task.task} className={looks.row}>
                <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                  {named === undefined || named.name === '' ? task.task : named.name}
                </th>
                <td className={mergeClasses(looks.cell, task.critical === 'true' && looks.strong)}>
                  <Figure figure={figureName('Total float', task.task)} text={floatOf(task, numerals)} inTable />
                </td>
                <td className={looks.cell}>{delay === undefined ? '–' : money(delay, numerals, delays)}</td>
                <td className={mergeClasses(looks.cell, styles.at)}>
                  {named !== undefined && <CellLink at={named.at} text={named.at.cell} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const floatOf = (task: TaskFigures, numerals: Numerals): string =>
  task.critical === 'true' ? 'critical' : number(task.totalFloat, 1, numerals);
