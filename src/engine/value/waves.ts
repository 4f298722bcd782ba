/**
 * Waves: groups of sites, each with its part of the patients, live from a moment on. In the month a wave goes live the
 * part of the month that is left counts, so that cost of delay and draws have no steps.
 */
import { axis, type Axis } from '../graph/axis';
import { max } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { distinct, sameName } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { Moment, WaveRow } from '../realisation-assumptions';
import { partAfter, type Calendar } from './calendar';
import type { Levers } from './levers';
import { latestMoment } from './moments';
import type { Schedule } from './schedule';

export interface Waves {
  readonly wave: Axis;
  readonly rows: readonly WaveRow[];
  /** Time at which it goes live. [wave], months */
  readonly time: Quantity;
  /** Share of the patients, as typed; 0 where blank. [wave] */
  readonly share: Quantity;
  /** [wave], sites */
  readonly sites: Quantity;
  /** Part of the month in which it is live. [wave, month] */
  readonly live: Quantity;
  /** Starts its sites can make. [wave, month], people */
  readonly siteStarts: Quantity;
}

export function waves(model: Model, rows: readonly WaveRow[], at: Calendar, plan: Schedule, lever: Levers): Waves {
  const wave = axis('wave', distinct(rows.map((row) => [row.wave, row.technology].filter(Boolean).join(' · '))));
  const source = 'workbook contract, BIM_Waves';
  const conditions = rows.map((row): readonly Moment[] => [
    ...plan.tasks.flatMap((task, index): readonly Moment[] =>
      task.wave !== '' && sameName(task.wave, row.wave) ? [{ kind: 'task', task: index, lag: null }] : [],
    ),
    ...row.liveAfter,
  ]);
  const ready = latestMoment(model, at, plan, 'Wave is ready', wave, conditions);
  const time = model.quantity('Wave goes live', 'month', [wave], () => ready.minus(lever.sooner), { source });
  const input = (name: string, unit: string, of: (row: WaveRow) => WaveRow['sites'], blank: number): Quantity =>
    model.input(name, unit, [wave], rows.map(of), new Exact(blank));
  const sitesTyped = input('Sites', 'site', (row) => row.sites, 0);
  const sites = model.quantity('Sites of the wave', 'site', [wave], () => sitesTyped.plus(lever.moreSites), { source });
  const perSite = input('Starts per site', 'person/site', (row) => row.startsPerSite, 0);
  const share = input('Share of patients, as typed', '1', (row) => row.share, 0);
  const live = model.quantity('Wave is live', '1', [wave, at.month], () => max(partAfter(at, time), lever.accessOpen), {
    source,
  });
  const siteStarts = model.quantity(
    'Starts that sites can make',
    'person',
    [wave, at.month],
    () => live.times(sites).times(perSite),
    { source },
  );
  return { wave, rows, time, share, sites, live, siteStarts };
}
