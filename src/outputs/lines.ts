/** Lines of the two kinds that most tables are made of: money and people, in the units of this workbook. */
import { moneyFormat, unitOf } from './money';
import { line, type Line, type Page } from './page';
import type { Row } from './row';

type More = Partial<Omit<Line, 'key' | 'label' | 'row' | 'unit'>>;

export const moneyLine = (page: Page, key: string, label: string, row: Row, more: More = {}): number =>
  line(page, { key, label, row, unit: unitOf(page.figures.money), format: moneyFormat(page.figures.money), ...more });

export const peopleLine = (page: Page, key: string, label: string, row: Row, more: More = {}): number =>
  line(page, { key, label, row, unit: page.figures.people.unit, format: page.figures.people.format, ...more });

/** The currency's own unit, for rates and prices. */
export const rateLine = (page: Page, key: string, label: string, row: Row, more: More & { format: string }): number =>
  line(page, { key, label, row, unit: page.figures.money.symbol.trim(), ...more });
