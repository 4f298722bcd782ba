/** References within a cell: parts of After, Live after, From and Opens that are not understood, and times out of bounds. */
import type { Given } from '../../engine/assumptions';
import type { Finding, Place } from '../../engine/finding';
import type { Moment } from '../../engine/realisation-assumptions';
import { placeOf, rowsOf, textOf, type Entry } from '../entry';
import type { Field } from '../field';
import { folded, nearest } from '../labels';
import { readLinks, readMoments, readNames, type ListRead } from '../links';
import { cellName, error, notice, quoted, rowName } from '../said';
import { POOL, resources } from '../tables/resources';
import { TASK, tasks } from '../tables/tasks';
import { WAVE, waves } from '../tables/waves';
import { called, where, type Check, type Seen } from './check';

type Of = 'BIM_Tasks' | 'BIM_Resources';

const TAIL = /\s*\b(?:fs|ss|ff|sf)?\s*(?:[-+\u2010-\u2013\u2212]\s*[\d.]+\s*[a-z]*)?$/iu;

/** An ID, and after it something that is not part of a word. */
function beginsWith(part: string, id: string): boolean {
  const [text, start] = [folded(part.replace(/^'/, '')), folded(id)];
  return start !== '' && text.startsWith(start) && !/^[\p{L}\p{N}]/u.test(text.slice(start.length));
}

/** One part that was not understood: an unknown name, or a known one with something after it. */
function fault(entry: Entry, field: Field, part: string, known: readonly string[], of: Of): Finding {
  const place = placeOf(entry, field.label);
  const said = `${cellName(field.label, rowName(entry))} holds ${quoted(part)}`;
  const name = part.replace(/^'|'$/g, '').replace(TAIL, '');
  const isKnown = known.some((id) => (field === TASK.opens ? folded(id) === folded(name) : beginsWith(part, id)));
  if (part === '')
    return error(
      'not-a-link',
      place,
      `${cellName(field.label, rowName(entry))} has a part with nothing in it.`,
      'Join the parts with one semicolon between them.',
    );
  if (isKnown)
    return error(
      'not-a-link',
      place,
      `${said}, which is not read.`,
      field === TASK.after
        ? 'Write ID, then FS, SS, FF or SF, then a lag with d, w, m or y: A SS+2w.'
        : field === TASK.opens
          ? 'Join the names with semicolons.'
          : 'Write ID, then a lag with d, w, m or y: A+2w.',
    );
  return unknown(said, place, nearest(name, known), known, of);
}

/** A name that is nobody's. What a task opens may be something else than a resource, unless one was probably meant. */
function unknown(said: string, place: Place, meant: string | null, known: readonly string[], of: Of): Finding {
  const message = `${said}, which ${of} does not name.`;
  if (meant !== null) return error('unknown-name', place, message, `${quoted(meant)} is probably meant.`);
  const listed = known.length === 0 ? `${of} is empty.` : `${of} has: ${known.slice(0, 8).join(', ')}.`;
  return of === 'BIM_Resources'
    ? notice('unknown-name', place, message, `It holds no resource back. ${listed}`)
    : error('unknown-name', place, message, listed);
}

type Reader = (typed: string, known: readonly string[]) => ListRead<unknown>;

function checkColumn(seen: Seen, entry: Entry, field: Field, read: Reader): readonly Finding[] {
  if (entry.cells.get(field.label)?.kind !== 'text') return [];
  const opens = field === TASK.opens;
  const known = opens ? seen.names.of('resource') : seen.names.tasks;
  const { faults } = read(textOf(entry, field), known);
  return faults.map((part) => fault(entry, field, part, known, opens ? 'BIM_Resources' : 'BIM_Tasks'));
}

/** A typed month number or year: from 1, whole where it is a year, and before the end of the model. */
function checkTime({ horizon }: Seen, time: Given, name: string): readonly Finding[] {
  const { value } = time;
  const isYear = value.gte(1000);
  const last = horizon.firstYear + horizon.years - 1;
  const after = isYear ? value.gt(last) : value.gt(12 * horizon.years);
  const wanted = `Type a month number from 1 to ${String(12 * horizon.years)}, or a year from ${String(horizon.firstYear)}.`;
  if (value.lt(1) || (isYear && !value.isInteger()))
    return [error('out-of-bounds', time.at, `${name} is ${value.toString()}.`, wanted)];
  if (isYear && value.lt(horizon.firstYear))
    return [
      notice(
        'year-outside',
        time.at,
        `${name} is ${value.toString()}, before the first year.`,
        'It holds from the start.',
      ),
    ];
  return where(after, () =>
    notice(
      'year-outside',
      time.at,
      `${name} is ${value.toString()}, after the last year of the model.`,
      'It never comes.',
    ),
  );
}

const typedTimes = (moments: readonly Moment[]): readonly Given[] =>
  moments.flatMap((moment) => (moment.kind === 'time' ? [moment.typed] : []));

/** From holds one moment: the engine reads the first. */
function severalMoments(seen: Seen, entry: Entry): readonly Finding[] {
  const { found } = readMoments(textOf(entry, POOL.from), seen.names.tasks);
  return where(found.length > 1, () =>
    error(
      'not-a-link',
      placeOf(entry, POOL.from.label),
      `${cellName('From', rowName(entry))} holds ${String(found.length)} moments.`,
      'A supply begins once: type one month, year or task.',
    ),
  );
}

export const links: Check = (seen) => {
  const { entries, assumptions } = seen;
  const { realisation } = assumptions;
  return [
    ...rowsOf(entries, tasks).flatMap((entry) => [
      ...checkColumn(seen, entry, TASK.after, readLinks),
      ...checkColumn(seen, entry, TASK.opens, readNames),
    ]),
    ...rowsOf(entries, waves).flatMap((entry) => checkColumn(seen, entry, WAVE.liveAfter, readMoments)),
    ...rowsOf(entries, resources).flatMap((entry) => [
      ...checkColumn(seen, entry, POOL.from, readMoments),
      ...severalMoments(seen, entry),
    ]),
    ...(realisation?.waves ?? []).flatMap((row) =>
      typedTimes(row.liveAfter).flatMap((time) => checkTime(seen, time, cellName('Live after', called(seen, row)))),
    ),
    ...(realisation?.resources ?? []).flatMap((row) =>
      typedTimes(row.from ? [row.from] : []).flatMap((time) =>
        checkTime(seen, time, cellName('From', called(seen, row))),
      ),
    ),
  ];
};
