/**
 * Spoilt inputs to every reader: files of workbooks, lists of trials, seals, and cells as Excel hands them over. Whatever
 * comes, a reader says what is wrong or gives what it read, and the product says what is wrong with that or gives figures.
 * It never crashes, and never hangs. Each input follows from its number: FUZZ=1000000 tries as many, FUZZ_FROM begins
 * elsewhere, and FUZZ_LOG names a file that tells how far it is.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assess';
import { generator } from '../../src/engine/uncertainty/generator';
import type { Finding } from '../../src/engine/finding';
import { importTrials } from '../../src/import-trials';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { reproduce, sealIn, sealOnSheet } from '../../src/run/reproduce';
import { inputSheets } from '../../src/share/input-sheets';
import { readTrials } from '../../src/trials/read-trials';
import { newXlsx, openXlsx } from '../../src/workbook/xlsx';
import type { CellValue, Snapshot } from '../../src/workbook/workbook';
import { modelWith } from '../build/snapshot';
import { partsOf } from '../workbook/xlsx/bench';
import { SPOILS, spoiltBytes, spoiltOften, spoiltParts, type Below } from './spoilt';

const TRIED = Number(process.env['FUZZ'] ?? '240');
const FROM = Number(process.env['FUZZ_FROM'] ?? '0');
/** One in so many models that were read is also run: the readers are what long runs try. */
const RUN = TRIED > 5000 ? 100 : 10;
const LOG = process.env['FUZZ_LOG'];
/** How often it is told how far it is, and from how many milliseconds on an input is named as slow. */
const OFTEN = 5000;
const SLOW = 5000;

const real = readFileSync(join(__dirname, '../published/cgm_t2dm/model.xlsx'));
const plain = modelWith({});
const CSV =
  'NCT Number,Study Title,Study Status,Conditions,Interventions,Sponsor,Phases,Enrollment,Primary Completion Date\n' +
  'NCT00000001,"A trial, of X",RECRUITING,Hypertension|Stroke,DRUG: Examplisiran 300 mg|DRUG: Placebo,Firm Inc.,PHASE2|PHASE3,300,2027-06-30\n';
const JSON_LIST = JSON.stringify({
  studies: [
    {
      protocolSection: {
        identificationModule: { nctId: 'NCT00000001', briefTitle: 'A trial' },
        statusModule: { overallStatus: 'RECRUITING', primaryCompletionDateStruct: { date: '2027-06' } },
        designModule: { phases: ['PHASE3'], enrollmentInfo: { count: 300 } },
        armsInterventionsModule: { interventions: [{ type: 'DRUG', name: 'Examplisiran' }] },
      },
    },
  ],
});

interface Good {
  readonly real: Readonly<Record<string, string>>;
  readonly small: Uint8Array;
  readonly parts: Readonly<Record<string, string>>;
  readonly seal: string;
}
async function good(): Promise<Good> {
  const workbook = newXlsx();
  const sheets = inputSheets(plain, 'Small', []);
  await workbook.write({ title: 'Small', stamp: '', language: 'en-GB', sheets, names: [], open: '' });
  const small = await workbook.bytes();
  const seal = JSON.stringify({ seal: assess(plain).results?.seal });
  return { real: partsOf(real), small, parts: partsOf(small), seal };
}

/** A workbook as it was read is judged: assumptions, or an error that says why there are none; one in {@link RUN} is run as well. */
function judged(snapshot: Snapshot, below: Below): 'read' {
  const wrong = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.severity === 'error');
  const { assumptions, findings } = readAssumptions(snapshot);
  if (assumptions === null && !wrong(findings)) throw new Error('neither assumptions nor an error');
  if (below(RUN) === 0) {
    const ran = assess(snapshot);
    if (ran.results === null && !wrong(ran.findings)) throw new Error('neither figures nor an error');
  }
  sealOnSheet(snapshot);
  return 'read';
}

/** A file is read, or refused in words. */
async function file(bytes: Uint8Array, below: Below): Promise<'read' | 'refused'> {
  const snapshot = await openXlsx(bytes)
    .then((workbook) => workbook.read())
    .catch((refused: unknown) => refused);
  if (!(snapshot instanceof Error)) return judged(snapshot as Snapshot, below);
  if (snapshot.message === '' || snapshot instanceof RangeError)
    throw new Error('refused without a word', { cause: snapshot });
  return 'refused';
}

function trials(text: string): 'read' | 'refused' {
  const files = [{ name: 'list', bytes: new TextEncoder().encode(text) }];
  const { trials: found, findings } = readTrials(files);
  if (found.length === 0 && findings.length === 0) throw new Error('neither trials nor a finding');
  importTrials(files);
  return found.length > 0 ? 'read' : 'refused';
}

function seal(text: string, below: Below): 'read' | 'refused' {
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch {
    return 'refused';
  }
  const found = sealIn(object);
  if (found === null) return 'refused';
  if (below(RUN) === 0) reproduce(plain, found, object);
  return 'read';
}

/** Cells of the model replaced by what an application may hand over. */
function cells(below: Below): 'read' {
  const odd = (): CellValue =>
    [null, true, NaN, Infinity, -0, 1e308, 1e-320, -1, 1.5e15, 2 ** 53, ...SPOILS][below(10 + SPOILS.length)] ?? null;
  const tables = plain.tables.map((table) => ({
    ...table,
    headers: table.headers.map((header) => (below(60) === 0 ? String(odd()) : header)),
    rows: table.rows.map((row) =>
      row.map((cell) => (below(25) === 0 ? { value: odd(), ...(below(5) === 0 ? { error: '#N/A' } : {}) } : cell)),
    ),
  }));
  return judged({ ...plain, tables }, below);
}

async function tried(of: Good, n: number): Promise<'read' | 'refused'> {
  const random = generator(20261123 + n);
  const below: Below = (count) => Math.min(count - 1, Math.floor(random() * count));
  const kind = n % 20;
  if (kind === 0) return await file(below(3) === 0 ? spoiltBytes(real, below) : spoiltParts(of.real, below), below);
  if (kind < 9) return await file(below(3) === 0 ? spoiltBytes(of.small, below) : spoiltParts(of.parts, below), below);
  if (kind < 13) return trials(spoiltOften(CSV, below));
  if (kind < 16) return trials(spoiltOften(JSON_LIST, below));
  if (kind < 17) return seal(spoiltOften(of.seal, below), below);
  return cells(below);
}

test(`${String(TRIED)} spoilt inputs are read or refused in words, and never bring anything down`, async () => {
  const of = await good();
  const counts = { read: 0, refused: 0 };
  for (let n = FROM; n < FROM + TRIED; n += 1) {
    const began = performance.now();
    try {
      counts[await tried(of, n)] += 1;
    } catch (fault) {
      if (LOG !== undefined)
        appendFileSync(LOG, `${String(n)} failed: ${fault instanceof Error ? (fault.stack ?? '') : String(fault)}\n`);
      throw new Error(`input ${String(n)}`, { cause: fault });
    }
    const took = performance.now() - began;
    if (LOG !== undefined && (took > SLOW || (n + 1) % OFTEN === 0))
      appendFileSync(LOG, `${String(n)} ${took > SLOW ? `took ${took.toFixed(0)} ms` : JSON.stringify(counts)}\n`);
  }
  expect(counts.read).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(0);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
}, 20_000_000);
