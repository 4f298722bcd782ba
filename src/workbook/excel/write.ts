/** Writing a report: one look, one plan, and then as few loads as its size allows. */
import { packed } from '../kept';
import type { Written } from '../workbook';
import type { Grade } from './charts';
import { askBack, askBand, bandsOf, settle, takeBack, type Asked, type Check } from './check';
import { describeCharts } from './descriptions';
import { askKept, keeping } from './earlier';
import type { View } from './look';
import { nameFormula, namesOf, type Names } from './names';
import { recall, type Memory } from './own';
import type { Plan } from './plan';
import { preflight } from './preflight';
import { prepare, type Task } from './prepare';
import type { Session } from './session';
import { sheetSteps } from './sheet';
import { CALL, carryOut, step, type Step } from './steps';

/** How far a write has come, for the sentence that is shown when it fails. */
export interface Progress {
  /** Sheets that a load already sent began to write, in this attempt or an earlier one. */
  begun: string[];
  /** Sheets that are wholly written. */
  finished: string[];
}

/** Writes all sheets of a report; `grade` says how much of their charts. */
export async function writeReport(
  session: Session,
  task: Task,
  progress: Progress,
  grade: Grade,
): Promise<{ written: Written; met: Memory }> {
  const { report, how } = task;
  report.sheets.forEach(preflight);
  const text = how.keep === true ? await packed(report) : null;
  const kept = text === null ? null : askKept(session.context);
  const { plan, view, large } = await prepare(session, task);
  how.signal?.throwIfAborted();
  const names = namesOf(
    session.context,
    view.names.map((name) => name.name),
  );
  const asked: Asked[] = [];
  const keeps = text === null || kept === null ? [] : keeping(session.context, report, text, kept());
  const steps = [...stepsOf(session, { plan, names, stamp: report.stamp, grade, progress, asked }), ...keeps];
  await carryOut(session, steps, () => {
    progress.finished = asked.map((one) => one.spec.name);
  });
  const found = asked.map(takeBack);
  await settle(session, report, found, names);
  const specs = plan.targets.map((target) => target.spec);
  if (grade === 'full') await describeCharts(session, specs);
  const sheets = specs.map(({ key, name, cells }) => ({ key, name, cells: cells.length }));
  const notices = noticesOf(session, found, grade);
  const written = { sheets, kept: plan.kept, ...(notices.length > 0 ? { notices } : {}) };
  return { written, met: metBy(plan, view, found, large) };
}

interface Work {
  readonly plan: Plan;
  readonly names: Names;
  readonly stamp: string;
  readonly grade: Grade;
  readonly progress: Progress;
  /** Filled as sheets are asked back. */
  readonly asked: Asked[];
}

function stepsOf({ context }: Session, { plan, names, stamp, grade, progress, asked }: Work): readonly Step[] {
  const steps = plan.targets.flatMap((target): Step[] => {
    const { spec } = target;
    const [first, ...rest] = sheetSteps(context, target, names, { stamp, grade });
    if (first === undefined) return [];
    const begin = step(first.bytes, () => {
      if (!progress.begun.includes(spec.name)) progress.begun.push(spec.name);
      first.queue();
    });
    const bands: Excel.Range[] = [];
    const back = bandsOf(spec).map((band) =>
      step(band.bytes, () => {
        bands.push(askBand(context, spec, band));
      }),
    );
    const end = step(CALL, () => {
      asked.push(askBack(context, spec, bands, grade !== 'none'));
    });
    return [begin, ...rest, ...back, end];
  });
  const named = plan.names.map((name) =>
    step(300, () => {
      names.put(name.name, nameFormula(name));
    }),
  );
  return [...steps, ...named];
}

const SAID: Readonly<Record<Grade, string>> = {
  full: '',
  plain: 'This Excel refused some looks of charts, so the charts are plain. Their figures are the same.',
  none: 'This Excel refused charts, so the sheets are without. The figures stand in the tables.',
};

/** What this Excel could not do as asked. */
function noticesOf(session: Session, found: readonly Check[], grade: Grade): readonly string[] {
  const poor = found.flatMap((one) => one.poor);
  return [
    ...(SAID[grade] === '' ? [] : [SAID[grade]]),
    ...(poor.length === 0
      ? []
      : [`Excel did not draw every series of ${poor.join(', ')}. The tables hold all of them.`]),
    ...(session.undoable
      ? []
      : ['This Excel cannot take these sheets back with Undo. Earlier results are kept in the pane.']),
  ];
}

/** What the next write may ask for at once: the sheets just written, and every table that still exists. */
function metBy(plan: Plan, view: View, found: readonly Check[], large: boolean): Memory {
  const before = new Set(plan.targets.flatMap(({ laid }) => laid.map((table) => table.id)));
  const { tables, inputs } = recall(view);
  return {
    inputs,
    large,
    sheets: found.map(({ sheetId }) => sheetId),
    tables: [...tables.filter((id) => !before.has(id)), ...found.flatMap(({ tableIds }) => tableIds)],
  };
}
