/**
 * Hybrid closed loop in Leicester: money was agreed, and the training sessions decide how fast people start. After the
 * published figures of one clinic; what is not published is an assumption that says so.
 */
import type { Example } from './example';
import { rows, sources } from './rows';

const LOOP = 'Closed loop';
const PLACES = 'Group places';
const HOURS = 'Educator hours';

export const insulinPumpsLeicester: Example = {
  title: 'Hybrid closed loop, Leicester: 300 starts a year needed, 200 places',
  about:
    'NICE asked for hybrid closed loop within five years. The clinic has 1,500 people to start and 200 places in training sessions a year: the places, not the devices, decide. Every figure is published, derived or assumed: see Sources.',
  tables: {
    Model: rows(
      'Setting | Value | Unit | Source',
      'Title | Hybrid closed loop, Leicester: 300 starts a year needed, 200 places | |',
      'Schema | 1 | |',
      'Currency | GBP | |',
      'First year | 2024 | |',
      'Years | 10 | years |',
      'Step | month | | starts are followed by month',
      'Payer | All | |',
      'Discount rate | 0.035 | a year | HM Treasury, Green Book',
      'Value of a QALY | 20000 | GBP | NICE, lower end of the usual range',
      'Target wait | 4 | months | Sources 4: assumption',
      'Relief months | 12 | months | Sources 4: assumption',
    ),
    Population: rows(
      'Subgroup | Step | Op | Stream | 2024 | 2025 | 2026 | 2027 | 2028 | 2029 | 2030 | 2031 | 2032 | 2033 | Source',
      'Type 1 | To start in the year | count | incident | 300 | 300 | 300 | 300 | 300 | 0 | 0 | 0 | 0 | 0 | Sources 1',
    ),
    Technologies: rows(
      'Technology | Role | Accounting | Persistence | Source',
      `${LOOP} | new | cohort | all | NICE TA943`,
      'Injections | current | cohort | all | NICE NG17',
    ),
    Uptake: rows(
      'World | Subgroup | Technology | Unit | 2024 | Source',
      'without | Type 1 | Injections | share | 1 | nobody has it without the programme',
      `with | Type 1 | ${LOOP} | share | 1 | NICE TA943: all who come forward`,
    ),
    Costs: rows(
      'Technology | World | Category | Item | Per | Unit cost | Payer | Source',
      `${LOOP} | | Acquisition | device, national part | patient-year | 3000 | NHS England | Sources 3, 4`,
      `${LOOP} | | Acquisition | device, local part | patient-year | 1000 | Local | Sources 3, 4`,
      'Injections | | Acquisition | sensors and pens | patient-year | 1100 | Local | Sources 4: assumption',
      `${LOOP} | | Administration | onboarding | start | 250 | Local | Sources 4: assumption`,
      'All | with | Implementation | extra small groups | year | 0 | Local | what a scenario pays for',
    ),
    Resources: rows(
      'Resource | Kind | Unit | Available | Period | Per start | Per follow-up | Technology | Cost per unit | Source',
      `${PLACES} | service | places | 200 | year | 1 | | ${LOOP} | 150 | Sources 2`,
      `${HOURS} | attention | hours | 300 | month | 6 | 0.1 | ${LOOP} | 40 | Sources 4: assumption`,
    ),
    Outcomes: rows(
      'Technology | Benefit | Class | Quantity | Per | Lag months | Ramp months | Unit value | Realised | Optimism bias | Payer | Owner | Measure | Source',
      `${LOOP} | Quality of life and complications | health | 0.2 | patient-year | 3 | 6 | | 0.9 | 0.1 | | Clinic | time in range | Sources 4: assumption`,
      `${LOOP} | Admissions avoided | cash-releasing | 0.1 | patient-year | 3 | 6 | 1500 | 0.6 | 0.1 | Local | Trust | admissions | Sources 4: assumption`,
      `${LOOP} | Clinic hours | non-cash-releasing | 0.5 | patient-year | | | 60 | 1 | 0 | | Clinic | hours | Sources 4: assumption`,
    ),
    Scenarios: rows(
      'Scenario | Parameter | Op | Value | Note',
      `Small groups | Resources/${PLACES}/${LOOP}/Available | set | 300 | Five more sessions a year`,
      'Small groups | Costs/All/All/Implementation/extra small groups/2024 | set | 60000 | and what they cost',
      'Small groups | Costs/All/All/Implementation/extra small groups/2025 | set | 60000 | and what they cost',
      'Small groups | Costs/All/All/Implementation/extra small groups/2026 | set | 60000 | and what they cost',
      'Small groups | Costs/All/All/Implementation/extra small groups/2027 | set | 60000 | and what they cost',
      'Small groups | Costs/All/All/Implementation/extra small groups/2028 | set | 60000 | and what they cost',
      `More follow-up | Resources/${HOURS}/${LOOP}/Per follow-up | set | 0.25 | People need more help than thought`,
    ),
  },
  sources: sources(
    'People to start | 1,500 in five years, over 300 a year | published | Leicester diabetes team, quality in care programme',
    'Training sessions | 10 a year of 20 places | published | the same: community sessions, morning and afternoon groups of ten',
    'Device cost met nationally | 75 % | published | NHS England, funding of hybrid closed loop after NICE TA943, December 2023',
    'Prices, hours, benefits | | assumption | made for this example; nothing of it is published',
    'When all have started | 1,500 ÷ 200 = 7.5 years | derived | from 1 and 2',
  ),
};
