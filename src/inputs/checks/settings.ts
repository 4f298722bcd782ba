/** Settings that differ from their default and change nothing in this model. */
import type { Finding } from '../../engine/finding';
import { placeOf, settingNamed } from '../entry';
import { notice } from '../said';
import { settingEntry } from '../settings';
import { model } from '../tables/model';
import type { Check, Seen } from './check';

/** A setting, whether it is typed otherwise than its default, what it waits for, and whether that is there. */
interface Idle {
  readonly label: string;
  readonly typed: boolean;
  readonly used: boolean;
  readonly says: string;
  readonly remedy: string;
}

function idleOf({ assumptions }: Seen): readonly Idle[] {
  const { model: settings, technologies, realisation } = assumptions;
  const cohorts = technologies.some((row) => row.accounting === 'cohort');
  return [
    {
      label: 'Baseline cohort',
      typed: settings.baselineCohort === 'continues',
      used: settings.baselineYear,
      says: 'there is no baseline year',
      remedy: 'It is not used until Baseline year is yes.',
    },
    {
      label: 'Entry',
      typed: settings.entry === 'mid-year',
      used: cohorts && settings.step === 'year',
      says: cohorts ? 'cohorts are followed by month' : 'no technology is counted by cohorts',
      remedy: 'It says where the treatment years of yearly cohorts fall.',
    },
    {
      label: 'Step',
      typed: settings.step === 'month',
      used: cohorts || realisation !== null,
      says: 'no technology is counted by cohorts',
      remedy: 'It changes cohorts alone; stock accounting is by year.',
    },
    {
      label: 'Discount from',
      typed: settings.discountFrom === 'first year',
      used: !settings.discountRate.value.isZero(),
      says: 'the Discount rate is 0',
      remedy: 'It says which year is discounted first.',
    },
    {
      label: 'Test years',
      typed: settings.testYears !== 3,
      used: settings.testThreshold !== null,
      says: 'there is no Test threshold',
      remedy: 'It says how many years are held against the threshold.',
    },
  ];
}

export const idleSettings: Check = (seen) =>
  idleOf(seen).flatMap(({ label, typed, used, says, remedy }): readonly Finding[] => {
    const field = settingNamed(model, label);
    const entry = field && settingEntry(seen.entries, field);
    if (!entry || !typed || used) return [];
    return [notice('unused-setting', placeOf(entry, 'Value'), `${label} is set, and ${says}.`, remedy)];
  });
