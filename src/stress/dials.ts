/** Every number of a workbook that can be turned, in the words of the trade: uncertain ones first, then as they are typed. */
import type { Run } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import type { StressParameter } from '../engine/stress/answers';
import type { Dial } from '../engine/stress/dial';
import { fieldOf, parameterOf as addressOfCell, placeOf, textOf, type Entries, type Entry } from '../inputs/entry';
import type { NumberField } from '../inputs/field';
import { addressKey, sameAddress } from '../inputs/address';
import { folded } from '../inputs/labels';
import { parameterWords } from '../inputs/parameter-words';
import type { Table } from '../inputs/table';
import type { Bench } from './bench';
import { rangeOfDial } from './dial-range';
import { parameterOf, parametersOf } from './parameters';

/** Tables that hold no numbers of the model: changes to it, and what is coming or has been. */
const APART = new Set(['Scenarios', 'Parts', 'Goals', 'Uncertainty', 'Actuals', 'Horizon', 'Phases']);
/** So many are shown unasked. */
const SHOWN = 6;

interface Typed {
  readonly parameter: string;
  readonly entry: Entry;
  readonly label: string;
  readonly field: NumberField;
}

/** The first {@link SHOWN} headline ones, in the order in which they are asked about, come first. */
export function dialsOf(bench: Bench): readonly Dial[] {
  const plain = plainNames(bench.reading.entries);
  const typed = [...bench.reading.entries.values()]
    .filter(({ table }) => !APART.has(table.word))
    .flatMap(({ table, rows }) => rows.flatMap((entry) => typedIn(table, entry)));
  const rows = parametersOf(bench);
  const uncertain = rows.flatMap((row) => dialFor(row, typed, true, plain) ?? []);
  const taken = new Set(rows.flatMap(({ op, parameter }) => (op === 'set' ? [addressKey(parameter)] : [])));
  const rest = typed.filter(({ parameter }) => {
    const key = addressKey(parameter);
    const isNew = !taken.has(key);
    taken.add(key);
    return isNew;
  });
  const headline = headlineOf(bench.base, rest).slice(0, Math.max(0, SHOWN - uncertain.length));
  const ordered = [...headline, ...rest.filter((one) => !headline.includes(one))];
  return [
    ...uncertain,
    ...ordered.flatMap(
      (one) => dialFor(parameterOf(bench, one.parameter, 'set'), [one], headline.includes(one), plain) ?? [],
    ),
  ];
}

function typedIn(table: Table, entry: Entry): readonly Typed[] {
  const key = textOf(entry, table.address[0] ?? { kind: 'text', label: '', doc: '', example: '' });
  const cells = [...entry.cells].flatMap(([label, cell]): readonly Typed[] => {
    const field = fieldOf(table, label, key);
    const moves = cell.kind === 'number' && field?.kind === 'number' && !table.address.includes(field);
    return moves && !isFrame(table, field) ? [{ parameter: addressOfCell(entry, label), entry, label, field }] : [];
  });
  const value = table.years?.value;
  const years = entry.years.flatMap(({ label, cell }): readonly Typed[] =>
    cell.kind === 'number' && value ? [{ parameter: addressOfCell(entry, label), entry, label, field: value }] : [],
  );
  return [...cells, ...years];
}

/** Settings that frame a model rather than belong to it: its years, its draws, its seed; and orders of rows. */
const isFrame = (table: Table, field: NumberField): boolean =>
  (table.word === 'Model' && field.whole === true) || field.label === 'Order';

/** Names that tell nothing apart: the only subgroup of a model, and the pack of an item that has one. */
function plainNames(entries: Entries): ReadonlySet<string> {
  const named = (word: string, at: number): readonly string[] =>
    (entries.get(word)?.rows ?? []).map((entry) => folded(textOf(entry, entry.table.address[at] ?? NONE)));
  const subgroups = [...new Set(named('Population', 0))];
  const items = named('Prices', 0);
  const single = named('Prices', 1).filter((_, n) => items.filter((item) => item === items[n]).length === 1);
  return new Set([...(subgroups.length === 1 ? subgroups : []), ...single]);
}

function dialFor(
  one: StressParameter,
  typed: readonly Typed[],
  headline: boolean,
  plain: ReadonlySet<string>,
): Dial | null {
  if (one.now === null) return null;
  const stands = typed.find(({ parameter }) => sameAddress(parameter, one.parameter));
  const unit = one.op === 'x' ? 'x' : stands ? unitOf(stands, one.now) : '';
  const maximum = unit === '1' && Number(one.now) <= 1 && Number(one.high ?? 0) <= 1 ? '1' : one.maximum;
  return {
    ...one,
    now: one.now,
    words: parameterWords(one.parameter, plain),
    unit,
    ...rangeOfDial({ ...one, maximum }, new Exact(one.now), unit, stands?.field.whole === true),
    headline,
    cell: stands ? placeOf(stands.entry, stands.label) : one.at,
  };
}

/** `1` for a share, `£` for money; a unit that depends on the row is that of the row. */
function unitOf({ field, entry }: Typed, now: string): string {
  const said = (label: string): string => folded(textOf(entry, { ...NONE, label }));
  if (field.unit.startsWith('money')) return '£';
  if (field.unit === 'share or patients') return said('Unit') === 'patients' ? 'patients' : '1';
  if (field.unit === 'people or share') return said('Op') === 'count' || Math.abs(Number(now)) > 1 ? 'people' : '1';
  return /^as the|^of a year$/.test(field.unit) ? '' : field.unit;
}

/** What is asked about first: uptake of what is new in the last year, its price or discount, and the funnel. */
function headlineOf({ of }: Run, typed: readonly Typed[]): readonly Typed[] {
  const { technologies, costs } = of.structure.assumptions;
  const fresh = technologies.filter((row) => row.role === 'new').map((row) => folded(row.technology));
  const bought = costs.filter((row) => fresh.includes(folded(row.technology)));
  const items = bought.map((row) => folded(row.priceItem));
  const key = ({ entry }: Typed, at: number): string => folded(textOf(entry, entry.table.address[at] ?? NONE));
  const among = (word: string, fits: (one: Typed) => boolean): readonly Typed[] =>
    typed.filter((one) => one.entry.table.word === word && fits(one));
  const uptake = among('Uptake', (one) => key(one, 0) === 'with' && fresh.includes(key(one, 2)));
  const last = uptake.filter(({ entry }, n) => uptake[n + 1]?.entry !== entry);
  const discount = among('Prices', (one) => one.label === 'Discount' && items.includes(key(one, 0)));
  const price = among('Prices', (one) => one.label === 'List price' && items.includes(key(one, 0)));
  const cost = among(
    'Costs',
    (one) => one.label === 'Unit cost' && key(one, 2) === 'acquisition' && fresh.includes(key(one, 0)),
  );
  const funnel = among('Population', ({ label }) => label === 'Base');
  return [...last.slice(0, 2), ...discount.slice(0, 1), ...price.slice(0, 1), ...cost.slice(0, 1), ...funnel];
}

const NONE = { kind: 'text', label: '', doc: '', example: '' } as const;
