/** A parameter in the words of the trade: "Uptake of Drug A in 2030" for Uptake/with/All/Drug A/2030. */
import { addressParts } from './address';
import { folded, isAll, squeezed } from './labels';
import { TABLES } from './tables';
import { yearHeader } from './years';

const opening = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where a number of the table stands: its keys without those that mean every row, its column, and its year. */
interface Said {
  readonly keys: readonly string[];
  /** '' for a year column. */
  readonly column: string;
  /** " in 2030", " in every year"; '' for a column that is no year. */
  readonly when: string;
}

type Words = (said: Said) => string;

const joined = (...names: readonly (string | undefined)[]): string =>
  names.filter((name) => name !== undefined && name !== '').join(', ');
const of = (what: string, ...names: readonly (string | undefined)[]): string => {
  const whose = joined(...names);
  return whose === '' ? what : `${what} of ${whose}`;
};

/** Tables whose numbers have a name of their own; of the others it is the column, and whose it is. */
const WORDS: Readonly<Record<string, Words>> = {
  Uptake: ({ keys: [world, subgroup, technology], column, when }) =>
    joined(
      of(column === '' ? 'uptake' : `uptake, ${column},`, technology, subgroup) + when,
      world === 'without' ? 'in the world without' : '',
    ),
  Population: ({ keys: [subgroup, step], column, when }) =>
    joined(`${step ?? ''}${when}`, subgroup === step ? '' : subgroup, column === 'base' ? '' : column),
  Prices: ({ keys: [item, pack], column, when }) => `${of(column === '' ? 'list price' : column, item, pack)}${when}`,
  Costs: ({ keys: [technology, subgroup, category, item], column, when }) => {
    const what = item === '' || item === undefined ? category : item;
    const own = column === '' || column === 'unit cost';
    return own
      ? `${joined(`cost of ${what ?? ''}`, technology, subgroup)}${when}`
      : of(column, what, technology, subgroup);
  },
  Regimens: ({ keys: [technology, item], column }) => of(column, item === '' ? technology : item),
  Agreements: ({ keys: [technology, type], column }) =>
    `${column} of the ${type ?? 'agreement'}${technology === '' ? '' : ` on ${technology ?? ''}`}`,
  Displacement: ({ keys: [technology, displaced] }) => `share that ${technology ?? ''} takes from ${displaced ?? ''}`,
  Model: ({ keys: [setting] }) => setting ?? '',
};

const usual: Words = ({ keys, column, when }) => of(column === '' ? 'value' : column, ...keys) + when;

/**
 * The address itself where it is none. Subgroups and packs that are `plain` tell nothing apart
 * in this model, and are left out.
 */
export function parameterWords(address: string, plain: ReadonlySet<string> = new Set()): string {
  const [first, ...rest] = addressParts(address) ?? [];
  const table = TABLES.find((known) => squeezed(known.word) === squeezed(first?.text ?? ''));
  const last = rest.at(-1);
  if (!table || !last) return address;
  const sole = table.variants !== undefined && rest.length === table.address.length;
  const year = yearHeader(last.text);
  const when = last.text === '*' ? ' in every year' : year ? ` in ${last.text}` : '';
  const tells = (text: string, at: number): boolean =>
    !isAll(text) &&
    text !== '*' &&
    !(/^(Subgroup|Pack)$/.test(table.address[at]?.label ?? '') && plain.has(folded(text)));
  const keys = (sole ? rest : rest.slice(0, -1)).map(({ text }, at) => (tells(text, at) ? text : ''));
  const column = when === '' ? lowered(last.text) : '';
  return opening((WORDS[table.word] ?? usual)({ keys, column, when })).replace(/^, /, '');
}

/** "List price" inside a sentence; abbreviations stay. */
const lowered = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
