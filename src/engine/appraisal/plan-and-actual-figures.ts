/** Plan and actual as figures: the bridge, what was recorded beside the plan, and how far the plan was off. */
import { SHOWN, type PlanAndActual, type Told } from '../actuals/plan-and-actual';
import { listed, text, years, type Run } from '../figures';
import type { Quantity } from '../graph/quantity';
import type { BridgeStep, ForecastFigures, Realisation, RecordedFigures, Tracked } from '../realisation-results';
import { rowOf, traced, type Traced } from '../traces';

/** Absent without BIM_Actuals. */
export function planAndActualFigures(run: Run): Pick<Realisation, 'bridge' | 'recorded' | 'forecast'> {
  const { actuals } = run.of;
  if (!actuals) return {};
  const technologies = actuals.tracked.technology.members.map((_, n) => n);
  return {
    bridge: technologies.flatMap((n) => stepsOf(run, actuals, n)),
    recorded: technologies.flatMap((n) => recordedOf(run, actuals, n)),
    forecast: technologies.flatMap((n) => forecastOf(run, actuals, n)),
  };
}

const nameOf = ({ tracked }: PlanAndActual, n: number): string => tracked.technology.members[n] ?? '';

/** Planned, each step, actual; the lag of its first subgroup; starts to be expected now. */
function stepsOf(run: Run, actuals: PlanAndActual, n: number): readonly BridgeStep[] {
  const { bridge, lag, reforecastByYear, tracked } = actuals;
  const technology = nameOf(actuals, n);
  const first = tracked.places.findIndex((place) => place.technology === n);
  return [
    ...bridge.step.members.map((step, part) => ({
      technology,
      step,
      values: listed(run, bridge.amount, [n, part], years(run)),
    })),
    {
      technology,
      step: 'lag months',
      values: traced(run.traces, [text(run.exact.at(lag, [first]))], rowOf(lag, [first])),
    },
    { technology, step: 'reforecast starts', values: listed(run, reforecastByYear, [n], years(run)) },
  ];
}

interface Found {
  readonly measure: Tracked;
  readonly told: Told;
}

/** Measures that a technology has rows of. */
const measuresOf = ({ told }: PlanAndActual, n: number): readonly Found[] =>
  SHOWN.flatMap((measure) => {
    const found = told[measure];
    return found?.of(n) === true ? [{ measure, told: found }] : [];
  });

function recordedOf(run: Run, actuals: PlanAndActual, n: number): readonly RecordedFigures[] {
  const technology = nameOf(actuals, n);
  const months = (of: Quantity): readonly string[] =>
    (of.block.axes.at(-1)?.members ?? []).map((_, month) => text(run.exact.at(of, [n, month])));
  const whole = (of: Quantity): readonly string[] => traced(run.traces, months(of), rowOf(of, [n]));
  return measuresOf(actuals, n).flatMap(({ measure, told }): readonly RecordedFigures[] => {
    const known = months(told.known);
    const values = months(told.actual).map((value, month) => (known[month] === '1' ? value : null));
    const actual = traced(run.traces, values, { ...rowOf(told.actual, [n]), known: told.known });
    return [
      { technology, measure, case: 'planned', values: whole(told.planned) },
      { technology, measure, case: 'actual', values: actual },
      ...(measure === 'starts'
        ? [{ technology, measure, case: 'reforecast' as const, values: whole(actuals.reforecast) }]
        : []),
    ];
  });
}

function forecastOf(run: Run, actuals: PlanAndActual, n: number): readonly ForecastFigures[] {
  return measuresOf(actuals, n).map(({ measure, told }) => {
    const at = (of: Quantity): string => text(run.exact.at(of, [n]));
    const nothing = at(told.whole) === '0';
    return {
      technology: nameOf(actuals, n),
      measure,
      periods: Number(at(told.periods)),
      bias: nothing ? null : at(told.bias),
      error: nothing ? null : at(told.error),
    };
  });
}

/** How a figure of the forecast error is found among the rows of a live model. */
export const errorKey = (
  { technology, measure }: Pick<ForecastFigures, 'technology' | 'measure'>,
  which: 'bias' | 'error',
): string => JSON.stringify([technology, measure, which]);

/** Where the forecast errors were read, by {@link errorKey}. */
export function errorRows({ of: { actuals } }: Run): ReadonlyMap<string, Traced> {
  if (!actuals) return new Map();
  return new Map(
    actuals.tracked.technology.members.flatMap((technology, n) =>
      measuresOf(actuals, n).flatMap(({ measure, told }) =>
        (['bias', 'error'] as const).map(
          (which) => [errorKey({ technology, measure }, which), rowOf(told[which], [n])] as const,
        ),
      ),
    ),
  );
}
