/** A calculator beside the pane's, for a long question: what is asked anew takes the place of what was asked before. */
import { useEffect, useState } from 'react';
import { calculatorHere, type Calculator } from './calculator';

/** Holds one calculator at a time. One that was given up says nothing more: its answers never come. */
export class Beside {
  private under: Calculator | null = null;

  constructor(private readonly another: () => Calculator = calculatorHere) {}

  /** A calculator for a new question. */
  anew(): Calculator {
    this.end();
    this.under = this.another();
    return this.under;
  }

  /** Whether this one has not been given up, for what goes on after its answer. */
  holds(calculator: Calculator): boolean {
    return this.under === calculator;
  }

  end(): void {
    this.under?.cancel();
    this.under = null;
  }
}

/** For a page: given up when it is left. */
export function useBeside(another: (() => Calculator) | undefined): Beside {
  const [beside] = useState(() => new Beside(another));
  useEffect(
    () => () => {
      beside.end();
    },
    [beside],
  );
  return beside;
}
