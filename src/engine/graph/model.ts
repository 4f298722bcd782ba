/** A model: its quantities in the order in which they are read, each name once. */
import type { Decimal } from 'decimal.js';
import type { Given } from '../assumptions';
import type { Place } from '../finding';
import { Exact } from '../readings/decimals';
import type { Axis } from './axis';
import type { Expression } from './expression';
import { Block, Quantity, type Description } from './quantity';

/** Collects the quantities of one model while it is being written. */
export class Model {
  private readonly byName = new Map<string, Quantity>();

  /** All quantities, in the order in which they were written. */
  get quantities(): readonly Quantity[] {
    return [...this.byName.values()];
  }

  /** A quantity by its name; undefined where the model has none of that name. */
  find(name: string): Quantity | undefined {
    return this.byName.get(name);
  }

  /** A block of figures from the user: `given` cell by cell, `blank` where nothing was typed. */
  input(
    name: string,
    unit: string,
    axes: readonly Axis[],
    given: readonly (Given | null)[],
    blank: Decimal,
    description: Description = {},
    places?: readonly (Place | null)[],
  ): Quantity {
    const values = given.map((cell) => cell?.value ?? blank);
    return this.add(new Block(name, unit, axes, null, { values, given, ...(places ? { places } : {}) }, description));
  }

  /** Which cells of an input are typed (1) and which are blank (0). */
  typed(name: string, of: Quantity): Quantity {
    const { axes, input } = of.block;
    if (!input) throw new Error(`${of.block.name} is not an input`);
    const values = input.given.map((cell) => new Exact(cell ? 1 : 0));
    return this.add(new Block(name, '1', axes, null, { ...input, values, structural: true, marks: true }, {}));
  }

  /** A block of figures that the structure fixes (which cell is typed, which number a band has). */
  data(
    name: string,
    unit: string,
    axes: readonly Axis[],
    values: readonly Decimal[],
    description: Description = {},
  ): Quantity {
    return this.add(
      new Block(name, unit, axes, null, { values, given: values.map(() => null), structural: true }, description),
    );
  }

  /** A block of figures by one formula. */
  quantity(
    name: string,
    unit: string,
    axes: readonly Axis[],
    define: () => Expression,
    description: Description = {},
  ): Quantity {
    return this.add(new Block(name, unit, axes, define, null, description));
  }

  private add(block: Block): Quantity {
    if (this.byName.has(block.name)) throw new Error(`two quantities are named ${block.name}`);
    if (block.input && block.input.values.length !== block.size) {
      throw new Error(`${block.name}: ${String(block.input.values.length)} figures for ${String(block.size)} cells`);
    }
    const made = new Quantity(block);
    this.byName.set(block.name, made);
    return made;
  }
}
