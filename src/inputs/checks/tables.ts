/** Which tables and settings there are: what is missing, and what nobody knows. */
import type { Finding } from '../../engine/finding';
import { placeOf, rowsOf, settingNamed, textOf, type Entries } from '../entry';
import { nearest } from '../labels';
import { error, notice, quoted, warning } from '../said';
import { excelName, type Table } from '../table';
import { HORIZON, model, SETTINGS } from '../tables/model';
import { costs } from '../tables/costs';
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

/** Missing tables and settings. */
export function checkTables(entries: Entries): readonly Finding[] {
  const findings: Finding[] = [];
  const settings = entries.get(model.word);
  if (!settings)
    findings.push(
      error(
        'missing-table',
        null,
        'The workbook has no table BIM_Model.',
        'Realise needs it for the first year and the number of years; the template has one.',
      ),
    );
  for (const field of settings ? [HORIZON.firstYear, HORIZON.years] : []) {
    if (!settingEntry(entries, field))
      findings.push(
        error(
          'missing-setting',
          settings?.at ?? null,
          `BIM_Model has no row ${quoted(field.label)}.`,
          `Add it; for example ${field.example}.`,
        ),
      );
  }
  if (rowsOf(entries, population).length === 0)
    findings.push(
      error(
        'missing-table',
        entries.get(population.word)?.at ?? null,
        `${excelName(population)} ${entries.has(population.word) ? 'is empty' : 'is missing'}: nobody is counted.`,
        'Add a funnel; the template has one.',
      ),
    );
  for (const [table, remedy] of WITHOUT) {
    if (rowsOf(entries, table).length === 0)
      findings.push(
        notice(
          'missing-table',
          entries.get(table.word)?.at ?? null,
          `${excelName(table)} ${entries.has(table.word) ? 'is empty' : 'is missing'}.`,
          remedy,
        ),
      );
  }
  return findings;
}

/** Rows of BIM_Model that are no setting of ours. */
export function checkSettings(entries: Entries): readonly Finding[] {
  const unknown = rowsOf(entries, model).flatMap((entry): readonly Finding[] => {
    const name = model.variants ? textOf(entry, model.variants.key) : '';
    if (name === '' || settingNamed(model, name)) return [];
    const meant = nearest(
      name,
      SETTINGS.map((field) => field.label),
    );
    const say = meant === null ? notice : warning;
    return [
      say(
        'unknown-setting',
        placeOf(entry, 'Setting'),
        `Setting ${quoted(name)} is not read.`,
        meant === null ? 'Nothing is lost.' : `Call it ${quoted(meant)} if that is meant.`,
      ),
    ];
  });
  const currency = SETTINGS.find((field) => field.label === 'Currency');
  const said = currency && settingEntry(entries, currency);
  const none = entries.has(model.word) && (!said || !said.cells.has('Value'));
  return none
    ? [
        ...unknown,
        notice(
          'no-currency',
          entries.get(model.word)?.at ?? null,
          'BIM_Model does not say in which currency amounts are.',
          'Add a row Currency; for example GBP.',
        ),
      ]
    : unknown;
}
