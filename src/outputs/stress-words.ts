/** Stress in words for the sheets: how a parameter lies between its ends, and chances. */
import type { OneWayBar } from '../engine/stress/answers';
import { amount, printed } from './amounts';
import { parameterWords, valueWords } from './parameter-words';

/** "List price ×0.8 – ×1.2", "List price 40 – 60". */
export const rangeWords = ({ op, low, high }: Pick<OneWayBar, 'op' | 'low' | 'high'>): string =>
  `${endWords(op, low.value)} – ${endWords(op, high.value)}`;

export const endWords = (op: OneWayBar['op'], value: string): string =>
  op === 'set' ? valueWords(value) : op === 'x' ? `× ${valueWords(value)}` : `+ ${valueWords(value)}`;

/** A parameter, and how many more of its group move with it. */
export const moverWords = ({ parameter, also }: Pick<OneWayBar, 'parameter' | 'also'>): string =>
  parameterWords(parameter) + (also.length > 0 ? ` +${String(also.length)} of its group` : '');

/** A chance as people say it: never 0 or 100 of 100 unless it is. */
export function chanceWords(part: number): string {
  if (part > 0 && part < 0.01) return '<1 of 100';
  if (part > 0.99 && part < 1) return '>99 of 100';
  return `${printed(amount(part).times(100), 0)} of 100`;
}
