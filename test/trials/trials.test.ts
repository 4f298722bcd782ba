/** Lists of trials: columns, pages, dates, encodings, duplicates and broken files; and what a product is. */
import fc from 'fast-check';
import { importTrials, trialsReport } from '../../src/import-trials';
import { yearOf } from '../../src/trials/dates';
import { decode } from '../../src/trials/decode';
import { nameless, productsOf } from '../../src/trials/products';
import { readTrials } from '../../src/trials/read-trials';
import { phaseOf, type Trial } from '../../src/trials/trial';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (...texts: readonly string[]) =>
  readTrials(texts.map((text, n) => ({ name: `page ${String(n + 1)}`, bytes: bytes(text) })));

const HEADER =
  'NCT Number,Study Title,Study Status,Conditions,Interventions,Sponsor,Phases,Enrollment,Primary Completion Date';
const ROW =
  'NCT00000001,"A trial, of X",RECRUITING,Hypertension|Stroke,DRUG: Examplisiran 300 mg|DRUG: Placebo,Firm Inc.,PHASE2|PHASE3,300,2027-06-30';

test('any columns in any order, lists by |, quoted commas', () => {
  const { trials, findings } = read(
    `Phases,Ignored,Interventions,NCT Number\nPHASE1|PHASE2,x,DRUG: A|DEVICE: B,NCT00000009\n`,
  );
  expect(findings.map(({ message }) => message)).toEqual(['No column Study Status: stopped trials cannot be told.']);
  expect(trials[0]).toMatchObject({
    id: 'NCT00000009',
    phase: 'II',
    interventions: [
      { type: 'DRUG', name: 'A' },
      { type: 'DEVICE', name: 'B' },
    ],
  });
  expect(read(`${HEADER}\n${ROW}\n`).trials[0]).toMatchObject({
    title: 'A trial, of X',
    phase: 'III',
    conditions: ['Hypertension', 'Stroke'],
    enrolment: 300,
    stopped: false,
  });
});

test('a later page without a header is read by that of the page before; a header in the middle is no trial', () => {
  const second = ROW.replace('NCT00000001', 'NCT00000002');
  const { trials, findings } = read(`${HEADER}\n${ROW}\n`, `${second}\n${HEADER}\n`);
  expect(trials.map(({ id, sponsor }) => [id, sponsor])).toEqual([
    ['NCT00000001', 'Firm Inc.'],
    ['NCT00000002', 'Firm Inc.'],
  ]);
  expect(findings).toEqual([
    { severity: 'notice', at: 'page 2', message: 'No header: read by that of the page before.' },
  ]);
  expect(read(`${second}\n`).findings).toMatchObject([{ severity: 'error', at: 'page 1' }]);
});

test('a trial that stands twice counts once, the fuller row', () => {
  const bare = 'NCT00000001,,,,,,,,';
  for (const rows of [`${ROW}\n${bare}`, `${bare}\n${ROW}`]) {
    const { trials, findings } = read(`${HEADER}\n${rows}\n`);
    expect(trials.map(({ title }) => title)).toEqual(['A trial, of X']);
    expect(findings.map(({ message }) => message)).toEqual([
      '1 more row of trials already listed: each trial counts once.',
    ]);
  }
});

test('dates in every form they come in; what is no date is said', () => {
  expect(yearOf('2027-07')).toBeCloseTo(2027 + 6.5 / 12, 9);
  expect(yearOf('2027')).toBe(2027.5);
  expect(yearOf('July 2027')).toBe(yearOf('2027-07'));
  expect(yearOf('July 15, 2027')).toBe(yearOf('2027-07-15'));
  expect(yearOf('15 Jul 2027')).toBe(yearOf('2027-07-15'));
  expect(yearOf('2027-07-15T00:00')).toBe(yearOf('2027-07-15'));
  expect(yearOf('2024-02-29')).not.toBeNull();
  for (const wrong of ['2027-13', '2027-02-30', '31/12/2027', 'Juneau 2027', 'soon', '', '0027', '2027-00'])
    expect([wrong, yearOf(wrong)]).toEqual([wrong, null]);
  const { findings } = read(`${HEADER}\n${ROW.replace('2027-06-30', 'next summer')}\n`);
  expect(findings.map(({ message }) => message)).toEqual(['"next summer" is no date: left out.']);
});

