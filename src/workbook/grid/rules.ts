/** Drop-downs, bounds and conditional looks as Univer's rules. */
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleData,
} from '@univerjs/core';
import type { Area, BookSheet, BookValidation } from '../book';
import type { SheetSpec, ValidationSpec } from '../workbook';
import { conditionStyle, houseCondition } from './looks';

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

const validationRule = (uid: string, rule: BookValidation): ISheetDataValidationRule => ({
  uid,
  ranges: rule.areas.map(range),
  allowBlank: true,
  showDropDown: true,
  showErrorMessage: true,
  ...allowed(rule),
  error: rule.message,
  errorTitle: rule.title,
  errorStyle: SEVERITY[rule.severity],
});

/** The validations of a sheet of a file. */
export const validationRules = (sheet: BookSheet): readonly ISheetDataValidationRule[] =>
  sheet.validations.map((rule, index) => validationRule(`validation-${String(index)}`, rule));

function specValues(rule: ValidationSpec['rule']): Pick<BookValidation, 'kind' | 'values'> {
  if (rule.kind === 'list') return { kind: 'list', values: rule.items };
  if (rule.kind === 'range') return { kind: 'range', values: [rule.refersTo] };
  return { kind: rule.kind, values: [rule.minimum ?? '', rule.maximum ?? ''] };
}

/** The validations of a written sheet. */
export const writtenValidations = (spec: SheetSpec): readonly ISheetDataValidationRule[] =>
  spec.validations.map((rule, index) =>
    validationRule(`written-${String(index)}`, {
      ...specValues(rule.rule),
      areas: [area(rule.from, rule.to)],
      severity: rule.severity,
      title: rule.title,
      message: rule.message,
    }),
  );
