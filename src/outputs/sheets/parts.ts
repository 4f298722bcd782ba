/** Parts: what each part of a combination is worth alone and last, and what they are worth only together. */
import { partsLeftOut } from '../../engine/appraisal/parts-left-out';
import type { PartsFigures } from '../../engine/realisation-results';
import { amount, type Amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { moneyLine } from '../lines';
import { markValues, rowOfTotals } from '../live-rows';
import { unitOf } from '../money';
import { heading, newPage, periodHeader, put, section, yearColumn, type Page } from '../page';
import { partsAnswers, togetherOf } from '../parts-words';
import { constant, type Row } from '../row';
import { answersSection } from '../wide-text';
import { staleLine } from '../stale';

const HEADER_ROW = 5;

export function partsSheet(figures: Figures, parts: PartsFigures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  heading(page, 'The parts of a combination', 'Realised value, discounted: alone, last, and only together', stamp);
  staleLine(page);
  periodHeader(page, HEADER_ROW, '');
  answersSection(page, partsAnswers(figures, parts));
  togetherSection(page, parts);
  eachSection(page, parts);
  return drawn(page, {
    key: 'parts',
    tableRow: HEADER_ROW,
    note: 44,
    caption: 'Alone: added to none of the parts. Last: taken from all of them. Each is a run of the whole model.',
  });
}

const whole = (page: Page, value: Amount): Row => constant(value, page.figures.years);

/** None, each alone, and the interaction are the whole, exactly. */
function togetherSection(page: Page, parts: PartsFigures): void {
  const band = section(page, 'From none of the parts to all', unitOf(page.figures.money));
  const { live } = page.figures.results;
  const [way] = partsLeftOut(parts.parts.map(({ part }) => part));
  const shown = way && live?.scenarios.includes(way.name) ? '; each follows where it is chosen on Summary' : '';
  markValues(page, band, `values of the run; the whole follows${shown}`);
  moneyLine(page, 'parts/none', 'With none of them', whole(page, amount(parts.none)), { tone: 'total' });
  parts.parts.forEach(({ part, alone }, n) => {
    moneyLine(page, `parts/alone/${String(n)}`, part, whole(page, amount(alone)), { member: 'alone', indent: 2 });
  });
  moneyLine(page, 'parts/interaction', 'Only together', whole(page, amount(parts.interaction)), {
    member: 'interaction',
    indent: 2,
    note: parts.parts.map(({ part }) => part).join(' × '),
  });
  moneyLine(page, 'parts/whole', 'With all of them', rowOfTotals(page, amount(parts.whole), 'realised'), {
    tone: 'total',
  });
}

function eachSection(page: Page, parts: PartsFigures): void {
  markValues(page, section(page, 'Each part', unitOf(page.figures.money)));
  page.heights[page.next] = 12;
  ['alone', 'last'].forEach((text, n) => {
    put(page, page.next, yearColumn(n), text, 'caption');
  });
  page.next += 1;
  const together = togetherOf(parts);
  parts.parts.forEach(({ part, alone, last }, n) => {
    const years = [amount(alone), amount(last)];
    moneyLine(
      page,
      `parts/each/${String(n)}`,
      part,
      { total: null, baseline: null, years },
      { note: shareOf(years[1], together) },
    );
  });
}

/** How much of what all parts add would go with this one. */
const shareOf = (last: Amount | undefined, together: Amount): string =>
  last === undefined || together.lte(0)
    ? ''
    : `taken away, ${last.div(together).times(100).toFixed(0)} % of what they add is lost`;
