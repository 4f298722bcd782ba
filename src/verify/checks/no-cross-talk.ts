/** Check 51: one technology's costs. */
import { isAll, sameName } from '../../engine/model/structure';
import { scaled, series } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, unlike, type Figures } from '../compare';
import { needsCosts } from '../conditions';
import { booked } from '../facts';

export const noCrossTalk: Check = {
  number: 51,
  family: 'Traceability',
  name: 'What a technology costs moves its own costs and nobody else’s',
  why: 'A cost that moves with another technology’s price is read from the wrong row.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needs(
      assumptions.agreements.every((row) => row.group === '' && row.type !== 'blend'),
      'an agreement covers several technologies',
    );
    const named = assumptions.technologies.filter((tech) =>
      assumptions.costs.some((row) => sameName(row.technology, tech.technology) && row.unitCost),
    );
    needs(named.length > 0, 'no technology has a unit cost of its own');
    for (const tech of named.slice(0, 6)) {
      const index = run.of.structure.technology.members.findIndex((name) => sameName(name, tech.technology));
      const made = rerun({
        ...assumptions,
        costs: assumptions.costs.map((row) =>
          sameName(row.technology, tech.technology) && row.unitCost
            ? { ...row, unitCost: series(row.unitCost, (given) => scaled(given, 2)) }
            : row,
        ),
      });
      const others = (of: typeof run): Figures =>
        booked(of)
          .filter((at) => at.technology !== index)
          .flatMap((at) => at.values);
      const failure = unlike(
        `every unit cost of ${tech.technology} doubled`,
        [{ name: 'costs of the others', expected: others(run), got: others(made) }],
        { scale: costOf(run), at: tech.at },
      );
      if (failure) return failure;
    }
    needs(
      named.some((tech) => !isAll(tech.technology)),
      'no technology is named',
    );
    return null;
  },
};
