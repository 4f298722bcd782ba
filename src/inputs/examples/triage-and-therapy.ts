/**
 * A combination: an algorithm that finds whom to scan, the scan that confirms, and the therapy for those it confirms. Each
 * is worth little without the others, and the scarce scan is a gate of the therapy.
 */
import type { Example } from './example';
import { rows, sources } from './rows';

const DRUG = 'Amyloid antibody';
const CARE = 'Care without it';
const TRIAGE = 'AI triage';
const SCAN = 'Amyloid PET';

export const triageAndTherapy: Example = {
  title: 'AI triage, a scan and an antibody: what combines',
  about:
    'An algorithm before the scan: fewer scans for each confirmed case, 1.42 in place of 2.23 in the published example. Scans are scarce, so better triage opens the therapy. Every figure is published, derived or assumed: see Sources.',
  tables: {
    Model: rows(
      'Setting | Value | Unit | Source',
      'Title | AI triage, a scan and an antibody: what combines | |',
      'Schema | 1 | |',
      'Currency | GBP | |',
      'First year | 2027 | |',
      'Years | 5 | years |',
      'Step | month | | starts are followed by month',
      'Payer | All | |',
      'Discount rate | 0.035 | a year | HM Treasury, Green Book',
      'Value of a QALY | 30000 | GBP | NICE, upper end of the usual range',
    ),
    Population: rows(
      'Subgroup | Step | Op | Stream | Base | Source',
      'Memory clinics | Mild impairment, new in a year | count | incident | 24000 | Sources 4: assumption',
      'Memory clinics | Would have treatment | x | incident | 0.5 | Sources 4: assumption',
    ),
    Technologies: rows(
      'Technology | Role | Accounting | Persistence | P1 | Leave queue | While waiting | Source',
      `${DRUG} | new | cohort | exponential | 0.15 | 0.05 | ${CARE} | Sources 4: assumption`,
      `${CARE} | current | cohort | all | | | | usual care`,
    ),
    Uptake: rows(
      'World | Subgroup | Technology | Unit | 2027 | 2028 | 2029 | 2030 | 2031 | Source',
      `without | All | ${CARE} | share | 1 | 1 | 1 | 1 | 1 | nobody has it today`,
      `with | All | ${DRUG} | share | 0.9 | 0.9 | 0.9 | 0.9 | 0.9 | Sources 4: assumption, of those confirmed`,
    ),
    Tests: rows(
      'Technology | World | Test | Order | Prevalence | Sensitivity | Specificity | Gate | Unit cost | Minutes | 2027 | 2028 | 2029 | 2030 | 2031 | Source',
      `${DRUG} | with | ${TRIAGE} | 1 | 0.45 | 0.9 | 0.6 | yes | 8 | 2 | 0.15 | 0.3 | 0.5 | 0.5 | 0.5 | prevalence Sources 2; the rest Sources 4`,
      `${DRUG} | with | ${SCAN} | 2 | | 0.92 | 0.95 | yes | 1200 | 15 | 1 | 1 | 1 | 1 | 1 | Sources 4: assumption`,
    ),
    Costs: rows(
      'Technology | Subgroup | Category | Item | Per | Unit cost | Source',
      `${DRUG} | All | Acquisition | antibody | patient-year | 2600 | Sources 4: assumption`,
      `${DRUG} | All | Administration | infusions and scans of safety | patient-year | 1800 | Sources 4: assumption`,
    ),
    Resources: rows(
      'Resource | Kind | Unit | Available | Period | From | Per start | Per follow-up | Technology | Test | Cost per unit | Source',
      `Scanner slots | service | scans | 160 | month | | 1 | | ${DRUG} | ${SCAN} | 1200 | Sources 4: assumption`,
      'Scanner slots | service | scans | 240 | month | 2029 | | | | | | Sources 4: assumption',
      `Infusion chairs | service | hours | 9000 | month | | 2 | 1.2 | ${DRUG} | | 60 | Sources 4: assumption`,
    ),
    Outcomes: rows(
      'Technology | Benefit | Class | Quantity | Per | Lag months | Ramp months | Realised | Optimism bias | Owner | Measure | Source',
      `${DRUG} | Slower decline | health | 0.5 | patient-year | 6 | 6 | 0.9 | 0.1 | Memory clinics | dementia rating | Sources 4: assumption`,
    ),
    Parts: rows(
      'Part | Parameter | Op | Value | Source',
      `${TRIAGE} | Tests/${TRIAGE}/with/Sensitivity | set | 1 | everybody goes on to the scan`,
      `${TRIAGE} | Tests/${TRIAGE}/with/Specificity | set | 0 | and nobody is spared it`,
      `${TRIAGE} | Tests/${TRIAGE}/with/Unit cost | set | 0 | and it costs nothing`,
      'More scanners | Resources/Scanner slots/*/Available | x | 0.6 | the slots of today',
    ),
    Scenarios: rows(
      'Scenario | Parameter | Op | Value | Note',
      `A better algorithm | Tests/${TRIAGE}/with/Specificity | set | 0.8 | Fewer scans in vain`,
      'Cheaper antibody | Costs/Amyloid antibody/All/Acquisition/antibody/Unit cost | set | 1600 | What a lower price does',
    ),
  },
  sources: sources(
    'Scans for a confirmed case | 6.7 million scans for 3.0 million cases = 2.23; with an algorithm before, 5.1 for 3.6 = 1.42 | published | amyloid testing strategies, PMC6827360',
    'Share with amyloid among those tested | 3.0 ÷ 6.7 = 0.45 | derived | from 1',
    'Scans for a case here | (0.45 × 0.9 + 0.55 × 0.4) ÷ (0.45 × 0.9 × 0.92) = 1.68; without triage 1 ÷ (0.45 × 0.92) = 2.42 | derived | from 2 and 4, true cases alone',
    'People, tests, prices, slots, uptake, benefit | | assumption | made for this example; nothing of it is published',
  ),
};
