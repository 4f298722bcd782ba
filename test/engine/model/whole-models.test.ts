/** Small models with conventions of the core tables side by side are the second calculation's, figure by figure. */
import { assess } from '../../../src/assess';
import { snapshotOf } from '../../random/workbooks';
import { disagreements } from '../../second/agree';
import { budgetImpact } from '../../second/budget-impact';
import { WHOLE_MODELS } from './whole-models';

test.each(WHOLE_MODELS)('every figure agrees: %s', (_, tables) => {
  const { results, findings } = assess(snapshotOf(tables));
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  expect(disagreements(budgetImpact(tables), results, tables)).toEqual([]);
});
