/** Names of sheets: a free one beside those that are taken, and formulas that follow a sheet to another name. */

const LONGEST = 31;

/** `wanted`, or "Summary (Realise)", "Summary (Realise 2)" … where that is taken. Excel ignores case. */
export function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  for (let n = 0; ; n += 1) {
    const suffix = n === 0 ? '' : n === 1 ? ' (Realise)' : ` (Realise ${String(n)})`;
    const name = wanted.slice(0, LONGEST - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** `wanted`, or "BIM_Out_Annual_2" … where a table or name has it. */
export function freeTableName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}_${String(n)}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Text in quotes, a sheet in quotes, or a bare sheet; the last two only before "!". */
const REFERENCES = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A formula, address or link with the sheets of `renames` called by their new names. */
export function withSheetNames(formula: string, renames: ReadonlyMap<string, string>): string {
  if (renames.size === 0) return formula;
  return formula.replace(REFERENCES, (whole: string, quoted?: string, bare?: string) => {
    const name = renames.get(quoted?.replaceAll("''", "'") ?? bare ?? '');
    return name === undefined ? whole : `'${name.replaceAll("'", "''")}'!`;
  });
}
