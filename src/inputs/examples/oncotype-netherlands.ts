/**
 * Oncotype DX in the Netherlands: a test that tells who needs chemotherapy. It cannot wait: who is not tested when the
 * team meets is treated without it. Public figures of one evaluation; the rest says that it is assumed.
 */
import type { Example } from './example';
import { rows, sources } from './rows';

const TEST = 'Oncotype DX';
const NONE = 'No test today';
const PRINT = 'MammaPrint today';
const funnel = (group: string): readonly string[] => [
  `${group} | Breast cancer a year | count | incident | 15000 | Sources 1`,
  `${group} | Hormone receptor positive, HER2 negative | x | incident | 0.73 | Sources 1`,
  `${group} | Node negative | x | incident | 0.747 | Sources 1`,
  `${group} | Surgery | x | incident | 0.828 | Sources 1`,
  `${group} | Eligible for a test | x | incident | 0.3 | Sources 1`,
  `${group} | Clinics of this kind | x | incident | 0.5 | Sources 5: assumption`,
];

export const oncotypeNetherlands: Example = {
  title: 'Oncotype DX, Netherlands: who needs chemotherapy',
  about:
    'A test that spares most women chemotherapy, in a country where half of the clinics test with another and half not at all. Value is the chemotherapy that is not given. Every figure is published, derived or assumed: see Sources.',
  tables: {
    Model: rows(
      'Setting | Value | Unit | Source',
      'Title | Oncotype DX, Netherlands: who needs chemotherapy | |',
      'Schema | 1 | |',
      'Currency | EUR | |',
      'First year | 2022 | |',
      'Years | 4 | years |',
      'Step | month | | starts are followed by month',
      'Payer | All | |',
      'Discount rate | 0.03 | a year | Zorginstituut Nederland, guideline for economic evaluations',
      'Value of a QALY | 50000 | EUR | Zorginstituut Nederland, middle reference value',
    ),
    Population: rows('Subgroup | Step | Op | Stream | Base | Source', ...funnel(NONE), ...funnel(PRINT)),
    Technologies: rows(
      'Technology | Role | Accounting | Persistence | Course months | Leave queue | Source',
      `${TEST} | new | cohort | course | 1 | 1 | a test is asked for once, and cannot wait`,
      'MammaPrint | current | cohort | course | 1 | | the test in use',
      'No test | none | cohort | course | 1 | | treated by guideline alone',
    ),
    Uptake: rows(
      'World | Subgroup | Technology | Unit | 2022 | 2023 | 2024 | 2025 | Source',
      `without | ${NONE} | No test | share | 1 | 1 | 1 | 1 | Sources 5: assumption`,
      `with | ${NONE} | ${TEST} | share | 0 | 0.25 | 0.5 | 0.8 | Sources 5: assumption`,
      `without | ${PRINT} | MammaPrint | share | 1 | 1 | 1 | 1 | Sources 5: assumption`,
      `with | ${PRINT} | ${TEST} | share | 0 | 0.1 | 0.3 | 0.6 | Sources 5: assumption`,
    ),
    Costs: rows(
      'Technology | Subgroup | Category | Item | Per | Unit cost | Source',
      `${TEST} | All | Offsets | net saving against no test, all costs | start | -13125 | Sources 3`,
      'MammaPrint | All | Offsets | net saving against no test, all costs | start | -6357 | Sources 3: 13,125 − 6,768',
    ),
    Resources: rows(
      'Resource | Kind | Unit | Available | Period | From | Per start | Technology | Subgroup | Cost per unit | Source',
      'Team meeting hours | attention | hours | 180 | year | | | | | 120 | Sources 5: assumption',
      'Team meeting hours | attention | hours | 240 | year | 2024 | | | | | Sources 5: assumption',
      `Team meeting hours | attention | hours | | | | 0.25 | ${TEST} | | | Sources 5: assumption`,
      `Team meeting hours | attention | hours | | | | 0.15 | ${TEST} | ${PRINT} | | Sources 5: they know tests`,
    ),
    Outcomes: rows(
      'Technology | Benefit | Class | Quantity | Per | Lag months | Ramp months | Unit value | Realised | Optimism bias | Owner | Measure | Source',
      `${TEST} | Chemotherapy avoided, chair hours | non-cash-releasing | 13.14 | start | 1 | 4 | 60 | 0.6 | 0.1 | Oncology | chair hours | Sources 2, 5: 0.73 × 18 hours`,
      'MammaPrint | Chemotherapy avoided, chair hours | non-cash-releasing | 8.28 | start | 1 | 4 | 60 | 0.6 | 0.1 | Oncology | chair hours | Sources 2, 5: 0.46 × 18 hours',
      `${TEST} | Toxicity avoided | health | 0.0584 | start | 1 | 6 | | 0.8 | 0.1 | Oncology | admissions | Sources 2, 5: 0.73 × 0.08`,
      'MammaPrint | Toxicity avoided | health | 0.0368 | start | 1 | 6 | | 0.8 | 0.1 | Oncology | admissions | Sources 2, 5: 0.46 × 0.08',
      `${TEST} | Weeks back at work | societal | 2 | start | 3 | 6 | 700 | 0.5 | 0 | Employers | weeks | Sources 5: assumption`,
    ),
    Scenarios: rows(
      'Scenario | Parameter | Op | Value | Note',
      'Hours for the meeting | Resources/Team meeting hours/All/Available | x | 1.5 | Half as many hours again',
      `Two clinics in three | Uptake/with/${NONE}/${TEST}/2025 | set | 0.67 | Clinics without a test follow more slowly`,
    ),
  },
  sources: sources(
    'Who could be tested | 15,000 × 73 % × 74.7 % × 82.8 % × 30 % = 2,032 a year | published | Oncotype DX in the Netherlands, doi 10.1155/2022/5909724',
    'Chemotherapy given | 27 % after Oncotype DX, 54 % after MammaPrint, 100 % without a test | published | as 1',
    'Saving a patient | EUR 13,125 against no test, EUR 6,768 against MammaPrint, all costs | published | as 1',
    'Tested a year | 2,032 | derived | from 1',
    'Split of the clinics, uptake, hours, QALYs, realised shares | | assumption | made for this example; nothing of it is published',
  ),
};
