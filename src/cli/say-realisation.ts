/** What realisation says, for the terminal: the five answers in order, which gate binds in each year, and what to mind. */
import type { Results } from '../engine/results';
import { figuresOf } from '../outputs/figures';
import { realisationAnswers, realisationCautions } from '../outputs/realisation-words';
import { bindingByMonth, gateName } from '../outputs/realised';
import { safe } from './terminal';

const WIDTH = 100;

/** Empty where a workbook holds nothing of it. */
export function realisationText(results: Results): readonly string[] {
  const { realisation } = results;
  if (!realisation) return [];
  const figures = figuresOf(results);
  const answers = realisationAnswers(figures, realisation).flatMap(({ title, text, question }) => [
    title,
    ...wrapped(safe(text)),
    ...(question === 'holds' ? bindingLines(results) : []),
  ]);
  return [
    '',
    ...answers,
    'To mind',
    ...realisationCautions(figures, realisation).flatMap((text) => wrapped(safe(text))),
  ];
}

/** "  2026  Waves not yet live 2 months, Places 10 months". */
function bindingLines({ realisation, years }: Results): readonly string[] {
  if (!realisation || realisation.gates.length === 0) return [];
  const binding = bindingByMonth(realisation);
  return years.map((year, index) => {
    const months = binding.slice(12 * index, 12 * index + 12);
    const counted = realisation.gates.flatMap((gate) => {
      const count = months.filter((each) => each === gate).length;
      return count === 0 ? [] : [`${gateName(gate)} ${String(count)} month${count === 1 ? '' : 's'}`];
    });
    const free = months.filter((each) => each === null).length;
    const all = [...counted, ...(free === 0 ? [] : [`nobody held ${String(free)} month${free === 1 ? '' : 's'}`])];
    return `    ${String(year)}  ${safe(all.join(', '))}`;
  });
}

/** Lines of words, indented. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines;
}
