/**
 * The change log as a sheet, after the Model Change Log of Canada's Drug Agency (CDA-AMC, Pharmaceutical Reviews Update 52,
 * in force from 1 November 2024): what changed, where, from what to what, in the order of the steps, so that somebody else
 * can make each again. The effect of each step stands beside it, and the column adds up from the old impact to the new.
 */
import type { ChangeLog, Step } from '../change-log/change-log';
import type { ValueChange } from '../change-log/differences';
import { amount, inCell } from '../outputs/amounts';
import { SHAPE } from '../outputs/lamps';
import { hashStart } from '../outputs/sheet';
import type { FormulaValue, Report, WrittenValue } from '../workbook/workbook';
import { FIRST, listSheet, type ListCell, type ListRow } from './list-sheet';

/** One of the two: its name, and the hash of its inputs. */
export interface Side {
  readonly name: string;
  readonly inputs: string;
}

const COLUMNS = [
  { header: 'Step', width: 6 },
  { header: 'Change', width: 9 },
  { header: 'Parameter', width: 44 },
  { header: 'From', width: 15 },
  { header: 'To', width: 15 },
  { header: 'Cell', width: 20 },
  { header: 'Effect on the impact', width: 17 },
  { header: 'Impact after', width: 17 },
  { header: 'Alone', width: 15 },
  { header: 'Reason', width: 30 },
] as const;
const [EFFECT, AFTER] = ['H', 'I'] as const;
const MONEY = '#,##0.00;-#,##0.00;"–"';
const CHANGE = '+#,##0.00;-#,##0.00;"–"';
/** A millionth of the largest figure, or of one: doubles on a sheet stay far below. */
const SLACK = '0.000001';

const figure = (value: string, format: string): ListCell => ({ value: inCell(amount(value)), style: 'figure', format });
const text = (value: string): ListCell => ({ value, style: 'item' });
const BLANK = text('');

const cellOf = ({ at }: ValueChange): ListCell => text(`${at.sheet}!${at.cell}`);

const kindOf = ({ from, to }: ValueChange): string => (from === '' ? 'added' : to === '' ? 'removed' : 'changed');

interface Line {
  readonly step: Step;
  readonly number: number;
  readonly value: ValueChange | null;
  /** The first line of its step carries the effect. */
  readonly first: boolean;
  /** Impact after it, in exact decimals. */
  readonly after: string;
}

function linesOf({ start, steps }: ChangeLog): readonly Line[] {
  let after = amount(start);
  return steps.flatMap((step, n): readonly Line[] => {
    after = after.plus(step.inTurn);
    const values = step.values.length === 0 ? [null] : step.values;
    return values.map((value, at) => ({ step, number: n + 1, value, first: at === 0, after: after.toFixed() }));
  });
}

function rowOf(line: Line, row: number): ListRow {
  const { step, value, first } = line;
  const after: FormulaValue = {
    formula: `=${AFTER}${String(row - 1)}+${EFFECT}${String(row)}`,
    cached: inCell(amount(line.after)),
  };
  return {
    cells: [
      text(String(line.number)),
      text(value ? kindOf(value) : 'order'),
      text(value?.parameter ?? step.rows.join(', ')),
      text(value?.from ?? ''),
      text(value?.to ?? ''),
      value ? cellOf(value) : BLANK,
      figure(first ? step.inTurn : '0', CHANGE),
      { value: after, style: 'figure', format: MONEY },
      first && step.alone !== null ? figure(step.alone, CHANGE) : BLANK,
      { value: '', style: first ? 'input' : 'item' },
    ],
  };
}

const edgeRow = (what: string, impact: WrittenValue): ListRow => ({
  cells: [
    BLANK,
    BLANK,
    text(what),
    BLANK,
    BLANK,
    BLANK,
    BLANK,
    { value: impact, style: 'figure', format: MONEY },
    BLANK,
    BLANK,
  ],
});

/** The last line: the new workbook's own run, and a lamp that says whether the steps reach it. */
function endRow(log: ChangeLog, row: number): ListRow {
  const [last, end] = [`${AFTER}${String(row - 1)}`, `${AFTER}${String(row)}`];
  const good = `${SHAPE.good} adds up`;
  const lamp: FormulaValue = {
    formula: `=IF(ABS(${last}-${end})<=${SLACK}*(1+ABS(${end})),"${good}","${SHAPE.bad} DOES NOT")`,
    cached: good,
  };
  const cells: readonly ListCell[] = [
    BLANK,
    BLANK,
    text('Impact of all years, as it is'),
    BLANK,
    BLANK,
    BLANK,
    { value: lamp, style: 'tableLamp' },
    figure(log.end, MONEY),
    log.interaction === null ? BLANK : figure(log.interaction, CHANGE),
    {
      ...text(log.interaction === null ? '' : 'interaction: what the steps do only together'),
      indent: 1,
    },
  ];
  return { cells, lamp: 6 };
}

/** A workbook of one sheet. `now` is the time as it is shown. */
export function changeLogReport(log: ChangeLog, before: Side, after: Side, now: string): Report {
  const lines = linesOf(log);
  const [from, to] = [before, after].map(({ name, inputs }) => `${name} (inputs ${hashStart(inputs)})`);
  const stamp = `${from ?? ''} to ${to ?? ''} · ${now}`;
  const steps = `${String(log.steps.length)} ${log.steps.length === 1 ? 'step' : 'steps'}`;
  const sheet = listSheet({
    key: 'changelog',
    name: 'Change log',
    title: 'Model change log',
    subtitle: `What changed, in order, and what each step did to the budget impact of all years, ${log.currency}, undiscounted. After the Model Change Log of Canada’s Drug Agency`,
    stamp,
    said: log.steps.length === 0 ? 'No input that is read has changed' : `${steps}; in turn they add up exactly`,
    columns: COLUMNS,
    rows: [
      edgeRow('Impact of all years, as it was', inCell(amount(log.start))),
      ...lines.map((line, n) => rowOf(line, FIRST + 1 + n)),
      endRow(log, FIRST + 1 + lines.length),
    ],
    table: 'BIM_Out_Change_log',
    footer: 'Change log',
  });
  return { title: 'Model change log', stamp, language: 'en-GB', sheets: [sheet], names: [], open: sheet.name };
}
