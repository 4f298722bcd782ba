/** BIM_Out_Actuals: what was recorded beside the plan, one row per technology, measure and month. */
import type { WrittenValue } from '../../workbook/workbook';
import { inMonthIfKnown } from '../live-months';
import { monthDate } from '../months';
import { recordedFigures } from '../plan-and-actual';
import { AMOUNT_FORMAT, MONTH_FORMAT, type OutColumn, type OutTable } from '../table';

const figure = (header: string, meaning: string): OutColumn => ({ header, meaning, width: 14, format: AMOUNT_FORMAT });

export const actualsTable: OutTable = {
  name: 'BIM_Out_Actuals',
  sheet: 'bridge',
  holds: 'plan, actual and reforecast, by month',
  columns: [
    { header: 'Technology', meaning: 'New technology that something was recorded for', width: 18 },
    { header: 'Measure', meaning: 'starts, patients (people on it) or spend', width: 10 },
    { header: 'Month', meaning: 'First day of the month', width: 10, format: MONTH_FORMAT },
    figure('Planned', 'As planned, all subgroups'),
    figure('Actual', 'As recorded; a year’s figure spread evenly; blank where nothing was recorded'),
    figure(
      'Reforecast',
      'Of starts: recorded to date, then the plan later by the lag × actual ÷ plan so far; else blank',
    ),
  ],
  rows: ({ figures: { results } }) => {
    const { realisation } = results;
    if (!realisation) return [];
    const kept = (realisation.recorded ?? []).filter((each) => each.case === 'planned');
    return kept.flatMap(({ technology, measure }) => {
      const lists = ['planned', 'actual', 'reforecast'].map((of) =>
        recordedFigures(realisation, technology, measure, of),
      );
      return realisation.months.map((month, n): readonly WrittenValue[] => [
        technology,
        measure,
        monthDate(month),
        ...lists.map((list) => inMonthIfKnown(results, list, n)),
      ]);
    });
  },
};
