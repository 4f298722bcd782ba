/** Reading BIM_Model: settings by name, and the years of the model. */
import type { Given } from '../engine/assumptions';
import { Exact } from '../engine/readings/decimals';
import { placeOf, rowsOf, textOf, type Entries, type Entry } from './entry';
import type { Field } from './field';
import { squeezed } from './labels';
import { chosen } from './row';
import { HORIZON, model, type SettingReader } from './tables/model';
import type { Horizon } from './years';

const VALUE = 'Value';
const keyField = model.variants?.key;

/** The row of a setting, if the workbook has one. */
export const settingEntry = (entries: Entries, field: Field): Entry | null =>
  rowsOf(entries, model).find(
    (entry) => keyField !== undefined && squeezed(textOf(entry, keyField)) === squeezed(field.label),
  ) ?? null;

export function settingReader(entries: Entries): SettingReader {
  const cellOf = (field: Field) => settingEntry(entries, field)?.cells.get(VALUE);
  const text = (field: Field): string => {
    const cell = cellOf(field);
    return cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? cell.given.value.toString() : '';
  };
  const given = (field: Field): Given | null => {
    const cell = cellOf(field);
    return cell?.kind === 'number' ? cell.given : null;
  };
  return {
    text,
    given,
    word: (field) => chosen(field, text(field)),
    standing: (field) => {
      const entry = settingEntry(entries, field);
      const at = entry ? placeOf(entry, VALUE) : (entries.get(model.word)?.at ?? { sheet: '', cell: '' });
      return { value: new Exact(field.default ?? '0'), at, parameter: `Model/${field.label}/Value`, standing: true };
    },
  };
}

const within = (given: Given | null, field: Field): number | null => {
  if (given === null || field.kind !== 'number' || !given.value.isInteger()) return null;
  const { minimum, maximum } = field;
  return (minimum === null || given.value.gte(minimum)) && (maximum === null || given.value.lte(maximum))
    ? given.value.toNumber()
    : null;
};

/** The years of the model; null where First year or Years is missing or wrong (which has its finding). */
export function horizonOf(entries: Entries): Horizon | null {
  const read = settingReader(entries);
  const firstYear = within(read.given(HORIZON.firstYear), HORIZON.firstYear);
  const years = within(read.given(HORIZON.years), HORIZON.years);
  if (firstYear === null || years === null) return null;
  const baseline = read.word(HORIZON.baselineYear) === 'yes';
  return {
    firstYear,
    years,
    baseline,
    growthStarts: read.word(HORIZON.growthStarts) ?? (baseline ? 'first year' : 'second year'),
  };
}
