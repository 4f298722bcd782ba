/** Locals of a function: what has been computed and still holds, loop within loop. */
import type { F64, I32, V128 } from './code-bytes';

export type Type = typeof I32 | typeof F64 | typeof V128;

interface Open {
  readonly known: string[];
  readonly taken: { readonly type: Type; readonly local: number }[];
}

/** Gives out locals, and keeps what they hold under a name until the loop that it was computed in ends. */
export class Scope {
  /** Types of the locals after the parameters. */
  readonly types: Type[] = [];
  private readonly known = new Map<string, number>();
  private readonly free = new Map<Type, number[]>();
  private readonly open: Open[] = [{ known: [], taken: [] }];

  constructor(private readonly parameters: number) {}

  find(name: string): number | undefined {
    return this.known.get(name);
  }

  /** A local that holds until the current loop ends. */
  take(type: Type): number {
    const spare = this.free.get(type)?.pop();
    const local = spare ?? this.parameters + this.types.push(type) - 1;
    this.open[this.open.length - 1]?.taken.push({ type, local });
    return local;
  }

  /** A local that holds a named value. */
  name(name: string, type: Type): number {
    const local = this.take(type);
    this.known.set(name, local);
    this.open[this.open.length - 1]?.known.push(name);
    return local;
  }

  enter(): void {
    this.open.push({ known: [], taken: [] });
  }

  leave(): void {
    const { known, taken } = this.open.pop() ?? { known: [], taken: [] };
    for (const name of known) this.known.delete(name);
    for (const { type, local } of taken) this.free.set(type, [...(this.free.get(type) ?? []), local]);
  }
}
