/**
 * The published and official models through the whole product: the file as it stands, read, assessed, compared.
 * A model that needs what the engine does not have yet must be refused in as many words, never answered wrongly.
 */
import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess';
import { openXlsx } from '../../src/workbook/xlsx';
import { compare } from './compare';
import { publishedCases } from './cases';

/** Models that need more than the core tables, with what they need. */
const BEYOND = new Map([
  ['antipsychotics', 'BIM_Uncertainty'],
  ['cadth', 'BIM_Tests, cohorts'],
  ['cgm_t2dm', 'BIM_Goals'],
  ['dx_2x2_mammography', 'BIM_Tests'],
  ['easybim', 'BIM_Regimens'],
  ['hcv_australia_subscription', 'BIM_Agreements'],
  ['ncpe', 'BIM_Regimens'],
  ['pmprb_hcv_pool', 'the pool stream'],
]);

describe('published models through the product', () => {
  test.each(publishedCases.map((c) => [c.name, c] as const))('%s', async (name, { workbook, expected }) => {
    const { findings, results } = assess(await (await openXlsx(readFileSync(workbook))).read());
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (BEYOND.has(name) && results === null) {
      expect(errors.map(({ code }) => code)).toContain('not-yet-supported');
      return;
    }
    expect(errors).toEqual([]);
    expect(compare(results, expected).mismatches).toEqual([]);
  });
});
