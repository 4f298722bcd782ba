/**
 * Dials being turned: while one moves, the figures follow in floats, the newest move first; once it rests, they are
 * computed again in exact decimals by another worker, so that the next move need not wait for them.
 */
import type { WhatIf } from '../../engine/stress/answers';
import type { Dial, Followed, Turned } from '../../engine/stress/dial';
import type { Snapshot } from '../../workbook/workbook';
import type { Answer, Task } from '../../worker/tasks';
import type { Calculator } from '../calculator';
import { Kept, type Stored } from './store';

export interface Turning {
  readonly status: 'closed' | 'opening' | 'open' | 'failed';
  readonly message: string;
  readonly dials: readonly Dial[];
  readonly base: WhatIf | null;
  /** Keys of the dials on the screen, and values of those that stand elsewhere than typed. */
  readonly shown: readonly string[];
  readonly turned: ReadonlyMap<string, string>;
  /** The figures, null as long as nothing is turned; `settled` where they are exact and of what is turned now. */
  readonly followed: Followed | null;
  readonly settled: boolean;
}

const CLOSED: Turning = {
  status: 'closed',
  message: '',
  dials: [],
  base: null,
  shown: [],
  turned: new Map(),
  followed: null,
  settled: true,
};

/** Milliseconds without a move after which a dial rests. */
const REST = 180;

export const keyOf = ({ parameter, op }: Pick<Dial, 'parameter' | 'op'>): string => `${op} ${parameter}`;

export class Dials implements Stored<Turning> {
  private readonly kept = new Kept<Turning>(CLOSED);
  private follower: Calculator | null = null;
  private settler: { readonly calculator: Calculator; readonly ready: Promise<unknown> } | null = null;
  /** Rises with every move: an answer of an earlier one is no longer wanted. */
  private moves = 0;
  private following = false;
  private rest: ReturnType<typeof setTimeout> | undefined;
  readonly now = this.kept.now;
  readonly watch = this.kept.watch;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly another: () => Calculator,
  ) {}

  /** Reads which dials there are, once. */
  open(): void {
    if (this.now().status !== 'closed') return;
    this.change({ status: 'opening' });
    this.follower = this.another();
    void this.follower.ask({ kind: 'dials', snapshot: this.snapshot }).then((answer) => {
      if (answer.kind === 'failed') this.change({ status: 'failed', message: answer.message });
      if (answer.kind !== 'dials') return;
      const shown = answer.dials.filter((dial) => dial.headline).map(keyOf);
      this.change({ status: 'open', dials: answer.dials, base: answer.base, shown });
      this.compile();
    });
  }

  turn(key: string, value: string): void {
    const { dials, turned } = this.now();
    const dial = dials.find((one) => keyOf(one) === key);
    if (dial === undefined) return;
    const next = new Map(turned);
    if (Number(value) === Number(dial.now)) next.delete(key);
    else next.set(key, value);
    this.move(next);
  }

  /** All dials back to what is typed. */
  reset(): void {
    this.move(new Map());
  }

  show(key: string): void {
    if (this.now().shown.includes(key)) return;
    this.change({ shown: [...this.now().shown, key] });
    this.compile();
  }

  close(): void {
    clearTimeout(this.rest);
    this.moves += 1;
    this.follower?.cancel();
    this.settler?.calculator.cancel();
  }

  /** What is turned, in the order of the dials. */
  turned(): readonly Turned[] {
    const { dials, turned } = this.now();
    return dials.flatMap((dial) => {
      const value = turned.get(keyOf(dial));
      return value === undefined ? [] : [{ parameter: dial.parameter, op: dial.op, value }];
    });
  }

  private move(turned: ReadonlyMap<string, string>): void {
    this.moves += 1;
    clearTimeout(this.rest);
    if (turned.size === 0) {
      this.change({ turned, followed: null, settled: true });
      return;
    }
    this.change({ turned, settled: false });
    void this.follow();
    this.rest = setTimeout(() => {
      void this.settle();
    }, REST);
  }

  private task(exact: boolean): Task {
    const { dials, shown } = this.now();
    const asked = dials.filter((dial) => shown.includes(keyOf(dial))).map(({ parameter, op }) => ({ parameter, op }));
    return { kind: 'turn', shown: asked, turned: this.turned(), exact };
  }

  /** Makes the model ready for the dials that are shown, before one of them moves. */
  private compile(): void {
    void this.follower?.ask(this.task(false));
  }

  /** One question at a time; whatever moved meanwhile is asked next. */
  private async follow(): Promise<void> {
    if (this.following || this.follower === null) return;
    this.following = true;
    for (let asked = -1; asked !== this.moves && this.now().turned.size > 0;) {
      asked = this.moves;
      this.take(await this.follower.ask(this.task(false)), false);
    }
    this.following = false;
  }

  private async settle(): Promise<void> {
    const asked = this.moves;
    const { calculator, ready } = this.settling();
    await ready;
    if (asked !== this.moves) return;
    const answer = await calculator.ask(this.task(true));
    if (asked === this.moves) this.take(answer, true);
  }

  private settling(): NonNullable<typeof this.settler> {
    const calculator = this.settler?.calculator ?? this.another();
    this.settler ??= { calculator, ready: calculator.ask({ kind: 'dials', snapshot: this.snapshot }) };
    return this.settler;
  }

  private take(answer: Answer, settled: boolean): void {
    if (this.now().settled || this.now().turned.size === 0) return;
    if (answer.kind === 'turned') this.change({ followed: answer.followed, settled });
    if (answer.kind === 'failed') this.change({ message: answer.message });
  }

  private change(part: Partial<Turning>): void {
    this.kept.set({ ...this.now(), ...part });
  }
}
