/** What stands beside the figures of a live model holds of its formulas: the mark of a first period, who uses a block. */
import type { LiveBlock, LiveModel, LiveRow } from '../../src/engine/readings/live/document';
import { tokensOf } from './formulas/tokens';
import { r1c1 } from './lint';

/** A first period is marked where its formula is another, and nowhere else. */
function markFaults({ row, cells, first, labels }: LiveRow): readonly string[] {
  const forms = cells.flatMap(({ formula, column, link }) =>
    formula === null || link ? [] : [r1c1(formula, row, column)],
  );
  if (forms.length < 2) return first && forms.length === 0 ? [`${labels.join(' · ')} is marked without a formula`] : [];
  return first === (forms[0] !== forms[1])
    ? []
    : [`${labels.join(' · ')} in row ${String(row)}: marked ${String(first)}`];
}

/** The rows that a formula points at: where a range begins and where it ends. */
function rowsRead(formula: string, home: string): readonly string[] {
  let sheet = home;
  return tokensOf(formula.slice(1)).flatMap((token, at, all) => {
    if (token.kind !== 'cell') return [];
    if (all[at - 1]?.text !== ':') sheet = token.sheet ?? home;
    return [`${sheet}!${String(token.row)}`];
  });
}

/** What stands beside the model (choices, numbers, what the engine ran) is used by it, and is none of its figures. */
const isBeside = ({ name, usedBy }: LiveBlock): boolean =>
  usedBy.length === 0 || /: by scenario$|^Live less/.test(name);

/** A figure that formulas of another point at says that it is used by that one. */
function readFaults(live: LiveModel): readonly string[] {
  const blockAt = new Map<string, LiveBlock>();
  for (const { sheet, blocks } of live.sheets)
    for (const block of blocks) for (const { row } of block.rows) blockAt.set(`${sheet}!${String(row)}`, block);
  return live.sheets.flatMap(({ sheet, blocks }) =>
    blocks.flatMap((block) => {
      if (isBeside(block)) return [];
      const formulas = new Set(
        block.rows.flatMap(({ cells }) => cells.slice(0, 2).flatMap(({ formula }) => formula ?? [])),
      );
      const read = new Set([...formulas].flatMap((formula) => rowsRead(formula, sheet)).map((at) => blockAt.get(at)));
      return [...read].flatMap((from) =>
        !from || from === block || isBeside(from) || from.usedBy.includes(block.name)
          ? []
          : [`${from.name} is used by ${block.name} and does not say so`],
      );
    }),
  );
}

/** Most figures of a model are used by another. */
function unusedFaults({ sheets }: LiveModel): readonly string[] {
  const blocks = sheets.flatMap((sheet) => sheet.blocks);
  const used = blocks.filter(({ usedBy }) => usedBy.length > 0).length;
  return used * 2 > blocks.length ? [] : [`only ${String(used)} of ${String(blocks.length)} say what uses them`];
}

export const marksWrong = (live: LiveModel): readonly string[] => [
  ...live.sheets.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(markFaults))),
  ...readFaults(live),
  ...unusedFaults(live),
];
