/**
 * The score of a mutation run (reports/mutation/mutants.json, or the files named): killed of those that count, by folder
 * and in all, with the 95 % interval of a sample (Wilson 1927). Not counted: mutants that were not drawn, and fallbacks
 * that no test reaches of an index which TypeScript cannot see to be in range (`list[n] ?? ''`, `list[n]?.name`).
 */
import { readFileSync } from 'node:fs';
import { drawn } from './mutation-sample.mjs';

const files = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const listed = process.argv.includes('--survivors');
const KILLED = new Set(['Killed', 'Timeout']);

/** Whether a mutant stands in the fallback of an index, on the line where it is. */
function isFallback(source, { location: { start }, mutatorName }) {
  const before = source.split('\n')[start.line - 1].slice(0, start.column - 1);
  return /(String|Unary|Array|Object|Number)/.test(mutatorName) && /[\])](\??\.[\w.?]+)* \?\? $/.test(before);
}

function interval(killed, all) {
  if (all === 0) return 'none';
  const [p, z] = [killed / all, 1.96];
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  return `${(100 * p).toFixed(1)} % (${(100 * (middle - half)).toFixed(1)}–${(100 * (middle + half)).toFixed(1)})`;
}

/** Reports count lines and columns from 1, Stryker itself from 0. */
const fromZero = ({ line, column }) => ({ line: line - 1, column: column - 1 });
const placed = ({ start, end }) => ({ start: fromZero(start), end: fromZero(end) });

const rows = new Map();
const add = (name, status) => {
  const row = rows.get(name) ?? { killed: 0, survived: 0, unreached: 0, fallback: 0 };
  row[status] += 1;
  rows.set(name, row);
};
for (const report of files.length > 0 ? files : ['reports/mutation/mutants.json'])
  for (const [file, { source, mutants }] of Object.entries(JSON.parse(readFileSync(report, 'utf8')).files))
    for (const mutant of mutants.filter((at) => drawn({ ...at, fileName: file, location: placed(at.location) }))) {
      const status = KILLED.has(mutant.status)
        ? 'killed'
        : mutant.status === 'Survived'
          ? 'survived'
          : mutant.status !== 'NoCoverage'
            ? null
            : isFallback(source, mutant)
              ? 'fallback'
              : 'unreached';
      if (status === null) continue;
      for (const name of ['all', file.split('/').slice(0, -1).join('/'), file]) add(name, status);
      if (listed && (status === 'survived' || status === 'unreached'))
        console.log(
          [
            status,
            `${file}:${mutant.location.start.line}:${mutant.location.start.column}`,
            mutant.mutatorName,
            mutant.replacement,
            source.split('\n')[mutant.location.start.line - 1].trim().slice(0, 140),
          ].join(' | '),
        );
    }
for (const [name, { killed, survived, unreached, fallback }] of [...rows].sort(([a], [b]) => a.localeCompare(b)))
  console.log(
    `${name}: ${interval(killed, killed + survived + unreached)} of ${killed + survived + unreached}; ${survived} survived, ${unreached} not reached, ${fallback} fallbacks of an index not counted`,
  );
