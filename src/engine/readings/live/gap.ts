/** What the engine ran, beside what the cells give now: the check that says whether a live model is as it was run. */
import type { Block } from '../../graph/quantity';
import type { ExactRun } from '../exact';
import { valueText } from './cells';
import type { LiveBlock, LiveRow } from './document';
import { rowOf, type Grid, type PlacedBlock } from './layout';
import { inColumn, refText } from './references';
import type { LiveRequest } from './request';
import type { Choices } from './scenarios';
import { shownRef, type SelectorAt } from './selector';

/** The engine's budget impact in Base and every scenario, that of the one shown, and live less engine. */
export function gapBlock(
  band: number,
  placed: ReadonlyMap<Block, PlacedBlock>,
  selected: SelectorAt,
  years: Grid,
  request: LiveRequest & { readonly choices: Choices },
): LiveBlock | null {
  const { impact, run, choices } = request;
  const at = impact && placed.get(impact.block);
  if (!impact || !at) return null;
  const runs: readonly (readonly [string, ExactRun, Block])[] = [
    ['Base', run, impact.block],
    ...choices.scenarios.flatMap((one) => {
      const theirs = one.model.find(impact.block.name)?.block;
      return theirs ? [[one.name, one.run, theirs] as const] : [];
    }),
  ];
  const cells = (
    of: (period: number) => { readonly value: string; readonly formula: string | null },
  ): LiveRow['cells'] =>
    Array.from({ length: years.axis.size }, (_, period) => ({
      column: years.firstColumn + period,
      link: false,
      ...of(period),
    }));
  const row = (index: number, label: string, of: LiveRow['cells']): LiveRow => ({
    row: band + 1 + index,
    labels: [label],
    cells: of,
    first: false,
    keys: [],
  });
  const figure = (index: number): string => refText({ sheet: years.sheet, column: { by: 0 }, row: index }, years.sheet);
  const shown = runs.length;
  const chosen = `INDEX(${figure(band + 1)}:${figure(band + shown)},${shownRef(selected, years, years)})`;
  const text = (template: string, period: number): string => `=${inColumn(template, years.firstColumn + period)}`;
  const last = runs.length === 1 ? band + 1 : band + 1 + shown;
  const less = `${figure(rowOf(at, []))}-${figure(last)}`;
  return {
    name: 'Live less engine',
    unit: impact.block.unit,
    words: 'budget impact of these cells less what the engine ran: 0 until an input is changed',
    source: 'the run whose stamp stands above',
    usedBy: ['Checks'],
    kind: 'structure',
    band,
    rows: [
      ...runs.map(([name, of, block], index) =>
        row(
          index,
          `engine, ${name}`,
          cells((period) => ({ value: valueText(of.at({ block }, [period])), formula: null })),
        ),
      ),
      ...(runs.length === 1
        ? []
        : [
            row(
              shown,
              'engine, scenario shown',
              cells((period) => ({ value: valueText(run.at(impact, [period])), formula: text(chosen, period) })),
            ),
          ]),
      row(
        runs.length === 1 ? 1 : shown + 1,
        'live less engine',
        cells((period) => ({ value: '0', formula: text(less, period) })),
      ),
    ],
  };
}