test('phases as both interfaces write them', () => {
  const cases = [
    ['PHASE2|PHASE3', 'III'],
    ['Phase 1/Phase 2', 'II'],
    ['EARLY_PHASE1', 'I'],
    ['Phase IV', 'approved'],
    ['Phase III', 'III'],
    ['NA', null],
    ['', null],
  ] as const;
  for (const [text, phase] of cases) expect([text, phaseOf(text)]).toEqual([text, phase]);
});

test('encodings: UTF-8 and UTF-16 with a mark or without, else Windows-1252, which is said', () => {
  const text = `${HEADER}\n${ROW.replace('Firm Inc.', 'Société Müller')}\n`;
  const wide = (big: boolean, mark: boolean): Uint8Array => {
    const codes = Array.from((mark ? '\uFEFF' : '') + text, (letter) => letter.charCodeAt(0));
    return Uint8Array.from(codes.flatMap((code) => (big ? [code >> 8, code & 255] : [code & 255, code >> 8])));
  };
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const all = [
    bytes(text),
    bytes(`\uFEFF${text}`),
    wide(true, true),
    wide(false, true),
    wide(true, false),
    wide(false, false),
    latin,
  ];
  for (const file of all) expect(readTrials([{ name: 'x', bytes: file }]).trials[0]?.sponsor).toBe('Société Müller');
  expect(decode(latin).guessed).toBe('Windows-1252');
});

const study = (id: string, more: object = {}): object => ({
  protocolSection: {
    identificationModule: { nctId: id, briefTitle: 'T' },
    statusModule: { overallStatus: 'TERMINATED', primaryCompletionDateStruct: { date: '2028-01' } },
    sponsorCollaboratorsModule: { leadSponsor: { name: 'Firm' } },
    conditionsModule: { conditions: ['Obesity'] },
    designModule: { phases: ['PHASE3'], enrollmentInfo: { count: 12 } },
    armsInterventionsModule: {
      armGroups: [{ type: 'EXPERIMENTAL', interventionNames: ['Drug: New'] }],
      interventions: [
        { type: 'DRUG', name: 'Old' },
        { type: 'DRUG', name: 'New' },
      ],
    },
    ...more,
  },
});

test('JSON of the second interface: pages, lists, single studies, lines', () => {
  const one = JSON.stringify(study('NCT00000005'));
  const two = JSON.stringify(study('NCT00000006'));
  for (const text of [`{"studies":[${one},${two}],"nextPageToken":"x"}`, `[${one},${two}]`, `${one}\n${two}\n`]) {
    const { trials, findings } = read(text);
    expect(findings).toEqual([]);
    expect(trials.map(({ id, stopped, phase, interventions }) => [id, stopped, phase, interventions[0]?.name])).toEqual(
      [
        ['NCT00000005', true, 'III', 'New'],
        ['NCT00000006', true, 'III', 'New'],
      ],
    );
  }
  expect(read('{"studies":[').findings).toMatchObject([{ severity: 'error' }]);
  expect(read('{"hello":1}').findings).toMatchObject([{ severity: 'error' }]);
  expect(read('{"__proto__":{"studies":[1]},"constructor":{"prototype":1}}').trials).toEqual([]);
});

const trial = (more: Partial<Trial>): Trial => ({
  id: '',
  title: '',
  status: '',
  stopped: false,
  conditions: ['Hypertension'],
  interventions: [{ type: 'DRUG', name: 'Examplisiran' }],
  sponsor: 'Firm',
  phase: 'II',
  enrolment: null,
  start: null,
  completion: 2028,
  at: '',
  ...more,
});

