/** Checks of realisation: nobody is lost, and the steps from potential to realised add up. */
import { amount } from './amounts';
import { addSides, agree, lessSide, OURS, partlyRun, rowsSide, type Check, type Side, type Wording } from './check';
import type { Figures } from './figures';
import { COLUMN, yearColumn, type Page, type Placed } from './page';
import { tolerance } from './tolerance';

type Find = (keys: readonly string[]) => Side | null;

export function realisationChecks(figures: Figures, page: Page | undefined): readonly Check[] {
  if (!page) return [];
  const side: Find = (keys) => {
    const rows = keys.flatMap((key): readonly Placed[] => {
      const row = page.rows.get(key);
      return row ? [row] : [];
    });
    return rows.length < keys.length || rows.length === 0 ? null : rowsSide('realised', page, rows);
  };
  const keys = (prefix: string): readonly string[] => [...page.rows.keys()].filter((key) => key.startsWith(prefix));
  const money = inMoney(page);
  const gap = less(side(['impact/realised']), side(['impact/planned']));
  return [
    ...pair(side(['starts/planned']), added(side, ['starts/realised', 'starts/change', 'starts/left']), {
      ...money,
      title: 'Nobody is lost: planned = started + waiting + left',
      tolerance: amount('0.001'),
      compares: `Realised, ${figures.longSpan}`,
    }),
    ...pair(gap, side(['impact/gap']), { ...money, title: 'The gap is realised less planned' }),
    ...[
      ...pair(side(['value/realised']), added(side, ['value/potential', ...keys('step/')]), {
        ...money,
        title: 'Potential less each step is what is realised',
      }),
      ...pair(
        inTurn(side(keys('gate/'))),
        inTurn(side(['gates/joint'])),
        { ...money, title: 'Gates in turn add up' },
        IN_TURN,
      ),
    ].map((check) => partlyRun(check, page)),
  ];
}

const pair = (left: Side | null, right: Side | null, words: Wording, shown: number = COLUMN.total): readonly Check[] =>
  left && right ? [agree(words, left, right, shown)] : [];

const added = (side: Find, keys: readonly string[]): Side | null => {
  const [first, ...others] = keys.map((key) => side([key]));
  return others.reduce<Side | null>((sum, each) => (sum && each ? addSides(sum, each) : null), first ?? null);
};
const less = (left: Side | null, right: Side | null): Side | null => (left && right ? lessSide(left, right) : null);

/** The column of the gates' figures in turn, which is no year. */
const IN_TURN = yearColumn(1);
const inTurn = (side: Side | null): Side | null => side && { ...side, columns: [IN_TURN] };

const inMoney = (page: Page): Omit<Wording, 'title'> => ({
  group: 'Realisation',
  compares: 'Realised',
  format: '#,##0;-#,##0;"–"',
  tolerance: tolerance(page),
  advice: OURS,
});
