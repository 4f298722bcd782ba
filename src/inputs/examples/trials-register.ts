/** A register to fill in, begun from a list of trials: what a trial tells stands in it, what it cannot tell is left blank. */
import type { Example, ExampleRow } from './example';

/** One product that may launch, as found in trials. Blank where nothing is known. */
export interface FoundProduct {
  readonly technology: string;
  readonly company: string;
  readonly indication: string;
  readonly phase: string;
  /** A year with decimals. */
  readonly launch: string;
  readonly source: string;
}

const setting = (Setting: string, Value: string, Unit = ''): ExampleRow => ({ Setting, Value, Unit, Source: '' });

/** `checked`: when the list was read, as `2026-11`. */
export function trialsRegister(found: readonly FoundProduct[], firstYear: number, checked: string): Example {
  return {
    title: 'What is coming',
    about:
      'A register begun from a list of trials. Yellow cells that are blank are for you: how many could have it, how fast, and what it costs. Then run it.',
    bare: true,
    tables: {
      Model: [
        setting('Title', 'What is coming'),
        setting('Schema', '1'),
        setting('Currency', 'GBP'),
        setting('First year', String(firstYear)),
        setting('Years', '5', 'years'),
      ],
      Horizon: found.map((product) => ({
        Technology: product.technology,
        Company: product.company,
        Indication: product.indication,
        Phase: product.phase,
        Launch: product.launch,
        Checked: checked,
        Source: product.source,
      })),
    },
  };
}
