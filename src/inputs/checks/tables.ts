/** Which tables and settings there are: what is missing, and what nobody knows. */
import type { Finding, Place } from '../../engine/finding';
import { placeOf, rowsOf, settingNamed, textOf, type Entries, type Entry } from '../entry';
import { nearest } from '../labels';
import { error, notice, quoted, warning } from '../said';
import { excelName, type Table } from '../table';
import { HORIZON, model, SETTINGS } from '../tables/model';
import { costs } from '../tables/costs';
import { horizon } from '../tables/horizon';
import { population } from '../tables/population';
import { technologies } from '../tables/technologies';
import { uptake } from '../tables/uptake';
import { settingEntry } from '../settings';

/** What a workbook still gives without a table. */
const WITHOUT: readonly (readonly [Table, string])[] = [
  [technologies, 'The population and the tests are given, and no costs of technologies.'],
  [uptake, 'Nobody is put on a technology: the population and the tests are given.'],
  [costs, 'The patients are given, and no costs but those of tests.'],
];

const isEmpty = (entries: Entries, table: Table): boolean => rowsOf(entries, table).length === 0;
const lack = (entries: Entries, table: Table): string =>
  `${excelName(table)} ${entries.has(table.word) ? 'is empty' : 'is missing'}`;
const placeIn = (entries: Entries, table: Table): Place | null => entries.get(table.word)?.at ?? null;

/** The settings without which there are no years. */
function missingSettings(entries: Entries): readonly Finding[] {
  const place = placeIn(entries, model);
  if (place === null)
    return [
      error(
        'missing-table',
        null,
        'The workbook has no table BIM_Model.',
        'Realise needs it for the first year and the number of years; the template has one.',
      ),
    ];
  return [HORIZON.firstYear, HORIZON.years]
    .filter((field) => !settingEntry(entries, field))
    .map((field) =>
      error(
        'missing-setting',
        place,
        `BIM_Model has no row ${quoted(field.label)}.`,
        `Add it; for example ${field.example}.`,
      ),
    );
}

/** Missing tables and settings. */
export const checkTables = (entries: Entries): readonly Finding[] => [
  ...missingSettings(entries),
  ...(isEmpty(entries, population) && isEmpty(entries, horizon)
    ? [
        error(
          'missing-table',
          placeIn(entries, population),
          `${lack(entries, population)}: nobody is counted.`,
          'Add a funnel; the template has one.',
        ),
      ]
    : []),
  ...WITHOUT.filter(([table]) => isEmpty(entries, table) && isEmpty(entries, horizon)).map(([table, remedy]) =>
    notice('missing-table', placeIn(entries, table), `${lack(entries, table)}.`, remedy),
  ),
];

/** A row of BIM_Model that is no setting of ours. */
function unknownSetting(entry: Entry): readonly Finding[] {
  const name = model.variants ? textOf(entry, model.variants.key) : '';
  if (name === '' || settingNamed(model, name)) return [];
  const meant = nearest(
    name,
    SETTINGS.map((field) => field.label),
  );
  const message = `Setting ${quoted(name)} is not read.`;
  const place = placeOf(entry, 'Setting');
  return [
    meant === null
      ? notice('unknown-setting', place, message, 'Nothing is lost.')
      : warning('unknown-setting', place, message, `Call it ${quoted(meant)} if that is meant.`),
  ];
}

function noCurrency(entries: Entries): readonly Finding[] {
  const currency = settingNamed(model, 'Currency');
  const said = currency && settingEntry(entries, currency);
  if (!entries.has(model.word) || said?.cells.has('Value') === true) return [];
  return [
    notice(
      'no-currency',
      placeIn(entries, model),
      'BIM_Model does not say in which currency amounts are.',
      'Add a row Currency; for example GBP.',
    ),
  ];
}

export const checkSettings = (entries: Entries): readonly Finding[] => [
  ...rowsOf(entries, model).flatMap(unknownSetting),
  ...noCurrency(entries),
];
