/**
 * Axes: the headings along which a block of figures is laid out (years, subgroups, cost lines …),
 * and the links that say which member of a coarser axis a member of a finer one belongs to.
 */

/** A link: for each member of `from`, the index of its member of `to`, or -1 where it has none. */
export interface Link {
  readonly name: string;
  readonly from: Axis;
  readonly to: Axis;
  readonly map: readonly number[];
}

/** A named list of members. `period` axes (years, months) run along the columns of a sheet. */
export class Axis {
  private readonly linkList: Link[] = [];
  constructor(
    readonly name: string,
    readonly members: readonly string[],
    readonly period = false,
  ) {}

  get size(): number {
    return this.members.length;
  }

  /** Links that are followed by themselves when a block over a coarser axis is read. */
  get links(): readonly Link[] {
    return this.linkList;
  }

  /** The link by which members of this axis belong to members of another. */
  linkTo(to: Axis): Link {
    const found = this.linkList.find((candidate) => candidate.to === to);
    if (!found) throw new Error(`${this.name} does not belong to ${to.name}`);
    return found;
  }

  /** Says to which member of a coarser axis each member belongs; followed by itself wherever that axis is asked for. */
  belongsTo(to: Axis, map: readonly number[]): Link {
    const made = link(`${this.name} to ${to.name}`, this, to, map);
    this.linkList.push(made);
    return made;
  }
}

/** An axis of periods, along the columns. */
export const periodAxis = (name: string, members: readonly string[]): Axis => new Axis(name, members, true);

/** An axis of members, along the rows. */
export const axis = (name: string, members: readonly string[]): Axis => new Axis(name, members);

/** A link that is followed only where a formula names it (a second way from one axis to another). */
export function link(name: string, from: Axis, to: Axis, map: readonly number[]): Link {
  if (map.length !== from.size)
    throw new Error(`link ${name}: ${String(map.length)} entries for ${String(from.size)} members`);
  for (const index of map) {
    if (index < -1 || index >= to.size) throw new Error(`link ${name}: no member ${String(index)} on ${to.name}`);
  }
  return { name, from, to, map };
}

/** The member of each axis in a cell: cells are counted with the last axis running fastest. */
export function membersIn(axes: readonly Axis[], cell: number): readonly number[] {
  const members: number[] = [];
  let left = cell;
  for (const { size } of [...axes].reverse()) {
    members.unshift(left % size);
    left = Math.floor(left / size);
  }
  return members;
}

/**
 * Members of `over` by the members of the linked axes they belong to, in order. Lists are addressed by one index:
 * the members of the links' targets counted together, the last running fastest.
 */
export function membersBy(over: Axis, per: readonly Link[]): readonly (readonly number[])[] {
  const size = per.reduce((product, via) => product * via.to.size, 1);
  const lists: number[][] = Array.from({ length: size }, () => []);
  for (let member = 0; member < over.size; member += 1) {
    let at = 0;
    for (const via of per) {
      const target = via.map[member] ?? -1;
      at = target < 0 || at < 0 ? -1 : at * via.to.size + target;
    }
    lists[at]?.push(member);
  }
  return lists;
}
