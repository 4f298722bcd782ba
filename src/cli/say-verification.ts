/** What the checks say of a model, for a terminal. */
import { countOf, FAMILIES, plantedSaid, smallestSaid, verdictSaid } from '../verify/said';
import type { Lamp, Verification } from '../verify/verify';
import { safe } from './terminal';

const MARKS = { holds: '●', fails: '◆', 'does not apply': '○' } as const;

/** The lead, every failure as a small case, lamps by family, and the planted mistakes. */
export function verificationText(made: Verification): string {
  const families = FAMILIES.map((family) => {
    const mine = made.lamps.filter((lamp) => lamp.family === family);
    const marks = mine.map((lamp) => MARKS[lamp.verdict]).join('');
    const applying = mine.length - countOf(mine, 'does not apply');
    return `  ${family.padEnd(18)}${marks.padEnd(12)}${String(countOf(mine, 'holds'))}/${String(applying)}\n`;
  });
  const failing = made.lamps.filter((lamp) => lamp.verdict === 'fails').map(failureText);
  return `${verdictSaid(made)}\n${failing.join('')}\n${families.join('')}\n${plantedText(made)}`;
}

function failureText(lamp: Lamp): string {
  const { failure } = lamp;
  if (!failure) return '';
  const lines = [
    `\n◆ ${String(lamp.number)} ${lamp.name}`,
    `  Changed   ${safe(failure.changed)}`,
    `  Expected  ${safe(failure.expected)}`,
    `  Got       ${safe(failure.got)}`,
    `  Smallest  ${smallestSaid(lamp)}`,
    `  Why       ${lamp.why}`,
    ...(failure.at ? [`  Cell      ${safe(failure.at.sheet)}!${failure.at.cell}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function plantedText(made: Verification): string {
  if (made.planted.length === 0) return '';
  const missed = made.planted.filter((each) => each.outcome === 'missed').map((each) => `  missed: ${each.name}\n`);
  return `${plantedSaid(made)}\n${missed.join('')}`;
}
