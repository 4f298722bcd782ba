/** What the tests of a subgroup do together in a year: done, confirmed, missed, treated in vain, for each confirmed patient. */
import { mergeClasses } from '@fluentui/react-components';
import { plain } from '../../outputs/amounts';
import { number, people, price, UNKNOWN, type Numerals } from '../figures';
import { Figure } from '../parts/Links';
import { useLooks } from '../parts/looks';
import type { TestLine } from './test-flow';

/** Nobody confirmed: there is no figure for each. */
function text({ amount, kind }: TestLine, numerals: Numerals): string {
  if (amount === null) return UNKNOWN;
  if (kind === 'money') return price(plain(amount), numerals);
  return kind === 'number' ? number(plain(amount), 1, numerals) : people(plain(amount), numerals);
}

export function TestsTogether({
  lines,
  numerals,
}: {
  readonly lines: readonly TestLine[];
  readonly numerals: Numerals;
}): React.JSX.Element | null {
  const looks = useLooks();
  if (lines.length === 0) return null;
  return (
    <table className={looks.table}>
      <caption className={looks.hidden}>What the tests do together</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={looks.row}>
            <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
              {line.label}
            </th>
            <td className={looks.cell}>
              <Figure figure={line.amount === null ? undefined : line.figure} text={text(line, numerals)} inTable />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
