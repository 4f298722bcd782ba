/** Tests and medicines on Result: who is tested, positive, confirmed, missed and treated in vain, and the drug headlines. */
import { cleanup, configure, screen } from '@testing-library/react';
import { assess, explainFigure } from '../../src/assess';
import { check } from '../../src/taskpane/places/explained';
import { modelWith } from '../build/snapshot';
import { FakeWorkbook } from './fakes';
import { accessible, open } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
afterEach(cleanup);

const snapshot = modelWith({
  Tests: [
    ['World', 'Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Gate', 'Minutes', 'Unit cost', 'Source'],
    ['with', 'Triage', 1, 0.1, 0.8, 0.9, 'yes', 2, 1, 'x'],
    ['with', 'Scan', 2, null, 0.5, 0.75, 'yes', 10, 100, 'x'],
  ],
});
/** Text of a row or step by what it begins with. */
const said = (region: HTMLElement, label: string): string =>
  [...region.querySelectorAll('li, tr')].map((one) => one.textContent).find((text) => text.startsWith(label)) ?? '';

test('the flow goes through the tests, and says what they do together', async () => {
  await open(() => assess(snapshot), new FakeWorkbook(snapshot));
  const flow = await screen.findByRole('region', { name: 'Patient flow' });
  // 2028: 3,060 people; 245 of 306 ill and 275 of 2,754 well go on, 122.4 and 68.9 are positive.
  expect(said(flow, 'Triage: tested')).toBe('Triage: tested3,060');
  expect(said(flow, 'Triage: positive')).toBe('Triage: positive52017%');
  expect(said(flow, 'Scan: positive')).toBe('Scan: positive19137%');
  expect(said(flow, 'Confirmed')).toBe('Confirmed122');
  expect(said(flow, 'Missed')).toBe('Missed184');
  expect(said(flow, 'Treated in vain')).toBe('Treated in vain69');
  expect(said(flow, 'Minutes of readers')).toBe('Minutes of readers11,323');
  expect(said(flow, 'Tests per confirmed')).toMatch(/patient29\.3$/);
  expect(said(flow, 'Cost of tests per')).toMatch(/£450\.00$/);
  await accessible();
});
test('gross and net drug stand beside the impact, and every dotted figure explains itself', async () => {
  await open(() => assess(snapshot), new FakeWorkbook(snapshot));
  await screen.findByRole('region', { name: 'Patient flow' });
  const more = screen.getByRole('region', { name: 'More figures' });
  expect(more.textContent).toContain('Gross drug, nothing displaced');
  expect(more.textContent).toContain('Net drug, before offsets');
  const named = [...document.querySelectorAll<HTMLElement>('[data-figure]')].map((one) => one.dataset['figure'] ?? '');
  expect(
    named.filter((name) => /^(Tested|Positive|Confirmed|Missed|Treated in vain|Net drug)/.test(name)).length,
  ).toBeGreaterThan(8);
  for (const name of new Set(named)) expect(check(explainFigure(snapshot, name)).wrong).toBe(0);
});
