/** Scenarios compared: what each adds over the years, how far that is from the base case, and when it goes over the line. */
import { mergeClasses } from '@fluentui/react-components';
import type { Results } from '../../engine/results';
import { add, subtract } from '../exact';
import { scaled, signed, tableScale, unitOf, type Numerals } from '../figures';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { BASE, figuresOf, firstOver, scenarioNames } from '../reading';

interface ScenariosProps {
  readonly results: Results;
  readonly chosen: string;
  readonly numerals: Numerals;
}

interface Line {
  readonly name: string;
  readonly total: string;
  readonly difference: string;
  readonly over: string;
  readonly isOver: boolean;
}

function linesOf(results: Results): readonly Line[] {
  const base = add(...results.impact.total);
  return scenarioNames(results).map((name) => {
    const { impact } = figuresOf(results, name);
    const total = add(...impact.total);
    const first = firstOver(impact.total, impact.test?.threshold ?? null);
    const over = impact.test === null ? '–' : first < 0 ? 'never' : String(results.years[first] ?? '');
    return { name, total, difference: subtract(total, base), over, isOver: first >= 0 };
  });
}

export function Scenarios({ results, chosen, numerals }: ScenariosProps): React.JSX.Element | null {
  const looks = useLooks();
  if (results.scenarios.length === 0) return null;
  const lines = linesOf(results);
  const scale = tableScale(lines.map((line) => line.total));
  const unit = unitOf(scale, numerals);
  const limited = results.impact.test !== null;
  return (
    <section className={looks.block} aria-label="Scenarios compared">
      <Heading beside={`impact of all years, ${unit}`}>Scenarios compared</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>Scenarios compared</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(looks.head, looks.first)}>
              Scenario
            </th>
            <th scope="col" className={looks.head}>
              Impact
            </th>
            <th scope="col" className={looks.head}>
              From base
            </th>
            {limited && (
              <th scope="col" className={looks.head}>
                Over from
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name, line.name === chosen && looks.strong)}>
                {line.name === BASE ? 'Base case' : line.name}
              </th>
              <td className={mergeClasses(looks.cell, line.name === chosen && looks.strong)}>
                {scaled(line.total, scale, numerals)}
              </td>
              <td className={looks.cell}>
                {line.name === BASE ? '' : signed(line.difference, scale.places, numerals, scale.power)}
              </td>
              {limited && <td className={mergeClasses(looks.cell, line.isOver && looks.danger)}>{line.over}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
