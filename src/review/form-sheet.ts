/** A filled form as a sheet: each question with what was found, and a cell of its own for the reviewer. */
import { SHAPE } from '../outputs/lamps';
import type { SheetSpec } from '../workbook/workbook';
import { fill, filledSaid, type Answer, type FilledItem, type Filling } from './fill';
import type { Form } from './item';
import { listSheet, type ListRow } from './list-sheet';

const LAMPS: Readonly<Record<Answer, string>> = {
  'as expected': `${SHAPE.good} as expected`,
  'not as expected': `${SHAPE.bad} NOT as expected`,
  judge: `${SHAPE.careful} to judge`,
  'does not apply': '○ n/a',
};

const COLUMNS = [
  { header: 'No.', width: 6 },
  { header: 'Test', width: 40 },
  { header: 'Expected', width: 26 },
  { header: 'Answer', width: 17 },
  { header: 'What was found (numbers are checks on the sheet Checks)', width: 46 },
  { header: 'Left to judgement', width: 32 },
  { header: 'Reviewer’s answer', width: 30 },
] as const;
const ANSWER = 3;

const rowOf = ({ item, answer, found, left }: FilledItem): ListRow => ({
  cells: [
    { value: item.number, style: 'item' },
    { value: item.asks, style: 'item' },
    { value: item.expects, style: 'itemNote' },
    { value: LAMPS[answer], style: 'tableLamp' },
    { value: found, style: 'itemNote' },
    { value: left, style: 'itemNote' },
    { value: '', style: answer === 'judge' ? 'input' : 'item' },
  ],
  lamp: ANSWER,
});

/** `model` is its title; `stamp` the run's. */
export function formSheet(
  form: Form,
  from: Filling,
  { model, stamp }: { readonly model: string; readonly stamp: string },
): SheetSpec {
  const parts = fill(form, from);
  return listSheet({
    key: form.key,
    name: form.name,
    title: form.title,
    subtitle: form.source,
    stamp: `${model} · ${stamp}`,
    said: filledSaid(parts),
    columns: COLUMNS,
    rows: parts.flatMap((items, n): readonly ListRow[] => [{ band: form.parts[n]?.title ?? '' }, ...items.map(rowOf)]),
    footer: form.name,
  });
}
