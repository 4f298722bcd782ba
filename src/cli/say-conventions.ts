/** What conventions do to a model, in words. */
import type { ConventionEffect } from '../compare/conventions';
import type { Amounts, Results } from '../engine/results';
import { effectWords } from '../outputs/convention-words';
import { findingsText } from './say-findings';
import { safe } from './terminal';

/** A paragraph for each convention tried. */
export const conventionsText = (effects: readonly ConventionEffect[]): string =>
  effects.map((effect) => `\n${paragraph(effect)}`).join('');

function paragraph({ convention, now, tried, way, before, after, findings }: ConventionEffect): string {
  const { setting, changes, ways } = convention;
  const same = now.trim().toLowerCase() === tried.trim().toLowerCase();
  const lines = [
    `${setting}: ${safe(tried)}${same ? ', as it is' : ` in place of ${safe(now)}`}`,
    `  ${changes}`,
    ...(way === null ? [] : [`  ${way.value}: ${way.does}`]),
    ...(after === null ? ['  Refused:'] : effectWords(before, after).map((line) => `  ${line}`)),
    `  ${pins(way?.pinnedBy ?? [], ways)}`,
  ];
  return `${lines.join('\n')}\n${after === null ? findingsText(findings) : ''}`;
}

function pins(pinnedBy: readonly string[], ways: ConventionEffect['convention']['ways']): string {
  if (pinnedBy.length > 0)
    return `Pinned by the published ${pinnedBy.length === 1 ? 'case' : 'cases'} ${pinnedBy.join(', ')}.`;
  const others = ways.filter((way) => way.pinnedBy.length > 0);
  return others.length === 0
    ? 'No published case here decides this setting.'
    : `No published case here needs it; ${others.map((way) => `${way.value} is pinned by ${way.pinnedBy.join(', ')}`).join('; ')}.`;
}

/** The same as data, beside the results as typed. */
export const conventionsData = (
  effects: readonly ConventionEffect[],
): readonly {
  readonly setting: string;
  readonly now: string;
  readonly tried: string;
  readonly changes: string;
  readonly pinnedBy: readonly string[];
  readonly before: Headline;
  readonly after: Headline | null;
  readonly findings: ConventionEffect['findings'];
}[] =>
  effects.map(({ convention, now, tried, way, before, after, findings }) => ({
    setting: convention.setting,
    now,
    tried,
    changes: convention.changes,
    pinnedBy: way?.pinnedBy ?? [],
    before: headline(before),
    after: after && headline(after),
    findings,
  }));

interface Headline {
  readonly total: Amounts;
  readonly cumulative: Amounts;
  readonly discounted: string;
}

const headline = ({ impact: { total, cumulative, discounted } }: Results): Headline => ({
  total,
  cumulative,
  discounted,
});
