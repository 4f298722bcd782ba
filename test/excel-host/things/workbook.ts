/** The workbook and its application. */
import { findSheet, type Book } from '../book';
import { thing, type Thing } from '../thing';
import { refuse } from '../wire';
import { bindingsThing } from './bindings';
import { namesThing } from './names';
import { rangeAt } from './range';
import { fileOf } from './services';
import { settingsThing, xmlPartsThing } from './settings';
import { tablesThing } from './tables';
import { worksheetsThing } from './worksheet';

export function workbookThing(book: Book): Thing {
  return thing('Workbook', {
    methods: {
      GetSelectedRange: () => selectedThing(book),
      GetActiveCell: () => selectedThing(book).methods.GetCell?.(0, 0),
    },
    scalars: { UsePrecisionAsDisplayed: { get: () => book.roundsAsShown } },
    navigations: {
      Application: () => applicationThing(book),
      Worksheets: () => worksheetsThing(book),
      Tables: () => tablesThing(book),
      Names: () => namesThing(book),
      Settings: () => settingsThing(book),
      CustomXmlParts: () => xmlPartsThing(book),
      Bindings: () => bindingsThing(book),
      Protection: () => protectionThing(book),
    },
  });
}

/** Of its structure. Protecting what is protected fails, as for sheets. */
function protectionThing(book: Book): Thing {
  const set = (to: boolean) => (): null => {
    if (book.isProtected === to) throw refuse.denied();
    book.isProtected = to;
    return null;
  };
  return thing('WorkbookProtection', {
    scalars: { Protected: { get: () => book.isProtected } },
    methods: {
      Protect: (password) => {
        if (password !== undefined && password !== null) throw refuse.notEmulated('passwords');
        return set(true)();
      },
      Unprotect: set(false),
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
      CalculationMode: { get: () => (book.misreports ? 'Automatic' : book.calculation), set: nothing },
      CalculationState: { get: () => book.calculationState },
      DecimalSeparator: { get: () => separator(book, 'decimal') },
      ThousandsSeparator: { get: () => separator(book, 'group') },
    },
    navigations: {
      IterativeCalculation: () => thing('IterativeCalculation', { scalars: { Enabled: { get: () => book.iterates } } }),
      CultureInfo: () =>
        thing('CultureInfo', {
          scalars: { Name: { get: () => book.culture } },
          navigations: {
            NumberFormat: () =>
              thing('NumberFormatInfo', {
                scalars: {
                  NumberDecimalSeparator: { get: () => separator(book, 'decimal') },
                  NumberGroupSeparator: { get: () => separator(book, 'group') },
                },
              }),
          },
        }),
    },
    methods: {
      CreateWorkbook: (file) =>
        thing('WorkbookCreated', {
          id: `{NEW-${String(book.beside.length)}}`,
          methods: {
            Open: () => {
              book.beside.push(fileOf(file));
            },
          },
        }),
      SuspendScreenUpdatingUntilNextSync: nothing,
      SuspendApiCalculationUntilNextSync: nothing,
      Calculate: () => {
        book.calculations += 1;
        if (book.neverDone) return;
        book.results.clear();
        book.calculationState = 'Done';
      },
    },
  });
}

/** A separator of the workbook's language, as the browser knows it. */
const separator = ({ culture }: Book, type: 'decimal' | 'group'): string =>
  new Intl.NumberFormat(culture).formatToParts(1234567.5).find((part) => part.type === type)?.value ?? '';
