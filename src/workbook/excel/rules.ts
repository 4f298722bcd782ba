/** Validations of typed values, and looks that depend on values. */
import type { ConditionSpec, SheetSpec, ValidationSpec } from '../workbook';
import { cellAddress, rangeAddress } from './a1';
import { can } from './features';
import { colour, lookOf } from './looks';

export function writeValidations(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const validation of spec.validations) {
    const rule = sheet.getRange(rangeAddress(validation)).dataValidation;
    rule.rule = ruleOf(validation);
    rule.ignoreBlanks = true;
    rule.errorAlert = {
      title: validation.title.slice(0, 32),
      message: validation.message.slice(0, 255),
      showAlert: true,
      style: ALERTS[validation.severity],
    };
    if (validation.prompt !== undefined) {
      rule.prompt = {
        title: validation.title.slice(0, 32),
        message: validation.prompt.slice(0, 255),
        showPrompt: true,
      };
    }
  }
}

const ALERTS = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

function ruleOf({ rule }: ValidationSpec): Excel.DataValidationRule {
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: rule.items.join(',') } };
  if (rule.kind === 'range') return { list: { inCellDropDown: true, source: asFormula(rule.refersTo) } };
  const bounds = boundsOf(rule.minimum, rule.maximum);
  return rule.kind === 'whole' ? { wholeNumber: bounds } : { decimal: bounds };
}

/** Between two bounds, above one, below one; without any, every number there is. */
function boundsOf(minimum: string | null, maximum: string | null): Excel.BasicDataValidation {
  if (minimum !== null && maximum !== null)
    return { formula1: Number(minimum), formula2: Number(maximum), operator: 'Between' };
  if (minimum !== null) return { formula1: Number(minimum), operator: 'GreaterThanOrEqualTo' };
  return { formula1: Number(maximum ?? '1e307'), operator: 'LessThanOrEqualTo' };
}

const asFormula = (reference: string): string => (reference.startsWith('=') ? reference : `=${reference}`);

/** Notes: yellow ones where Excel offers them, else the message that shows when the cell is selected. */
export function writeNotes(context: Excel.RequestContext, sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const cell of spec.cells) {
    if (cell.note === undefined) continue;
    const range = sheet.getRange(cellAddress(cell.row, cell.column));
    if (can('notes')) context.workbook.notes.add(range, cell.note);
    else if (!hasValidation(spec, cell.row, cell.column)) {
      range.dataValidation.prompt = { title: '', message: cell.note.slice(0, 255), showPrompt: true };
    }
  }
}

const hasValidation = (spec: SheetSpec, row: number, column: number): boolean =>
  spec.validations.some(({ from, to }) => from[0] <= row && row <= to[0] && from[1] <= column && column <= to[1]);

export function writeConditions(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const condition of spec.conditions) writeCondition(sheet, condition);
}

function writeCondition(sheet: Excel.Worksheet, condition: ConditionSpec): void {
  const look = lookOf(condition.style);
  const { rule, format } = sheet.getRange(rangeAddress(condition)).conditionalFormats.add('Custom').custom;
  rule.formula = asFormula(condition.formula);
  format.font.color = colour(look.colour);
  if (look.bold === true) format.font.bold = true;
  if (look.fill !== undefined) format.fill.color = colour(look.fill);
  if (look.border !== 'frame') return;
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = colour(look.colour);
  }
}
