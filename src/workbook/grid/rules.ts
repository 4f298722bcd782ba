/** Drop-downs, bounds and conditional looks as Univer's rules. */
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleData,
} from '@univerjs/core';
import type { Area, BookSheet, BookValidation } from '../book';
import type { SheetSpec, ValidationSpec } from '../workbook';
import { conditionStyle, houseCondition } from './looks';
import { laidTable } from './laid';

/** A conditional look as Univer keeps it. */
export interface ConditionRule {
  readonly cfId: string;
  readonly ranges: IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: {
    readonly type: 'highlightCell';
    readonly subType: 'formula';
    readonly value: string;
    readonly style: IStyleData;
  };
}

const range = (area: Area): IRange => ({
  startRow: area.top - 1,
  endRow: area.bottom - 1,
  startColumn: area.left - 1,
  endColumn: area.right - 1,
});
const conditionRule = (key: string, areas: readonly Area[], formula: string, style: IStyleData): ConditionRule => ({
  cfId: key,
  ranges: areas.map(range),
  stopIfTrue: false,
  rule: { type: 'highlightCell', subType: 'formula', value: formula.startsWith('=') ? formula : `=${formula}`, style },
});

/** The conditional looks of a sheet of a file. */
export const conditionRules = (sheet: BookSheet): readonly ConditionRule[] =>
  sheet.conditions.map((condition, index) =>
    conditionRule(`condition-${String(index)}`, condition.areas, condition.formula, conditionStyle(condition.look)),
  );

const area = (from: readonly [number, number], to: readonly [number, number]): Area => ({
  top: from[0],
  left: from[1],
  bottom: to[0],
  right: to[1],
});

/** The conditional looks of a written sheet. */
export const writtenConditions = (spec: SheetSpec): readonly ConditionRule[] =>
  spec.conditions.map((condition, index) =>
    conditionRule(
      `written-${String(index)}`,
      [area(condition.from, condition.to)],
      condition.formula,
      houseCondition(condition.style),
    ),
  );

const SEVERITY = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const;

function bounds(minimum: string, maximum: string): Partial<ISheetDataValidationRule> {
  if (minimum !== '' && maximum !== '')
    return { operator: DataValidationOperator.BETWEEN, formula1: minimum, formula2: maximum };
  return minimum === ''
    ? { operator: DataValidationOperator.LESS_THAN_OR_EQUAL, formula1: maximum }
    : { operator: DataValidationOperator.GREATER_THAN_OR_EQUAL, formula1: minimum };
}

function allowed(
  rule: Pick<BookValidation, 'kind' | 'values'>,
): Pick<ISheetDataValidationRule, 'type'> & Partial<ISheetDataValidationRule> {
  const [first = '', second = ''] = rule.values;
  // Univer's own way of writing a list: words joined by commas, each quoted where it holds one.
  if (rule.kind === 'list')
    return {
      type: DataValidationType.LIST,
      formula1: rule.values.map((word) => (word.includes(',') ? `"${word}"` : word)).join(','),
    };
  if (rule.kind === 'range')
    return { type: DataValidationType.LIST, formula1: first.startsWith('=') ? first : `=${first}` };
  return {
    type: rule.kind === 'whole' ? DataValidationType.WHOLE : DataValidationType.DECIMAL,
    ...bounds(first, second),
  };
}

/** The part of an area that lies on a table's rows, and the rows below, kept free for the table to grow into. */
function onTables(
  whole: Area,
  tables: readonly Area[],
): { readonly on: readonly Area[]; readonly below: readonly Area[] } {
  const table = tables.find(
    (one) => one.left <= whole.right && whole.left <= one.right && one.top < whole.bottom && whole.top <= one.bottom,
  );
  if (table === undefined || table.bottom >= whole.bottom) return { on: [whole], below: [] };
  return { on: [{ ...whole, bottom: table.bottom }], below: [{ ...whole, top: table.bottom + 1 }] };
}

const validationRule = (
  uid: string,
  rule: BookValidation,
  renderMode: DataValidationRenderMode,
): ISheetDataValidationRule => ({
  uid,
  ranges: rule.areas.map(range),
  allowBlank: true,
  showDropDown: true,
  showErrorMessage: true,
  renderMode,
  ...allowed(rule),
  error: rule.message,
  errorTitle: rule.title,
  errorStyle: SEVERITY[rule.severity],
});

/** One rule as Univer keeps it: an arrow on rows of tables, and nothing to be seen on the free rows below. */
function drawnRules(uid: string, rule: BookValidation, tables: readonly Area[]): readonly ISheetDataValidationRule[] {
  const parts = rule.areas.map((whole) => onTables(whole, tables));
  const [on, below] = [parts.flatMap((part) => part.on), parts.flatMap((part) => part.below)];
  return [
    ...(on.length > 0 ? [validationRule(uid, { ...rule, areas: on }, DataValidationRenderMode.ARROW)] : []),
    ...(below.length > 0
      ? [validationRule(`${uid}-below`, { ...rule, areas: below }, DataValidationRenderMode.TEXT)]
      : []),
  ];
}

/** The validations of a sheet of a file. */
export const validationRules = (sheet: BookSheet): readonly ISheetDataValidationRule[] =>
  sheet.validations.flatMap((rule, index) => drawnRules(`validation-${String(index)}`, rule, sheet.tables));

function specValues(rule: ValidationSpec['rule']): Pick<BookValidation, 'kind' | 'values'> {
  if (rule.kind === 'list') return { kind: 'list', values: rule.items };
  if (rule.kind === 'range') return { kind: 'range', values: [rule.refersTo] };
  return { kind: rule.kind, values: [rule.minimum ?? '', rule.maximum ?? ''] };
}

/** The validations of a written sheet. */
export const writtenValidations = (spec: SheetSpec): readonly ISheetDataValidationRule[] =>
  spec.validations.flatMap(({ rule, from, to, severity, title, message }, index) =>
    drawnRules(
      `written-${String(index)}`,
      { ...specValues(rule), areas: [area(from, to)], severity, title, message },
      spec.tables.map(laidTable),
    ),
  );
