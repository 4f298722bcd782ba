/**
 * The headline lines of medicines: gross drug (the new ones before agreements, nothing displaced), net drug (the
 * impact of all medicines), and the budget impact itself, net of offsets. NCPE (Ireland) template v1.8.
 */
import { categoriesOf, impactRow, type Figures } from './figures';
import type { Row } from './row';

export interface Headline {
  readonly key: 'gross' | 'drug';
  readonly label: string;
  /** What it counts, in a word or two. */
  readonly counts: string;
  readonly row: Row;
}

/** Gross and net drug; none where nothing is of the category Acquisition. */
export function drugHeadlines({ results }: Figures): readonly Headline[] {
  const { grossDrug, netDrug } = results.impact;
  const drug = categoriesOf(results).find((name) => name.toLowerCase() === 'acquisition');
  if (drug === undefined || !grossDrug || !netDrug) return [];
  return [
    {
      key: 'gross',
      label: 'Gross drug budget impact',
      counts: 'none displaced',
      row: impactRow(results, grossDrug),
    },
    { key: 'drug', label: 'Net drug budget impact', counts: drug, row: impactRow(results, netDrug) },
  ];
}
