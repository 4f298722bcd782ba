/** Something that changes by itself, and tells whoever watches: screens read it through `useStored`. */
import { useSyncExternalStore } from 'react';

export interface Stored<T> {
  readonly now: () => T;
  readonly watch: (changed: () => void) => () => void;
}

/** A value with its watchers. */
export class Kept<T> implements Stored<T> {
  private readonly watchers = new Set<() => void>();

  constructor(private value: T) {}

  readonly now = (): T => this.value;
  readonly watch = (changed: () => void): (() => void) => {
    this.watchers.add(changed);
    return () => {
      this.watchers.delete(changed);
    };
  };

  set(value: T): void {
    this.value = value;
    for (const changed of this.watchers) changed();
  }
}

export const useStored = <T>({ watch, now }: Stored<T>): T => useSyncExternalStore(watch, now, now);
