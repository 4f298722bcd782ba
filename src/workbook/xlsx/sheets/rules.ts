/** Drop-downs, bounds and conditional looks of a sheet, as far as the browser's sheet can show them. */
import type { BookCondition, BookValidation, Look } from '../../book';
import { parseAreas } from './address';
import { all, attribute, first, isTrue, type Element } from './xml';

const SEVERITY: ReadonlyMap<string, BookValidation['severity']> = new Map([
  ['warning', 'warning'],
  ['information', 'information'],
]);

function validation(element: Element): readonly BookValidation[] {
  const kind = attribute(element, 'type');
  const formula = (name: string): string => first(element, name)?.text ?? '';
  const words = /^"([\s\S]*)"$/.exec(formula('formula1'))?.[1];
  const shared = {
    areas: parseAreas(attribute(element, 'sqref')),
    severity: isTrue(attribute(element, 'showErrorMessage'))
      ? (SEVERITY.get(attribute(element, 'errorStyle')) ?? 'stop')
      : 'information',
    title: attribute(element, 'errorTitle'),
    message: attribute(element, 'error'),
  } as const;
  if (shared.areas.length === 0) return [];
  if (kind === 'list' && words !== undefined)
    return [
      {
        ...shared,
        kind: 'list',
        values: words
          .replace(/""/g, '"')
          .split(',')
          .map((word) => word.trim()),
      },
    ];
  if (kind === 'list') return [{ ...shared, kind: 'range', values: [formula('formula1')] }];
  if (kind !== 'decimal' && kind !== 'whole') return [];
  const operator = attribute(element, 'operator') || 'between';
  const [one, two] = [formula('formula1'), formula('formula2')];
  if (operator === 'between') return [{ ...shared, kind, values: [one, two] }];
  if (operator === 'greaterThanOrEqual') return [{ ...shared, kind, values: [one, ''] }];
  return operator === 'lessThanOrEqual' ? [{ ...shared, kind, values: ['', one] }] : [];
}

/** Validations of a sheet element. */
export const readValidations = (sheet: Element): readonly BookValidation[] =>
  all(first(sheet, 'dataValidations'), 'dataValidation').flatMap(validation);

/** Conditional looks by formula, the most pressing first. */
export function readConditions(sheet: Element, looks: readonly Partial<Look>[]): readonly BookCondition[] {
  const found = all(sheet, 'conditionalFormatting').flatMap((block) =>
    all(block, 'cfRule')
      .filter((rule) => attribute(rule, 'type') === 'expression')
      .map((rule) => ({
        priority: Number(attribute(rule, 'priority') || 0),
        areas: parseAreas(attribute(block, 'sqref')),
        formula: `=${first(rule, 'formula')?.text ?? ''}`,
        look: looks[Number(attribute(rule, 'dxfId') || Number.NaN)] ?? {},
      })),
  );
  return found
    .filter((rule) => rule.areas.length > 0 && rule.formula !== '=')
    .sort((one, two) => one.priority - two.priority)
    .map(({ areas, formula, look }) => ({ areas, formula, look }));
}
