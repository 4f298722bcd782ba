/** A register to fill in, begun from a list of trials: what a trial tells stands in it, what it cannot tell is left blank. */
import type { Example, ExampleRow } from './example';

const setting = (Setting: string, Value: string, Unit = ''): ExampleRow => ({ Setting, Value, Unit, Source: '' });

/** `rows` of BIM_Horizon, as far as trials tell them. */
export const trialsRegister = (rows: readonly ExampleRow[], firstYear: number): Example => ({
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
    Horizon: rows,
  },
});
