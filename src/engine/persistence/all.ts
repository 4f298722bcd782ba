/** Everybody who starts stays. */
import { one } from '../graph/expression';
import type { Persistence } from './kind';

export const all: Persistence = { name: 'all', equation: '1', source: 'workbook contract', onTreatment: () => one };
