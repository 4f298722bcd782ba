/** Each check holds on a model that is right, and fails on one that is wrong: by its sums, or by its inputs. */
import type { Given } from '../../src/engine/assumptions';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { CHECKS } from '../../src/verify/checks';
import { judged } from '../../src/verify/judge';
import type { Check } from '../../src/verify/check';
import { Outside } from '../../src/verify/outside';
import { shrink } from '../../src/verify/shrink';
import { subjectOf, trueEngine, type Engine, type Subject } from '../../src/verify/subject';
import { snapshotOf, type Block } from '../build/snapshot';
import type { Tables } from '../engine/small';
import { MODELS } from './models';
import { WITNESSES } from './witnesses';
import { biased, wrongSums } from './wrong-sums';

function subject(tables: Tables, engine: Engine = trueEngine): Subject {
  const snapshot = snapshotOf(tables);
  const reading = readAssumptions(snapshot);
  if (!reading.assumptions) throw new Error(reading.findings.map(({ message }) => message).join('\n'));
  return subjectOf(reading.assumptions, engine, { snapshot, reading });
}

/** An input that is another number each time it is read, as a volatile cell is. */
function restless(given: Given): Given {
  let read = 0;
  return {
    ...given,
    get value() {
      return given.value.plus((read += 1) / 1000);
    },
  };
}

/** Models whose inputs are at fault, each for its check. */
const dataFaults: Readonly<Record<number, (() => Subject) | readonly (() => Subject)[]>> = {
  28: () => subject(changed(MODELS.plain, 'Costs', 6, 'Unit cost', 50)),
  39: () => {
    const [headers, row] = MODELS.delivered.Outcomes;
    const twin = row.map((cell) => (cell === 'non-cash-releasing' ? 'cash-releasing' : cell));
    return subject({ ...MODELS.delivered, Outcomes: [[...headers, 'Subgroup'], row, [...twin, 'Adults']] });
  },
  50: () =>
    subject({
      ...MODELS.plain,
      Agreements: [
        ['Technology', 'Type', 'Rate', 'From'],
        ['New', 'discount', 0.05, 2031],
      ],
    }),
  58: () => swapped(MODELS.plain),
  59: () => swapped(MODELS.plain),
  60: () => {
    const of = subject(MODELS.plain);
    return {
      ...of,
      source: of.source && {
        ...of.source,
        snapshot: {
          ...of.source.snapshot,
          tables: of.source.snapshot.tables.map((table) => ({ ...table, row: table.row + 40 })),
        },
      },
    };
  },
  61: () => subject(changed(MODELS.dosed, 'Uncertainty', 1, 'Low', 450)),
  62: [
    () => {
      const of = subject(MODELS.dosed);
      const uncertain = of.source?.reading.uncertain.map((row) => ({ ...row, p1: row.p1 && restless(row.p1) })) ?? [];
      return { ...of, source: of.source && { ...of.source, reading: { ...of.source.reading, uncertain } } };
    },
    () => {
      // Beyond this a number of JavaScript cannot be told from the next.
      const of = subject(MODELS.dosed);
      const seed = Number.MAX_SAFE_INTEGER + 1;
      return { ...of, assumptions: { ...of.assumptions, model: { ...of.assumptions.model, seed } } };
    },
  ],
  63: () => {
    const [headers] = MODELS.dosed.Uncertainty;
    return subject({
      ...MODELS.dosed,
      Uncertainty: [headers, ['Uptake/with/All/New/2026', 'set', 1.2, 2, 'uniform', null, null]],
    });
  },
  64: () => {
    const of = subject(MODELS.dosed);
    const uncertain = of.source?.reading.uncertain.map((row) => ({ ...row, distribution: 'normal-ish' })) ?? [];
    return { ...of, source: of.source && { ...of.source, reading: { ...of.source.reading, uncertain } } };
  },
};

function changed(tables: Tables, word: string, row: number, header: string, value: string | number): Tables {
  const [headers, ...rows] = tables[word] ?? ([[]] as const);
  const block: Block = [
    headers,
    ...rows.map((cells, at) =>
      at === row - (word === 'Costs' ? 1 : 0)
        ? headers.map((name, n) => (name === header ? value : (cells[n] ?? null)))
        : cells,
    ),
  ];
  return { ...tables, [word]: block };
}

/** A reading beside the snapshot of another model. */
function swapped(tables: Tables): Subject {
  const of = subject(tables);
  return {
    ...of,
    source: of.source && { ...of.source, snapshot: snapshotOf(changed(tables, 'Costs', 1, 'Unit cost', 901)) },
  };
}

const outcome = (check: Check, of: () => Subject): 'holds' | 'fails' | 'outside' => {
  try {
    const { failure, because } = judged(check, of());
    return because !== null ? 'outside' : failure ? 'fails' : 'holds';
  } catch (thrown) {
    if (thrown instanceof Outside) return 'outside';
    throw thrown;
  }
};

test.each(CHECKS.map((check) => [check.number, check] as const))(
  'check %d holds where it should, and fails where it should',
  (number, check) => {
    const [right, ...sums] = WITNESSES[number] ?? ['plain'];
    const tables = MODELS[right];
    expect(outcome(check, () => subject(tables))).toBe('holds');
    const wrong = [
      ...sums.map((name) => () => subject(tables, wrongSums(name, subject(tables).run))),
      ...[dataFaults[number] ?? []].flat(),
    ];
    expect(wrong).not.toHaveLength(0);
    for (const of of wrong) expect(outcome(check, of)).toBe('fails');
  },
);

test('a failing model is made smaller while it still fails', () => {
  const wrong = biased((of) => (of.technologies.some((row) => row.technology === 'New') ? 1 : 0));
  const check = CHECKS.find((of) => of.number === 1);
  const found = check && shrink(check, subject(MODELS.plain, wrong));
  expect(found).toMatchObject({ years: 1, subgroups: 1 });
  expect(found?.costRows).toBeLessThan(3);
  expect(found?.failure.got).not.toBe('0');
});
