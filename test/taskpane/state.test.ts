/** What can happen to the pane, one action at a time. */
import { reduce } from '../../src/taskpane/reduce';
import { START, type Action, type State } from '../../src/taskpane/state';
import { footOf } from '../../src/taskpane/foot-words';
import { report } from './fakes';
import { assessment, ERRORS, explanation, prices, snapshot, uptake } from './fixture';

const after = (...actions: readonly Action[]): State => actions.reduce(reduce, START);
const READ: readonly Action[] = [
  { type: 'started', errand: 'read', token: 1 },
  { type: 'tables', token: 1, tables: 2 },
  { type: 'assessed', token: 1, snapshot: snapshot(), assessment: assessment() },
];

describe('a run', () => {
  it('shows the result and says the lead sentence once', () => {
    const state = after(...READ);
    expect(state.place).toBe('result');
    expect(state.speech).toEqual({
      polite: 'Lipsiran adds £23.8m over five years. It goes over the £6.0m line in 2029, by £0.09m, and stays over.',
      assertive: '',
    });
    expect(footOf(state, 0)).toMatchObject({
      text: 'Up to date',
      seal: '7c1e',
      next: { deed: 'share', label: 'Write…' },
    });
  });
  it('with errors gives no figures and stays with the model', () => {
    const state = after(READ[0] as Action, {
      type: 'assessed',
      token: 1,
      snapshot: snapshot(),
      assessment: assessment(ERRORS),
    });
    expect(state.place).toBe('model');
    expect(state.speech.assertive).toBe('3 cells stop the sums. Nothing is shown until they are right.');
    expect(footOf(state, 0)).toMatchObject({ text: '3 errors, no figures', next: { deed: 'run', disabled: true } });
  });
  it('ignores an answer that comes after a cancel', () => {
    const state = after(READ[0] as Action, { type: 'cancelled' }, READ[2] as Action);
    expect(state.model.kind).toBe('unread');
  });
  it('ignores an answer of an earlier run', () => {
    const state = after(READ[0] as Action, { type: 'started', errand: 'read', token: 2 }, READ[2] as Action);
    expect(state.model.kind).toBe('unread');
    expect(state.activity).toMatchObject({ kind: 'working', token: 2 });
  });
  it('keeps place and scenario on a second run, and forgets a scenario that is gone', () => {
    const again: readonly Action[] = [
      { type: 'started', errand: 'read', token: 2 },
      { type: 'assessed', token: 2, snapshot: snapshot(), assessment: assessment() },
    ];
    const state = after(
      ...READ,
      { type: 'scenario', scenario: 'Faster uptake' },
      { type: 'visit', place: 'model' },
      ...again,
    );
    expect([state.place, state.scenario]).toEqual(['model', 'Faster uptake']);
    expect(after(...READ, { type: 'scenario', scenario: 'Gone' }, ...again).scenario).toBe('Base');
  });
  it('that fails keeps the figures and says why', () => {
    const state = after(
      ...READ,
      { type: 'started', errand: 'read', token: 2 },
      { type: 'failed', token: 2, message: 'Excel is away.' },
    );
    expect(state.model.kind).toBe('read');
    expect(state.speech.assertive).toBe('Excel is away.');
    expect(footOf(state, 0)).toMatchObject({ text: 'Not run', next: { deed: 'run', label: 'Try again' } });
  });
});

describe('changed inputs', () => {
  const changed = after(...READ, { type: 'reread', snapshot: snapshot([uptake(0.19), prices(1950)]) });
  it('are marked by the foot while old figures stay', () => {
    expect(changed.model).toMatchObject({
      kind: 'read',
      changes: [
        {
          label: 'with Lipsiran 2029',
          before: '0.21',
          after: '0.19',
          share: true,
          at: { sheet: 'Uptake', cell: 'I7' },
        },
      ],
    });
    expect(footOf(changed, 0)).toMatchObject({ text: '1 input changed', next: { deed: 'run', label: 'Run again' } });
    expect(changed.speech.polite).toBe('1 input changed since this run.');
  });
  it('are compared with the run, not with the last look', () => {
    const twice = reduce(changed, { type: 'reread', snapshot: snapshot([uptake(0.21), prices(1950)]) });
    expect(twice.model).toMatchObject({ changes: [] });
  });
});

describe('sheets', () => {
  it('are drafted, chosen, written', () => {
    const drafted = after(
      ...READ,
      { type: 'visit', place: 'share' },
      { type: 'drafted', report: report() },
      { type: 'leave out', key: 'annual', on: true },
    );
    expect(drafted.sheets).toMatchObject({ kind: 'drafted', left: ['annual'] });
    expect(footOf(drafted, 1).next).toMatchObject({ deed: 'write', label: 'Write 1 sheet' });
    const written = [
      { type: 'started', errand: 'write', token: 3 },
      {
        type: 'written',
        token: 3,
        written: { sheets: [{ key: 'summary', name: 'Summary', cells: 2 }], kept: ['Annual'] },
      },
    ] as const;
    expect(written.reduce(reduce, drafted).speech.polite).toBe('1 sheet written. Annual was kept as you left it.');
  });
  it('that were not written can be tried again', () => {
    const state = after(
      ...READ,
      { type: 'visit', place: 'share' },
      { type: 'drafted', report: report() },
      { type: 'started', errand: 'write', token: 4 },
      { type: 'failed', token: 4, message: 'Excel has not answered.' },
    );
    expect(state.sheets).toMatchObject({ kind: 'failed', message: 'Excel has not answered.' });
    expect(footOf(state, 2)).toMatchObject({
      text: '2 sheets not written',
      next: { deed: 'write', label: 'Try again' },
    });
  });
  it('are forgotten when a new run is made', () => {
    const state = after(
      ...READ,
      { type: 'drafted', report: report() },
      { type: 'started', errand: 'read', token: 5 },
      { type: 'assessed', token: 5, snapshot: snapshot(), assessment: assessment() },
    );
    expect(state.sheets.kind).toBe('none');
  });
});

describe('an explanation', () => {
  it('lies over its place, takes its own answer only, and goes', () => {
    const opened = after(...READ, { type: 'explain', figure: 'Budget impact[2029]', scenario: 'Base' });
    expect(
      reduce(opened, { type: 'explained', figure: 'Cost[with, 2029]', explanation: explanation() }).overlay
        ?.explanation,
    ).toBeNull();
    expect(
      reduce(opened, { type: 'explained', figure: 'Budget impact[2029]', explanation: explanation() }).overlay
        ?.explanation?.name,
    ).toBe('Budget impact');
    expect(
      reduce(opened, { type: 'unexplained', figure: 'Budget impact[2029]', message: 'No such figure.' }).overlay
        ?.trouble,
    ).toBe('No such figure.');
    expect(reduce(opened, { type: 'back' })).toMatchObject({ overlay: null, place: 'result' });
  });
});

describe('a workbook without a model', () => {
  const empty = after(READ[0] as Action, { type: 'found nothing', token: 1, snapshot: snapshot([]) });
  it('is the first run until it is skipped', () => {
    expect(empty).toMatchObject({ model: { kind: 'none' }, welcomed: false });
    expect(reduce(empty, { type: 'skip' }).welcomed).toBe(true);
    expect(footOf(empty, 0).text).toBe('No model yet');
  });
});
