/** Probabilistic analysis as a run gives it: every draw that BIM_Model asks for, and what the contract prints of them. */
import type { Finding } from '../engine/finding';
import type { UncertaintyFigures } from '../engine/results';
import type { Chance, ChanceOf } from '../engine/stress/answers';
import type { Bench } from '../stress/bench';
import { chanceOf } from '../stress/chance';
import { preparedDraws } from '../stress/draws';

interface Made {
  readonly figures: UncertaintyFigures | null;
  readonly findings: readonly Finding[];
}

export function uncertaintyOf(bench: Bench): Made {
  const { draws, findings } = preparedDraws(bench);
  if (!draws) return { figures: null, findings };
  const blocks = Array.from({ length: draws.blocks }, (_, n) => draws.block(n));
  const made = chanceOf(draws, blocks);
  return { figures: made.chance && figuresOf(made.chance), findings: [...findings, ...made.findings] };
}

/** What the contract prints: 2.5 % and 97.5 %, type 7. */
export function figuresOf({ draws, seed, base, difference }: Chance): UncertaintyFigures {
  const band = (at: number): ChanceOf['bands'][number] | undefined => base.bands.find((each) => each.at === at);
  const [low, high] = [band(0.025), band(0.975)];
  return {
    draws,
    seed,
    impact: { mean: base.mean, sd: base.sd, low: low?.byYear ?? [], high: high?.byYear ?? [] },
    cumulative: { mean: base.cumulative.mean, low: low?.cumulative ?? '0', high: high?.cumulative ?? '0' },
    difference,
  };
}
