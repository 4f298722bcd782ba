/** Adoption: who waits for what and how, cohorts by month, and settings that nothing uses. */
import type { Finding, Place } from '../../engine/finding';
import type { AdoptionRow, RealisationAssumptions } from '../../engine/realisation-assumptions';
import { placeOf, settingNamed } from '../entry';
import { folded, listed } from '../labels';
import { cellName, error, notice } from '../said';
import { settingEntry } from '../settings';
import { excelName, type Table } from '../table';
import { model, WAITING } from '../tables/model';
import { outcomes } from '../tables/outcomes';
import { resources } from '../tables/resources';
import { tasks } from '../tables/tasks';
import { technologies } from '../tables/technologies';
import { waves } from '../tables/waves';
import { at, where, type Check, type Seen } from './check';

/** Nobody has a technology while they wait for it. */
function itself(seen: Seen, row: AdoptionRow): readonly Finding[] {
  return where(row.whileWaiting !== '' && folded(row.whileWaiting) === folded(row.technology), () =>
    error(
      'waits-for-itself',
      at(seen, row, 'While waiting'),
      `${cellName('While waiting', row.technology)} is ${row.technology} itself.`,
      'Name the technology whose care people have until they start, or leave it blank.',
    ),
  );
}

/** Only new technologies are waited for. */
function unused(seen: Seen, row: AdoptionRow): readonly Finding[] {
  const technology = seen.assumptions.technologies.find((held) => held.address === row.address);
  const columns = {
    Potential: row.potential,
    'Leave queue': row.leaveQueue,
    'While waiting': row.whileWaiting || null,
  };
  const [first] = Object.entries(columns).filter(([, held]) => held !== null);
  return first && technology && technology.role !== 'new'
    ? [
        notice(
          'unused-adoption',
          at(seen, row, first[0]),
          `${cellName(first[0], row.technology)} is not used: its Role is ${technology.role}.`,
          'Only new technologies are waited for.',
        ),
      ]
    : [];
}

/** Where a setting stands: its row, or the table. */
function settingPlace({ entries }: Seen, label: string): Place | null {
  const field = settingNamed(model, label);
  const entry = field && settingEntry(entries, field);
  return entry ? placeOf(entry, 'Value') : (entries.get(model.word)?.at ?? null);
}

/** The first table that says something of delivery or worth. */
function tableHeld({ tasks: a, waves: b, resources: c, outcomes: d }: RealisationAssumptions): Table {
  return a.length > 0
    ? tasks
    : b.length > 0
      ? waves
      : c.length > 0
        ? resources
        : d.length > 0
          ? outcomes
          : technologies;
}

/** Cohorts are followed by month where starts are. */
function monthly(seen: Seen, realisation: RealisationAssumptions): readonly Finding[] {
  const { assumptions } = seen;
  const cohorts = assumptions.technologies.filter(({ accounting }) => accounting === 'cohort');
  if (assumptions.model.step === 'month' || cohorts.length === 0) return [];
  const names = listed(cohorts.slice(0, 3).map(({ technology }) => technology));
  return [
    error(
      'cohorts-by-year',
      settingPlace(seen, 'Step'),
      `${names} ${cohorts.length === 1 ? 'is' : 'are'} counted by cohorts, and ${excelName(tableHeld(realisation))} asks for months.`,
      'Set Step to month in BIM_Model, or count as stock.',
    ),
  ];
}

/** Settings of waiting in a model without any. */
function idle(seen: Seen): readonly Finding[] {
  return Object.values(WAITING).flatMap((field) => {
    const entry = settingEntry(seen.entries, field);
    return entry?.cells.has('Value') === true
      ? [
          notice(
            'unused-setting',
            placeOf(entry, 'Value'),
            `${field.label} is set, and nothing is waited for.`,
            'It is used where BIM_Tasks, BIM_Waves or BIM_Resources hold starts back.',
          ),
        ]
      : [];
  });
}

export const adoption: Check = (seen) => {
  const { realisation } = seen.assumptions;
  if (!realisation) return idle(seen);
  return [
    ...monthly(seen, realisation),
    ...realisation.adoption.flatMap((row) => [...itself(seen, row), ...unused(seen, row)]),
  ];
};
