/** Lamps: a shape, a word and a colour, as text made by a formula. Conditional looks read the shape. */
import type { ConditionSpec, FormulaValue } from '../workbook/workbook';
import type { Amount } from './amounts';
import { address, put, type Page } from './page';

export const SHAPE = { good: '●', careful: '▲', bad: '■' } as const;
export type Light = keyof typeof SHAPE;
const LIGHTS = ['good', 'careful', 'bad'] as const;

/** Puts a lamp; its base look is muted text, its colour follows its first character. */
export function lamp(
  page: Page,
  row: number,
  column: number,
  value: FormulaValue,
  span = 1,
  style: 'lamp' | 'tableLamp' = 'lamp',
): void {
  put(page, row, column, value, style, span > 1 ? { span } : {});
  colourByShape(page, row, column, column + span - 1);
}

/** A lamp among the figures of a table. */
export const tableLamp = (page: Page, row: number, column: number, value: FormulaValue): void => {
  lamp(page, row, column, value, 1, 'tableLamp');
};

/** The conditional looks of lamps, over whatever style the cells have. */
export function colourByShape(page: Page, row: number, from: number, to: number): void {
  page.conditions.push(...lampLooks(row, from, to));
}

export const lampLooks = (row: number, from: number, to: number): readonly ConditionSpec[] =>
  LIGHTS.map((light) => ({
    from: [row, from],
    to: [row, to],
    formula: `=LEFT(${address(row, from)},1)="${SHAPE[light]}"`,
    style: light,
  }));

/** Words of the affordability test by its light. */
export interface TestWords {
  readonly bad: string;
  readonly careful: string;
  readonly good: string;
}
export const YEARLY: TestWords = { bad: '■ over', careful: '▲ close', good: '● within' };
export const OVERALL: TestWords = { bad: '■ FAILS', careful: '▲ CLOSE', good: '● PASSES' };
export const SCENARIO: TestWords = { bad: '■ fails', careful: '▲ close', good: '● passes' };

/** Over the threshold; within 10 % of it; or below. */
export function testLight(impact: Amount, threshold: Amount): Light {
  if (impact.gt(threshold)) return 'bad';
  return impact.gt(threshold.minus(threshold.abs().times('0.1'))) ? 'careful' : 'good';
}

/** The test as a formula over two cells. */
export function testLamp(
  impactCell: string,
  impact: Amount,
  limitCell: string,
  threshold: Amount,
  words: TestWords,
): FormulaValue {
  const close = `IF(${impactCell}>${limitCell}-0.1*ABS(${limitCell}),"${words.careful}","${words.good}")`;
  return {
    formula: `=IF(${impactCell}>${limitCell},"${words.bad}",${close})`,
    cached: words[testLight(impact, threshold)],
  };
}
