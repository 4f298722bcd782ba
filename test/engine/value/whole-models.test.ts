/** Two small models with every convention of value realisation at once are the second calculation's, figure by figure. */
import { assess } from '../../../src/assess';
import { snapshotOf } from '../../random/workbooks';
import { valueDisagreements } from '../../second/agree-value';
import { realisationOf } from '../../second/value/realisation';
import { WHOLE_MODELS } from './whole-models';

test.each(WHOLE_MODELS)('every figure agrees: %s', (_, tables) => {
  const { results, findings } = assess(snapshotOf(tables));
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  expect(valueDisagreements(realisationOf(tables), results?.realisation)).toEqual([]);
});