describe('products', () => {
  test('doses, forms, marks and company words do not part them; sponsors and conditions do', () => {
    expect(nameless('Examplisiran® 300 mg subcutaneous injection (EXA-1)')).toBe('examplisiran');
    const made = productsOf([
      trial({
        interventions: [
          { type: 'DRUG', name: 'Placebo' },
          { type: 'DRUG', name: 'Examplisiran 300 mg' },
        ],
      }),
      trial({ sponsor: 'FIRM Inc.', conditions: ['Stroke', 'hypertension'] }),
      trial({ conditions: ['Stroke'] }),
      trial({ sponsor: 'Other' }),
      trial({ conditions: ['Obesity'] }),
    ]);
    expect(made.map(({ trials }) => trials.length).sort()).toEqual([1, 1, 3]);
  });

  test('the most advanced phase of those that go on; stopped ones do not count, and are flagged where all are', () => {
    const [product] = productsOf([
      trial({ phase: 'III', stopped: true, completion: 2025 }),
      trial({ phase: 'II', completion: 2029 }),
      trial({ phase: 'II', completion: 2028 }),
    ]);
    expect(product).toMatchObject({ phase: 'II', completion: 2028, stopped: false });
    expect(productsOf([trial({ phase: 'III', stopped: true })])[0]).toMatchObject({ stopped: true, phase: 'III' });
  });

  test('every trial that tries something is in one product, and none more advanced than its trials', () => {
    const some = fc.record({
      conditions: fc.subarray(['A', 'B', 'C'], { minLength: 0 }),
      interventions: fc.array(
        fc.record({ type: fc.constant('DRUG'), name: fc.constantFrom('X', 'Y 10 mg', 'y', 'Placebo') }),
        { maxLength: 3 },
      ),
      sponsor: fc.constantFrom('Firm', 'Other Ltd', ''),
      phase: fc.constantFrom('I', 'II', 'III', 'approved', null),
      stopped: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (list) => {
        const trials = list.map(trial);
        const made = productsOf(trials);
        const tried = trials.filter(({ interventions }) => interventions.some(({ name }) => name !== 'Placebo'));
        expect(made.flatMap((product) => product.trials)).toHaveLength(tried.length);
        for (const product of made) {
          expect(product.trials.map(({ phase }) => phase)).toContain(product.phase);
          expect(product.stopped).toBe(product.trials.every(({ stopped }) => stopped));
        }
      }),
    );
  });
});

test('the register holds those that go on, formulas as text, what is unknown blank', () => {
  const made = importTrials([
    {
      name: 'a',
      bytes: bytes(
        `${HEADER}\n${ROW.replace('Examplisiran 300 mg', '=HYPERLINK(1)')}\n${ROW.replace('NCT00000001', 'NCT00000003').replace('RECRUITING', 'Withdrawn').replace('Examplisiran', 'Gone')}\n`,
      ),
    },
  ]);
  expect(made.products.map(({ technology, stopped }) => [technology, stopped])).toEqual([
    ['=HYPERLINK(1)', false],
    ['Gone 300 mg', true],
  ]);
  const report = trialsReport(made, 2026, '2026-11');
  const sheet = report.sheets.find(({ name }) => name === 'Horizon');
  const texts = sheet?.cells.map(({ value }) => value) ?? [];
  expect(texts).toContain('=HYPERLINK(1)');
  expect(texts).not.toContain('Gone 300 mg');
  expect(texts).toContainEqual({ number: '2029.00' });
});

test('no bytes and no text make it fall over; a finding says what is wrong', () => {
  const check = (file: Uint8Array): void => {
    const made = importTrials([{ name: 'x', bytes: file }]);
    if (made.trials.length === 0) expect(made.findings.length).toBeGreaterThan(0);
    trialsReport(made, 2026, '2026-11');
  };
  const piece = fc.constantFrom(
    'NCT00000001',
    'NCT Number',
    'Interventions',
    '|',
    ',',
    '"',
    '\n',
    '\r\n',
    ';',
    '=1',
    '\0',
    'PHASE2',
    '{"studies":[',
    ']}',
    '__proto__',
    'é',
    '2027-06',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      check(bytes(pieces.join('')));
    }),
    { numRuns: 150 },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), check), { numRuns: 150 });
  fc.assert(
    fc.property(fc.json(), (text) => {
      check(bytes(`{"studies":[{"protocolSection":${text}}]}`));
    }),
    { numRuns: 100 },
  );
});
