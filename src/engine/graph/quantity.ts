/**
 * Quantities: the named blocks of a model. Each is an array of figures over its axes, given by the user
 * (an input) or by one formula. A modeller would give each a labelled block of cells.
 */
import type { Decimal } from 'decimal.js';
import type { Given } from '../assumptions';
import type { Place } from '../finding';
import type { Axis, Link } from './axis';
import { Expression, type Placement } from './expression';

/** What an input block holds, a figure a cell: as given by the user, or what stands in where nothing was typed. */
export interface InputFigures {
  readonly values: readonly Decimal[];
  readonly given: readonly (Given | null)[];
  /** Fixed by the structure of the model: nobody types it. */
  readonly structural?: true;
  /** Where a figure that is not typed would be typed; null where the workbook has no cell for it. */
  readonly places?: readonly (Place | null)[];
  /** The figures say whether those places hold something: 1, or 0 where they are blank. */
  readonly marks?: true;
}

/** What is said of a quantity beside its formula. */
export interface Description {
  /** Where the equation comes from. */
  readonly source?: string;
  /** What it means, in a sentence, where the name does not say it all. */
  readonly meaning?: string;
}

/** The block behind a quantity: its name, unit, axes and formula. */
export class Block {
  private made: Expression | null = null;

  constructor(
    readonly name: string,
    readonly unit: string,
    readonly axes: readonly Axis[],
    private readonly define: (() => Expression) | null,
    readonly input: InputFigures | null,
    readonly description: Description,
  ) {}

  /** Number of figures in the block. */
  get size(): number {
    return this.axes.reduce((product, axis) => product * axis.size, 1);
  }

  /** The formula, null for an input. Made when first asked for, so that quantities may refer to each other. */
  get formula(): Expression | null {
    if (this.define && !this.made) this.made = this.define();
    return this.made;
  }
}

/** A named quantity as it stands in a formula: its block, and where on the block it is read. */
export class Quantity extends Expression {
  constructor(
    readonly block: Block,
    private readonly places: readonly Placement[] = [],
  ) {
    super({ kind: 'read', block, places });
  }

  /** The figure of the period (or member) before. */
  previous(along: Axis): Quantity {
    return this.placed({ kind: 'shift', axis: along, by: -1 });
  }
  /** The figure of one member, whatever the current one. */
  at(along: Axis, member: string): Quantity {
    const index = along.members.indexOf(member);
    if (index < 0) throw new Error(`${this.block.name}: no ${member} on ${along.name}`);
    return this.placed({ kind: 'fixed', axis: along, member: index });
  }
  /** The figure of the member to which the current one belongs by this link. */
  via(link: Link): Quantity {
    return this.placed({ kind: 'via', axis: link.to, link });
  }
  /** The figure of as many periods earlier as the position on `by`; 0 before the first. */
  lagged(along: Axis, by: Axis): Quantity {
    return this.placed({ kind: 'lagged', axis: along, by });
  }
  /**
   * The same figures later by a figure, a whole number of members: 0 before they begin, and after they end the last one's.
   * Below 0 they are earlier.
   */
  later(along: Axis, by: Expression): Expression {
    if (!this.block.axes.includes(along)) throw new Error(`${this.block.name} has no axis ${along.name}`);
    return new Expression({ kind: 'later', of: this, along, by });
  }

  private placed(place: Placement): Quantity {
    if (!this.block.axes.includes(place.axis)) throw new Error(`${this.block.name} has no axis ${place.axis.name}`);
    return new Quantity(this.block, [...this.places, place]);
  }
}
