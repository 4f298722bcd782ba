/** BIM_Out_Seal: what a run was made from, and the hash of what came out, for `realise reproduce`. */
import type { WrittenValue } from '../../workbook/workbook';
import type { OutTable } from '../table';

export const sealTable: OutTable = {
  name: 'BIM_Out_Seal',
  sheet: 'run',
  holds: 'the seal of this run',
  columns: [
    { header: 'What', meaning: 'engine, inputs, settings, scenario, draws, seed, figures, or change', width: 12 },
    {
      header: 'Value',
      meaning: 'As text; inputs, settings and figures are hashes (SHA-256); a change is one --set, as JSON',
      width: 76,
    },
  ],
  rows: ({ figures: { results } }): readonly (readonly WrittenValue[])[] => {
    const { seal } = results;
    if (!seal) return [];
    const { engine, inputs, settings, scenario, changes, draws, seed, figures } = seal;
    return [
      ['engine', engine],
      ['inputs', inputs],
      ['settings', settings],
      ['scenario', scenario],
      ['draws', String(draws)],
      ['seed', String(seed)],
      ['figures', figures],
      ...changes.map((change) => ['change', JSON.stringify(change)]),
    ];
  },
};
