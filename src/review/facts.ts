/** Facts of a model that a reviewer wants beside a question: what is drawn and how, and which scenarios there are. */
import { cellText, rowsOf, type Entries } from '../inputs/entry';
import { scenarios } from '../inputs/tables/scenarios';
import { uncertainty } from '../inputs/tables/uncertainty';
import type { Table } from '../inputs/table';

/** In words; each may be empty. */
export interface Facts {
  /** "gamma 3, beta 2" */
  readonly distributions: string;
  readonly scenarios: string;
}

/** Scenarios that are named one by one. */
const MOST = 8;

const textsOf = (entries: Entries, table: Table, column: string): readonly string[] =>
  rowsOf(entries, table).flatMap((row) => {
    const cell = row.cells.get(column);
    return cell ? [cellText(cell)] : [];
  });

export function factsOf(entries: Entries): Facts {
  const drawn = textsOf(entries, uncertainty, 'Distribution');
  const kinds = [...new Set(drawn)].map((kind) => `${kind} ${String(drawn.filter((each) => each === kind).length)}`);
  const named = [...new Set(textsOf(entries, scenarios, 'Scenario'))];
  const more = named.length > MOST ? ` and ${String(named.length - MOST)} more` : '';
  return {
    distributions: kinds.length === 0 ? 'BIM_Uncertainty has no distributions' : `Distributions: ${kinds.join(', ')}`,
    scenarios: named.length === 0 ? 'BIM_Scenarios has none' : `${named.slice(0, MOST).join(', ')}${more}`,
  };
}
