/** A table part whose table has grown or whose headers were retyped. */
import type { BookTable } from '../../book';
import { areaName, parseArea } from './address';
import { attributeIn, scan } from './cells';
import { escapeXml } from './xml';

const rootTag = (xml: string): string => /<(?:\w+:)?table\s[^>]*>/.exec(xml)?.[0] ?? '';

/** The part with its range, filter and columns brought up to date. The header cells must hold the same words. */
export function growTablePart(xml: string, table: BookTable): string {
  const root = rootTag(xml);
  const was = parseArea(attributeIn(root, 'ref'));
  if (root === '' || was === null) throw new Error(`The table ${table.name} cannot be read, so it was not changed.`);
  const totals = Number(attributeIn(root, 'totalsRowCount') || 0);
  const area = areaName({ ...table, bottom: table.bottom + totals });
  const withRange = xml.replace(root, () => root.replace(/(\sref\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${area}"`));
  const filtered = withRange.replace(
    /(<(?:\w+:)?autoFilter\s[^>]*?ref\s*=\s*)(?:"[^"]*"|'[^']*')/,
    `$1"${areaName(table)}"`,
  );
  return withColumns(filtered, table.headers);
}

function withColumns(xml: string, headers: readonly string[]): string {
  const [list] = [...scan(xml, 'tableColumns')];
  if (list === undefined) return xml;
  const columns = [...scan(list.inside, 'tableColumn')].map((column) => list.inside.slice(column.start, column.end));
  const ids = columns.map((column) => Number(attributeIn(column, 'id')));
  let next = Math.max(0, ...ids);
  const named = headers.map((header, index) => {
    const words = escapeXml(header).replace(/\r?\n/g, '_x000a_');
    const column = columns[index];
    if (column === undefined) {
      next += 1;
      return `<tableColumn id="${String(next)}" name="${words}"/>`;
    }
    return attributeIn(column, 'name') === header
      ? column
      : column.replace(/(\sname\s*=\s*)(?:"[^"]*"|'[^']*')/, (_, before: string) => `${before}"${words}"`);
  });
  return `${xml.slice(0, list.start)}<tableColumns count="${String(headers.length)}">${named.join('')}</tableColumns>${xml.slice(list.end)}`;
}
