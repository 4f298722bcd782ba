/** The workbook and its application. */
import type { Book } from '../book';
import { thing, type Thing } from '../thing';
import { namesThing } from './names';
import { tablesThing } from './tables';
import { worksheetsThing } from './worksheet';

export function workbookThing(book: Book): Thing {
  return thing('Workbook', {
    navigations: {
      Application: () => applicationThing(book),
      Worksheets: () => worksheetsThing(book),
      Tables: () => tablesThing(book),
      Names: () => namesThing(book),
      Protection: () => thing('WorkbookProtection', { scalars: { Protected: { get: () => book.isProtected } } }),
    },
  });
}

function applicationThing(book: Book): Thing {
  const nothing = (): null => null;
  return thing('Application', {
    scalars: {
      // Setting the mode is silently ignored on some desktops (office-js issue 6922), so nothing may rely on it.
      CalculationMode: { get: () => book.calculation, set: nothing },
      CalculationState: { get: () => book.calculationState },
    },
    navigations: {
      IterativeCalculation: () => thing('IterativeCalculation', { scalars: { Enabled: { get: () => book.iterates } } }),
      CultureInfo: () => thing('CultureInfo', { scalars: { Name: { get: () => book.culture } } }),
    },
    methods: { SuspendScreenUpdatingUntilNextSync: nothing, SuspendApiCalculationUntilNextSync: nothing },
  });
}
