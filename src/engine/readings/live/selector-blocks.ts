/** Above the model: names of the scenarios, the one shown, and the values of their changes, each a link to the user's own cell. */
import { linkText, numberText, valueText } from './cells';
import type { LiveBlock, LiveCell, LiveRow } from './document';
import { CONSTANT_COLUMN } from './layout';
import type { Choices } from './scenarios';
import type { SelectorAt } from './selector';

const constant = (row: number, label: string, cell: Omit<LiveCell, 'column'>): LiveRow => ({
  row,
  labels: [label],
  cells: [{ column: CONSTANT_COLUMN, ...cell }],
  first: false,
  keys: [],
});

/** Names, the scenario shown, and the values of changes. */
export function selectorBlocks(choices: Choices, at: SelectorAt, selector: string): readonly LiveBlock[] {
  const { scenarios, values, leftOut } = choices;
  if (scenarios.length === 0) return [];
  const block = (
    name: string,
    words: string,
    kind: LiveBlock['kind'],
    band: number,
    rows: readonly LiveRow[],
  ): LiveBlock => ({
    name,
    unit: '1',
    words,
    source: 'BIM_Scenarios',
    usedBy: [],
    kind,
    band,
    rows,
  });
  const range = `$E$${String(at.names + 1)}:$E$${String(at.names + 1 + scenarios.length)}`;
  const without = leftOut.length > 0 ? `; not here, as they change the structure: ${leftOut.join(', ')}` : '';
  return [
    block('Scenarios', `your own names, in their order${without}`, 'input', at.names, [
      constant(at.names + 1, '1', { value: 'Base', formula: null, link: false }),
      ...scenarios.map((one, index) =>
        constant(at.names + 2 + index, String(index + 2), {
          value: one.name,
          formula: one.at && `=${linkText(one.at)}`,
          link: one.at !== null,
        }),
      ),
    ]),
    block('Scenario shown', 'chosen on the first sheet; its place among the scenarios', 'formula', at.shown, [
      constant(at.shown + 1, 'name', { value: 'Base', formula: `=${selector}`, link: false }),
      constant(at.shown + 2, 'number', {
        value: '1',
        formula: `=MATCH($E$${String(at.shown + 1)},${range},0)`,
        link: false,
      }),
    ]),
    block('Values of the scenarios’ changes', 'your own cells', 'input', at.values, [
      ...values.map((one, index) =>
        constant(at.values + 1 + index, linkText(one.at), {
          value: valueText(one.value),
          formula: `=${numberText(one.at)}`,
          link: true,
        }),
      ),
    ]),
  ];
}
