/** Shares of a world: what is typed, what is left to nobody, and who is displaced. */
import { add, D, isAll, linesOf, mostSpecific, numberOr, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { uptakeAt } from './curves';
import type { Model, World } from './model';

export interface Technology {
  readonly name: string;
  readonly role: string;
  readonly cohort: boolean;
  readonly line: Line;
}

export const technologiesOf = (model: Model): Technology[] =>
  linesOf(model.book, 'technologies').map((line) => ({
    name: text(line, 'Technology'),
    role: word(line, 'Role', 'current'),
    cohort: word(line, 'Accounting', 'stock') === 'cohort',
    line,
  }));

/** The row that speaks of a technology, or null. */
export const rowOf = (model: Model, world: World, subgroup: string, technology: string): Line | null =>
  mostSpecific(linesOf(model.book, 'uptake'), { World: world, Subgroup: subgroup, Technology: technology });

/** A subgroup without rows in either world takes no part. */
export const takesPart = (model: Model, subgroup: string): boolean =>
  technologiesOf(model).some(
    ({ name }) => rowOf(model, 'without', subgroup, name) !== null || rowOf(model, 'with', subgroup, name) !== null,
  );

/** Parts of a whole, by technology: the whole is 1, or the eligible patients where patients are typed. */
type Parts = Map<string, Num>;

/** What is needed to divide the eligible patients of one world, subgroup and time. */
interface Scene {
  readonly model: Model;
  readonly subgroup: string;
  readonly t: number;
  readonly eligible: Num;
  readonly technologies: readonly Technology[];
  readonly inPatients: boolean;
}

const patientsTyped = (model: Model, world: World, subgroup: string): boolean =>
  technologiesOf(model).some(({ name }) => {
    const line = rowOf(model, world, subgroup, name);
    return line !== null && word(line, 'Unit', 'share') === 'patients';
  });

const typedParts = (scene: Scene, world: World): Parts => {
  const { model, subgroup, technologies } = scene;
  const rows = technologies.map(({ name }) => ({ name, line: rowOf(model, world, subgroup, name) }));
  const others = rows.flatMap(({ line }) => (line === null ? [] : [line]));
  const parts: Parts = new Map();
  for (const { name, line } of rows) {
    if (line === null) continue;
    const value = uptakeAt(model, line, others, scene.t);
    const counted = word(line, 'Unit', 'share') === 'patients';
    if (!scene.inPatients) parts.set(name, counted ? ZERO : value);
    else parts.set(name, counted ? D.min(value, scene.eligible) : value.times(scene.eligible));
  }
  return parts;
};

const wholeOf = (scene: Scene): Num => (scene.inPatients ? scene.eligible : ONE);

/** Shares that are summed must come to 1 where anybody is eligible; `normalise` divides by the sum, also where nobody is. */
const settle = (scene: Scene, parts: Parts, world: World): Parts => {
  const sum = add([...parts.values()]);
  if (scene.inPatients || (scene.eligible.isZero() && (!scene.model.normalise || sum.isZero()))) return parts;
  if (sum.minus(1).abs().lte('1e-9') && !scene.model.normalise) return parts;
  if (!scene.model.normalise || sum.isZero())
    throw new Refused(`${world} ${scene.subgroup}: shares sum to ${sum.toString()}`);
  return sum.eq(1) ? parts : new Map([...parts].map(([name, part]) => [name, part.div(sum)]));
};

/** A `none` technology left out of `without` takes what is left. */
const withoutParts = (scene: Scene): Parts => {
  const parts = typedParts(scene, 'without');
  const nobody = scene.technologies.find(({ name, role }) => role === 'none' && !parts.has(name));
  if (nobody !== undefined) parts.set(nobody.name, D.max(ZERO, wholeOf(scene).minus(add([...parts.values()]))));
  return settle(scene, parts, 'without');
};

/** Parts that BIM_Displacement takes for a new technology, by who is displaced: its own rows over those for all. */
export const displacementFor = (model: Model, newcomer: string): Map<string, Num> => {
  const lines = linesOf(model.book, 'displacement');
  const some = [
    ...lines.filter((line) => isAll(text(line, 'Technology'))),
    ...lines.filter((line) => same(text(line, 'Technology'), newcomer)),
  ];
  return new Map(some.map((line) => [text(line, 'Displaced').toLowerCase(), numberOr(line, 'Share', ZERO)]));
};

/** What each technology left out of `with` loses to one new technology that rises. */
const lossTo = (scene: Scene, newcomer: string, rise: Num, leftOut: readonly Technology[], without: Parts): Parts => {
  const typed = displacementFor(scene.model, newcomer);
  const pool = add(leftOut.map(({ name }) => without.get(name) ?? ZERO));
  return new Map(
    leftOut.map(({ name }) => {
      if (typed.size === 0) return [name, pool.isZero() ? ZERO : rise.times(without.get(name) ?? ZERO).div(pool)];
      return [name, rise.times(typed.get(name.toLowerCase()) ?? ZERO)];
    }),
  );
};

const withParts = (scene: Scene): Parts => {
  const without = withoutParts(scene);
  const parts = typedParts(scene, 'with');
  const leftOut = scene.technologies.filter(({ name, role }) => role !== 'new' && !parts.has(name));
  const losses = scene.technologies
    .filter(({ name, role }) => role === 'new' && (parts.has(name) || without.has(name)))
    .map(({ name }) =>
      lossTo(scene, name, (parts.get(name) ?? ZERO).minus(without.get(name) ?? ZERO), leftOut, without),
    );
  for (const { name } of leftOut) {
    const left = (without.get(name) ?? ZERO).minus(add(losses.map((loss) => loss.get(name) ?? ZERO)));
    if (left.lt('-1e-9') && !scene.model.normalise)
      throw new Refused(`with ${scene.subgroup} ${name}: ${left.toString()}`);
    parts.set(name, D.max(ZERO, left));
  }
  return settle(scene, parts, 'with');
};

/** Share and people of each technology, before any rounding. In the baseline year both worlds are `without`. */
export const divide = (
  model: Model,
  world: World,
  subgroup: string,
  t: number,
  eligible: Num,
): Map<string, { share: Num; people: Num }> => {
  // Of nobody a number of patients is no share: it counts as 0, and the shares of the others speak.
  const inPatients =
    !eligible.isZero() &&
    (patientsTyped(model, 'without', subgroup) || (world === 'with' && patientsTyped(model, 'with', subgroup)));
  const scene: Scene = { model, subgroup, t, eligible, technologies: technologiesOf(model), inPatients };
  const parts = world === 'without' || t === 0 ? withoutParts(scene) : withParts(scene);
  return new Map(
    scene.technologies.map(({ name }) => {
      const part = parts.get(name) ?? ZERO;
      if (!inPatients) return [name, { share: part, people: part.times(eligible) }];
      return [name, { share: part.div(eligible), people: part }];
    }),
  );
};
