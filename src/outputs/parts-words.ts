/** What a combination is worth, part by part, in words. Realised value, discounted. */
import type { PartsFigures } from '../engine/realisation-results';
import { amount, sum, ZERO, type Amount } from './amounts';
import type { Figures } from './figures';
import { moneySaid, nothing } from './realisation-said';

/** One sentence to open with. */
export function partsLead(figures: Figures, parts: PartsFigures): string {
  const [together, alone] = [togetherOf(parts), aloneOf(parts)];
  const said = (value: Amount): string => moneySaid(figures, value);
  if (nothing(amount(parts.interaction))) return `Together the parts add ${said(together)}: as much as each by itself.`;
  return `Together the parts add ${said(together)}; each by itself, added up, ${said(alone)}.`;
}

/** How the rest comes about, and the part that is missed most. */
export function partsAnswers(
  figures: Figures,
  parts: PartsFigures,
): readonly { readonly title: string; readonly text: string }[] {
  return [
    { title: 'Together', text: partsLead(figures, parts) },
    { title: 'What they add to each other', text: interactionWords(figures, parts) },
    { title: 'The part missed most', text: missedWords(figures, parts) },
  ].filter(({ text }) => text !== '');
}

/** What all parts add to none of them. */
export const togetherOf = ({ whole, none }: PartsFigures): Amount => amount(whole).minus(none);
const aloneOf = ({ parts }: PartsFigures): Amount => sum(parts.map(({ alone }) => amount(alone)));

function interactionWords(figures: Figures, { interaction, parts }: PartsFigures): string {
  const value = amount(interaction);
  const names = parts.map(({ part }) => part).join(' and ');
  if (nothing(value)) return `${names} work side by side: neither needs the other.`;
  return value.gt(0)
    ? `${moneySaid(figures, value)} comes only where ${names} are there together.`
    : `${moneySaid(figures, value.abs())} would be counted twice if the parts were valued one by one: they do the same work.`;
}

function missedWords(figures: Figures, { parts }: PartsFigures): string {
  const [first] = [...parts].sort((a, b) => amount(b.last).comparedTo(amount(a.last)));
  if (!first || amount(first.last).lte(ZERO)) return '';
  return `Without ${first.part} the rest loses ${moneySaid(figures, amount(first.last))}.`;
}
