/** Data validation and conditional formats of an area. */
import { overlap, type Box } from '../address';
import type { Area, Book, Rule, Sheet } from '../book';
import { childOf, look, settings, thing, type Thing } from '../thing';
import { refuse, text, whole } from '../wire';
import { rangeThing } from './range';

const same = (a: Box, b: Box): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** The validation of an area. Setting a rule replaces what other rules its cells had. */
export function validationThing(sheet: Sheet, box: Box, guard: () => void): Thing {
  const ruleFor = (): Rule => {
    const known = sheet.validations.find((rule) => same(rule.box, box));
    if (known !== undefined) return known;
    const made = { box, members: new Map<string, unknown>() };
    sheet.validations = [...sheet.validations.filter((rule) => overlap(rule.box, box) === null), made];
    return made;
  };
  const access = (
    name: string,
    check: (value: unknown) => void = () => undefined,
  ): [string, Thing['scalars'][string]] => [
    name,
    {
      get: () => sheet.validations.find((rule) => overlap(rule.box, box) !== null)?.members.get(name) ?? null,
      set: (value) => {
        guard();
        check(value);
        ruleFor().members.set(name, value);
      },
    },
  ];
  return thing('DataValidation', {
    scalars: Object.fromEntries([
      access('Rule', checkRule),
      access('IgnoreBlanks'),
      access('ErrorAlert', checkAlert),
      access('Prompt', checkPrompt),
    ]),
    methods: {
      Clear: () => {
        guard();
        sheet.validations = sheet.validations.filter((rule) => overlap(rule.box, box) === null);
      },
    },
  });
}

const KINDS = ['wholeNumber', 'decimal', 'textLength', 'list', 'date', 'time', 'custom'];

/** One kind only; a list typed in has at most 255 characters (Excel's own limit). */
function checkRule(value: unknown): void {
  if (typeof value !== 'object' || value === null) throw refuse.argument();
  const kinds = Object.keys(value);
  if (kinds.length !== 1 || !KINDS.includes(kinds[0] ?? '')) throw refuse.argument();
  const source = (value as { list?: { source?: unknown } }).list?.source;
  if (typeof source === 'string' && !source.startsWith('=') && source.length > 255) throw refuse.argument();
}

/** Titles have at most 32 characters, messages 255 (Excel's own limits). */
function checkAlert(value: unknown): void {
  const { title, message } = value as { title?: unknown; message?: unknown };
  if (text(title).length > 32 || text(message).length > 255) throw refuse.argument();
}
const checkPrompt = checkAlert;

const formats = new WeakMap<Sheet, { readonly box: Box; readonly item: Thing }[]>();
const listOf = (sheet: Sheet): { readonly box: Box; readonly item: Thing }[] => {
  const known = formats.get(sheet) ?? [];
  formats.set(sheet, known);
  return known;
};

/** The conditional formats of a sheet as they are now, to be put back. */
export function keptConditions(sheet: Sheet): () => void {
  const were = [...listOf(sheet)];
  return () => {
    formats.set(sheet, were);
  };
}

let next = 1;

export function conditionsThing(book: Book, { sheet, box }: Area, guard: () => void): Thing {
  const here = () => listOf(sheet).filter((one) => overlap(one.box, box) !== null);
  const remove = (item: Thing): void => {
    guard();
    formats.set(
      sheet,
      listOf(sheet).filter((one) => one.item !== item),
    );
  };
  return thing('ConditionalFormatCollection', {
    items: () => here().map((one) => one.item),
    indexer: (id) => here().find((one) => one.item.id === id)?.item ?? missing(),
    methods: {
      GetItem: (id) => here().find((one) => one.item.id === id)?.item ?? missing(),
      GetItemAt: (n) => here()[whole(n)]?.item ?? missing(),
      Add: (type) => {
        guard();
        const item: Thing = look('ConditionalFormat', {
          id: `{CF-${String(next++)}}`,
          scalars: { Type: { get: () => type } },
          methods: {
            GetRange: () => rangeThing(book, { sheet, box }),
            Delete: () => {
              remove(item);
            },
          },
        });
        childOf(item, 'Custom', 'CustomConditionalFormat').children.set('Format', formatOfCondition());
        listOf(sheet).push({ box, item });
        return item;
      },
      ClearAll: () => {
        guard();
        formats.set(
          sheet,
          listOf(sheet).filter((one) => overlap(one.box, box) === null),
        );
      },
      GetCount: () => here().length,
    },
  });
}

function formatOfCondition(): Thing {
  const edges = new Map<string, Thing>();
  const borders = look('ConditionalRangeBorderCollection', {
    indexer: (edge) => {
      const made = edges.get(String(edge)) ?? look('ConditionalRangeBorder');
      edges.set(String(edge), made);
      borders.children.set(String(edge), made);
      return made;
    },
  });
  const format = look('ConditionalRangeFormat');
  format.children.set('Borders', borders);
  return format;
}

function missing(): never {
  throw refuse.missing();
}

/** Conditional formats of a sheet as they were set, for assertions. */
export const conditionsOf = (
  sheet: Sheet,
): readonly { readonly box: Box; readonly settings: Readonly<Record<string, unknown>> }[] =>
  listOf(sheet).map(({ box, item }) => ({ box, settings: settings(item) }));
