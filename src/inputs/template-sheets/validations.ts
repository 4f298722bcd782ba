/**
 * Drop-downs and bounds: closed lists stop, open lists inform, numbers keep to their bounds in the words of the manual.
 * They work with the add-in closed.
 */
import type { ValidationSpec } from '../../workbook/workbook';
import { USUAL_CATEGORIES } from '../tables/costs';
import type { Column } from './columns';

type Area = Pick<ValidationSpec, 'from' | 'to'>;
/** The defined name of the technologies that a template lists. */
export const TECHNOLOGY_LIST = 'BIM_List_Technology';

/** The rule of a column over these cells; null where anything goes. */
export function validationOf({ header, field }: Column, area: Area): ValidationSpec | null {
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
      if (field.list === 'technology' && header !== 'Displaced') {
        return {
          ...said,
          severity: 'warning',
          rule: { kind: 'range', refersTo: `=${TECHNOLOGY_LIST}` },
          message: 'A technology of BIM_Technologies, or All.',
        };
      }
      return null;
    default:
      return null;
  }
}
