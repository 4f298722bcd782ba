/** Check 12: other names. */
import type { Assumptions } from '../../engine/assumptions';
import { isAll, sameName } from '../../engine/model/structure';
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { needsSubjects } from '../conditions';
import { peopleBeside } from '../facts';

/** A name that looks like a formula, with quotes and an emoji. */
const odd = (name: string): string => (isAll(name) ? name : `=1+"${name}'💊`);
/** Categories that mean something to the sums keep their names. */
const category = (name: string): string =>
  ['acquisition', 'testing', 'offsets'].some((known) => sameName(known, name)) ? name : odd(name);

/** Every label renamed, in every table where it stands. */
function renamed(of: Assumptions): Assumptions {
  const technology = <R extends { readonly technology: string }>(row: R): R => ({
    ...row,
    technology: odd(row.technology),
  });
  const subgroup = <R extends { readonly subgroup: string }>(row: R): R => ({ ...row, subgroup: odd(row.subgroup) });
  return {
    ...of,
    population: of.population.map((row) => ({ ...subgroup(row), step: odd(row.step) })),
    technologies: of.technologies.map(technology),
    persistence: of.persistence.map(technology),
    uptake: of.uptake.map((row) => ({
      ...subgroup(technology(row)),
      analogue: row.analogue === null ? null : odd(row.analogue),
    })),
    displacement: of.displacement.map((row) => ({ ...technology(row), displaced: odd(row.displaced) })),
    prices: of.prices.map((row) => ({ ...row, item: odd(row.item), pack: odd(row.pack) })),
    costs: of.costs.map((row) => ({
      ...subgroup(technology(row)),
      item: odd(row.item),
      step: odd(row.step),
      category: category(row.category),
      priceItem: odd(row.priceItem),
    })),
    regimens: of.regimens.map((row) => ({ ...technology(row), item: odd(row.item) })),
    bodies: of.bodies.map(subgroup),
    agreements: of.agreements.map((row) => ({ ...subgroup(technology(row)), group: odd(row.group) })),
    tests: of.tests.map((row) => ({ ...subgroup(technology(row)), test: odd(row.test), step: odd(row.step) })),
  };
}

export const otherNames: Check = {
  number: 12,
  family: 'Symmetry',
  name: 'Names mean nothing',
  why: 'A figure that moves depends on how something is spelt.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    const made = rerun(renamed(assumptions));
    return unlike(
      'every label renamed, with =, quotes and an emoji',
      [{ name: 'budget impact', expected: impactOf(run), got: impactOf(made) }, ...peopleBeside(run, made)],
      { scale: costOf(run) },
    );
  },
};
