/**
 * Trials: the delivered value with levers moved, from the same model. Each is run once; what it gives is compared with the
 * value at rest. Tasks cost what they cost at rest: a delay is worth what it keeps from patients, not what it saves in pay.
 */
import type { Decimal } from 'decimal.js';
import type { Block, Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { ExactRun } from '../readings/exact';
import type { ValueRealisation } from '../value/value-realisation';
import { gatesOf, type Gate } from './gates';

/** A lever moved: how far, and for which member of its axis (the only one where it has none). */
export interface Move {
  readonly lever: Quantity;
  readonly member: number;
  readonly by: number;
}

/** Values of a model with levers moved. */
export class Trials {
  private readonly run = new ExactRun();
  private readonly known = new Map<string, Decimal>();
  readonly gates: readonly Gate[];

  constructor(private readonly of: ValueRealisation) {
    this.gates = gatesOf(of);
  }

  /** Value of what is delivered, before haircuts, with only these gates closed. */
  closed(gates: readonly Gate[]): Decimal {
    const open = this.gates.filter((gate) => !gates.includes(gate));
    return this.value(open.map((gate) => this.opening(gate)));
  }

  /** The same with every gate closed and one unit more of this one. */
  oneMore({ kind, pool }: Gate): Decimal {
    const { lever } = this.of;
    const moved = kind === 'access' ? lever.sooner : kind === 'sites' ? lever.moreSites : lever.more;
    return this.value([{ lever: moved, member: Math.max(0, pool), by: 1 }]);
  }

  /** The plan with its uptake a month later, nothing held back. */
  planLater(): Decimal {
    const open = this.gates.map((gate) => this.opening(gate));
    return this.value([...open, { lever: this.of.lever.planLater, member: 0, by: 1 }]);
  }

  /** Every task a month later. */
  scheduleLater(): Decimal {
    return this.value([{ lever: this.of.lever.tasksLater, member: 0, by: 1 }]);
  }

  /** One task a month longer. */
  taskLonger(task: number): Decimal {
    return this.value([{ lever: this.of.lever.longer, member: task, by: 1 }]);
  }

  private opening({ kind, pool }: Gate): Move {
    const { lever } = this.of;
    const opened = kind === 'access' ? lever.accessOpen : kind === 'sites' ? lever.sitesOpen : lever.poolOpen;
    return { lever: opened, member: Math.max(0, pool), by: 1 };
  }

  private value(moves: readonly Move[]): Decimal {
    const key = moves.map(({ lever, member }) => `${lever.block.name} ${String(member)}`).join('; ');
    const found = this.known.get(key);
    if (found) return found;
    this.run.replace(this.positions(moves));
    const { value, tasksValue } = this.of.worth;
    // Tasks at rest: taken out here and put back as they stand at rest.
    const made = this.run.at(value.delivered, []).plus(this.run.at(tasksValue, [])).minus(this.tasksAtRest());
    this.known.set(key, made);
    return made;
  }

  private atRest: Decimal | null = null;
  private tasksAtRest(): Decimal {
    this.atRest ??= new ExactRun().at(this.of.worth.tasksValue, []);
    return this.atRest;
  }

  /** All levers, those that moved and those at rest. */
  private positions(moves: readonly Move[]): ReadonlyMap<Block, readonly Decimal[]> {
    const levers = Object.values(this.of.lever) as readonly Quantity[];
    return new Map(
      levers.map(({ block }) => {
        const values = Array.from({ length: block.size }, () => new Exact(0));
        for (const move of moves) if (move.lever.block === block) values[move.member] = new Exact(move.by);
        return [block, values] as const;
      }),
    );
  }
}
