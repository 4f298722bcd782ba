/** Settings of BIM_Model that only value realisation reads. */
import { D, fold, linesOf, number, numberOr, text, ZERO } from '../sheet';
import type { Line, Num } from '../sheet';
import type { Model } from '../model';

const row = (model: Model, setting: string): Line =>
  linesOf(model.book, 'model').find((line) => fold(text(line, 'Setting')) === fold(setting)) ?? { cells: new Map() };

export const qalyValue = (model: Model): Num => numberOr(row(model, 'Value of a QALY'), 'Value', ZERO);
export const targetWait = (model: Model): Num | null => number(row(model, 'Target wait'), 'Value');
export const reliefMonths = (model: Model): Num => numberOr(row(model, 'Relief months'), 'Value', new D(12));
export const drawCount = (model: Model): number => numberOr(row(model, 'Draws'), 'Value', new D(2000)).toNumber();
export const seedOf = (model: Model): number => numberOr(row(model, 'Seed'), 'Value', new D(1)).toNumber();
