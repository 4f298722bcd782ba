/**
 * Drop-downs and bounds: closed lists stop, open lists inform, numbers keep to their bounds in the words of the manual.
 * They work with the add-in closed.
 */
import type { ValidationSpec } from '../../workbook/workbook';
import type { TextField } from '../field';
import { DEFINED, isKind } from '../names';
import { excelName, type Table } from '../table';
import { USUAL_CATEGORIES } from '../tables/costs';
import type { Column } from './columns';

type Area = Pick<ValidationSpec, 'from' | 'to'>;
/** Kinds of names that a template offers to choose from: the column that defines them, and its defined name. */
export const LISTS: ReadonlyMap<string, { readonly table: Table; readonly label: string; readonly name: string }> =
  new Map([
    ['technology', { ...DEFINED.technology, name: 'BIM_List_Technology' }],
    ['wave', { ...DEFINED.wave, name: 'BIM_List_Wave' }],
    ['test', { ...DEFINED.test, name: 'BIM_List_Test' }],
  ]);

/** The rule of a column of one table over these cells; null where anything goes. `shown` are the words of the tables. */
export function validationOf(
  { header, field }: Column,
  area: Area,
  of: Table,
  shown: ReadonlySet<string>,
): ValidationSpec | null {
  const said = { ...area, title: header.slice(0, 32), ...(field.prompt ? { prompt: field.prompt.slice(0, 250) } : {}) };
  switch (field.kind) {
    case 'choice':
      return {
        ...said,
        severity: 'stop',
        rule: { kind: 'list', items: field.words },
        message: `${header} is one of: ${field.words.join(', ')}.`.slice(0, 220),
      };
    case 'number':
      return {
        ...said,
        severity: 'stop',
        message: `${header}: ${field.bounds}.`.slice(0, 220),
        rule: { kind: field.whole === true ? 'whole' : 'decimal', minimum: field.minimum, maximum: field.maximum },
      };
    case 'text':
      if (field.list === 'category') {
        return {
          ...said,
          severity: 'information',
          rule: { kind: 'list', items: USUAL_CATEGORIES },
          message: 'A category of your own: any word is allowed.',
        };
      }
      return listed(field, said, of, shown);
    default:
      return null;
  }
}

/** A name that another table defines: offered, and asked about where it is another. */
function listed(
  { label, list = 'payer', beside = [] }: TextField,
  said: Pick<ValidationSpec, 'from' | 'to' | 'title' | 'prompt'>,
  of: Table,
  shown: ReadonlySet<string>,
): ValidationSpec | null {
  const known = isKind(list) && label !== 'Displaced' ? LISTS.get(list) : undefined;
  if (!known || known.table === of || !shown.has(known.table.word)) return null;
  const others = [...(list === 'technology' && label === 'Technology' ? ['All'] : []), ...beside];
  return {
    ...said,
    severity: 'warning',
    rule: { kind: 'range', refersTo: `=${known.name}` },
    message: `A ${list} of ${[excelName(known.table), ...others].join(', or ')}.`,
  };
}
