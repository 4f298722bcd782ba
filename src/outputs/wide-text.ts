/** Text over the width of a sheet: answers under their questions, and cautions below the figures. */
import { noteColumn, put, section, type Page } from './page';

/** Characters of the answers that fit the width of a year. */
const PER_COLUMN = 14;
const WORDS_FROM = 3;

const room = (page: Page): number => (noteColumn(page.figures) - 2) * PER_COLUMN + 20;

/** A text over the width of the sheet, as high as it needs. */
export function wideText(page: Page, column: number, text: string, style: 'wrapped' | 'wrappedNote'): void {
  const lines = Math.max(1, Math.ceil(text.length / (column === WORDS_FROM ? room(page) : room(page) + 34)));
  page.heights[page.next] = (style === 'wrapped' ? 14 : 12.5) * lines + 2;
  put(page, page.next, column, text, style, { span: noteColumn(page.figures) - column + 1 });
}

/** What a sheet says in words, question by question. */
export function answersSection(
  page: Page,
  answers: readonly { readonly title: string; readonly text: string }[],
  title = 'In words',
  first = true,
): void {
  if (answers.length === 0) return;
  section(page, title, '', first);
  for (const each of answers) {
    put(page, page.next, 2, each.title, 'wrapped', { indent: 1 });
    wideText(page, WORDS_FROM, each.text, 'wrapped');
    page.next += 1;
  }
}
