/** A small reckoner for the formulas a report may hold: SUM, ABS, IF and ROUND over cells, and nothing else. */
import type { CellSpec, Report, WrittenValue } from '../../src/workbook/workbook';

export const ALLOWED: readonly string[] = ['SUM', 'ABS', 'IF', 'LEFT', 'ROUND'];
type Value = number | string;
const TOKEN =
  /\s*("(?:[^"]|"")*"|[A-Za-z]+!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|<=|>=|<>|[-+*/&=<>(),])/y;

export function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  let at = 1;
  while (at < formula.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(formula);
    if (found?.[1] === undefined) throw new Error(`not understood at ${formula.slice(at)}`);
    tokens.push(found[1]);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

const columnOf = (text: string): number =>
  text.split('').reduce<number>((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Reckons every formula of a report from its cells, following links from cell to cell. */
export function reckoner(report: Report): (sheet: string, cell: CellSpec) => Value {
  const cells = new Map<string, CellSpec>(
    report.sheets.flatMap((sheet) =>
      sheet.cells.map((cell) => [`${sheet.name}!${String(cell.row)}:${String(cell.column)}`, cell] as const),
    ),
  );
  const known = new Map<string, Value>();

  function at(sheet: string, row: number, column: number): Value | null {
    const key = `${sheet}!${String(row)}:${String(column)}`;
    const cell = cells.get(key);
    if (cell === undefined || cell.value === '') return null;
    const value = known.get(key) ?? valueOf(sheet, cell.value);
    known.set(key, value);
    return value;
  }
  function valueOf(sheet: string, value: WrittenValue): Value {
    if (typeof value === 'string') return value;
    if ('number' in value) return Number(value.number);
    return 'formula' in value ? evaluate(sheet, value.formula) : value.text;
  }
  function range(sheet: string, text: string): Value[] {
    const [place = sheet, area = text] = text.includes('!') ? text.split('!') : [sheet, text];
    const corners = area
      .replaceAll('$', '')
      .split(':')
      .map((each) => [Number(each.replace(/\D/g, '')), columnOf(each.replace(/\d/g, ''))] as const);
    const [from, to] = [corners[0] ?? [0, 0], corners.at(-1) ?? [0, 0]];
    const values: Value[] = [];
    for (let row = from[0]; row <= to[0]; row += 1)
      for (let column = from[1]; column <= to[1]; column += 1) {
        const value = at(place, row, column);
        if (value !== null) values.push(value);
      }
    return values;
  }
  function evaluate(sheet: string, formula: string): Value {
    const tokens = tokensOf(formula);
    let next = 0;
    const take = (): string => tokens[next++] ?? '';
    const compare = (): Value => {
      let left = join();
      while (/^(=|<=|>=|<>|<|>)$/.test(tokens[next] ?? '')) {
        const [op, right] = [take(), join()];
        left = Number(
          {
            '=': left === right,
            '<=': left <= right,
            '>=': left >= right,
            '<>': left !== right,
            '<': left < right,
            '>': left > right,
          }[op],
        );
      }
      return left;
    };
    const join = (): Value => {
      let left = add();
      while (tokens[next] === '&') {
        take();
        left = `${String(left)}${String(add())}`;
      }
      return left;
    };
    const add = (): Value => {
      let left = times();
      while (tokens[next] === '+' || tokens[next] === '-')
        left = take() === '+' ? Number(left) + Number(times()) : Number(left) - Number(times());
      return left;
    };
    const times = (): Value => {
      let left = atom();
      while (tokens[next] === '*') {
        take();
        left = Number(left) * Number(atom());
      }
      return left;
    };
    const atom = (): Value => {
      const token = take();
      if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
      if (token === '(') {
        const value = compare();
        take();
        return value;
      }
      if (/^\d/.test(token)) return Number(token);
      if (/^[A-Z]+$/.test(token)) return call(token);
      return range(sheet, token)[0] ?? 0;
    };
    const call = (name: string): Value => {
      take();
      const given: Value[] = [];
      while (tokens[next - 1] !== ')') {
        if (name === 'SUM' && /\d$/.test(tokens[next] ?? '') && /[A-Z]/.test(tokens[next] ?? ''))
          given.push(...range(sheet, take()));
        else given.push(compare());
        take();
      }
      if (name === 'SUM') return given.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
      if (name === 'LEFT') return String(given[0]).slice(0, Number(given[1]));
      if (name === 'ABS') return Math.abs(Number(given[0]));
      if (name === 'IF') return (given[0] !== 0 ? given[1] : given[2]) ?? '';
      throw new Error(`${name} is not allowed`);
    };
    return compare();
  }
  return (sheet, cell) => valueOf(sheet, cell.value);
}
