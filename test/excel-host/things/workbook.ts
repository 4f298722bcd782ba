/** The workbook and its application. */
import { findSheet, type Book } from '../book';
import { thing, type Thing } from '../thing';
import { refuse } from '../wire';
import { bindingsThing } from './bindings';
import { namesThing } from './names';
import { rangeAt } from './range';
import { settingsThing, xmlPartsThing } from './settings';
import { tablesThing } from './tables';
import { worksheetsThing } from './worksheet';

export function workbookThing(book: Book): Thing {
  return thing('Workbook', {
    methods: { GetSelectedRange: () => selectedThing(book) },
    navigations: {
      Application: () => applicationThing(book),
      Worksheets: () => worksheetsThing(book),
      Tables: () => tablesThing(book),
      Names: () => namesThing(book),
      Settings: () => settingsThing(book),
      CustomXmlParts: () => xmlPartsThing(book),
      Bindings: () => bindingsThing(book),
      Protection: () => thing('WorkbookProtection', { scalars: { Protected: { get: () => book.isProtected } } }),
    },
  });
}

/** What is selected: one range, else the first cell of the sheet that is shown. */
function selectedThing(book: Book): Thing {
  const active = findSheet(book, book.active);
  if (active === undefined) throw refuse.missing();
  return rangeAt(book, active, book.selection === '' ? 'A1' : book.selection);
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
