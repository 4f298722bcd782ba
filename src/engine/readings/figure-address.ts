/** Addresses of figures: `Treated patients[with, Drug A, 2028]`, members of its axes in any order. */
import type { Quantity } from '../graph/quantity';
import type { Run } from '../figures';

/** A quantity and the places meant: one, or several that are added where an axis was left out. */
export interface Figure {
  readonly quantity: Quantity;
  readonly places: readonly (readonly number[])[];
  /** The members that were named, for display. */
  readonly said: string;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Members between the brackets; a member that holds a comma may stand in single quotes. */
function membersSaid(inside: string): readonly string[] {
  return [...inside.matchAll(/\s*'((?:[^']|'')*)'\s*(?=,|$)|[^,]+/g)]
    .map((hit) => (hit[1]?.replace(/''/g, "'") ?? hit[0]).trim())
    .filter((name) => name !== '');
}

/** Finds what an address means; throws with what there is where it means nothing. */
export function findFigure(run: Run, address: string): Figure {
  const [, name = address, inside = ''] = /^([^[]*)(?:\[(.*)\])?\s*$/s.exec(address) ?? [];
  const quantity = run.of.model.quantities.find(({ block }) => same(block.name, name));
  if (!quantity) {
    const near = run.of.model.quantities
      .map(({ block }) => block.name)
      .filter((known) => known.toLowerCase().includes(name.trim().toLowerCase()));
    throw new Error(
      `There is no figure ${name.trim()}. ${near.length > 0 ? `Perhaps: ${near.slice(0, 5).join(', ')}.` : 'Try Budget impact, Cost, Treated patients or Eligible patients.'}`,
    );
  }
  return { quantity, ...placesOf(run, quantity, membersSaid(inside)) };
}

function placesOf(run: Run, quantity: Quantity, said: readonly string[]): Omit<Figure, 'quantity'> {
  const { axes, unit, name } = quantity.block;
  const left = [...said];
  const chosen = axes.map((axis) => {
    const at = left.findIndex((member) => axis.members.some((known) => same(known, member)));
    const [member] = at < 0 ? [] : left.splice(at, 1);
    return member === undefined ? -1 : axis.members.findIndex((known) => same(known, member));
  });
  if (left.length > 0)
    throw new Error(
      `${name} has no ${left.join(', ')}. Its axes: ${axes.map((axis) => `${axis.name} (${axis.members.slice(0, 6).join(', ')})`).join('; ')}.`,
    );
  const open = axes.filter((axis, k) => (chosen[k] ?? -1) < 0 && axis.size > 1);
  const adds = unit === 'person' || unit === run.of.structure.assumptions.model.currency;
  const wrong = open.find((axis) => !adds || axis === run.of.structure.world);
  if (wrong) throw new Error(`${name} needs a ${wrong.name}: ${wrong.members.slice(0, 8).join(', ')}.`);
  const places = axes.reduce<readonly (readonly number[])[]>(
    (made, axis, k) => {
      const members =
        (chosen[k] ?? -1) >= 0
          ? [chosen[k] ?? 0]
          : axis.members.map((_, member) => member).filter((member) => !baselineOf(run, axis.name, member));
      return made.flatMap((place) => members.map((member) => [...place, member]));
    },
    [[]],
  );
  return {
    places,
    said: axes
      .map((axis, k) => axis.members[chosen[k] ?? -1])
      .filter((member) => member !== undefined)
      .join(' · '),
  };
}

/** A sum over years leaves the baseline year out. */
const baselineOf = (run: Run, axis: string, member: number): boolean =>
  axis === 'year' && member === 0 && run.of.structure.baseline;
