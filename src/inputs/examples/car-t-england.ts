/**
 * CAR-T for large B-cell lymphoma in England: a dear therapy made for one person at a time. Beds of the centres and slots
 * of the maker decide how many have it, and who waits too long never has it.
 */
import type { Example } from './example';
import { rows, sources } from './rows';

const CAR = 'CAR-T';
const CARE = 'Chemotherapy';
const SECOND = 'Second line';
const THIRD = 'Third line';

export const carTEngland: Example = {
  title: 'CAR-T for lymphoma, England: beds and slots',
  about:
    'About 200 people a year after two lines of treatment, and from 2023 about 540 after the first. Centres, beds and the slots of the maker open one after another. Every figure is published, derived or assumed: see Sources.',
  tables: {
    Model: rows(
      'Setting | Value | Unit | Source',
      'Title | CAR-T for lymphoma, England: beds and slots | |',
      'Schema | 1 | |',
      'Currency | GBP | |',
      'First year | 2022 | |',
      'Years | 6 | years |',
      'Step | month | | starts are followed by month',
      'Payer | All | |',
      'Discount rate | 0.035 | a year | HM Treasury, Green Book',
      'Value of a QALY | 50000 | GBP | NICE, severe disease: 1.7 × 30,000 = 51,000, rounded',
      'Target wait | 1 | months | Sources 7: assumption',
    ),
    Population: rows(
      'Subgroup | Step | Op | Stream | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 | Source',
      `${THIRD} | Relapsed after two lines | count | incident | 200 | 200 | 200 | 200 | 200 | 200 | Sources 1`,
      `${SECOND} | Relapsed within a year of the first | count | incident | 0 | 540 | 540 | 540 | 540 | 540 | Sources 2`,
    ),
    Technologies: rows(
      'Technology | Role | Accounting | Persistence | Course months | Leave queue | While waiting | Source',
      `${CAR} | new | cohort | course | 1 | 0.25 | ${CARE} | NICE TA559, TA895; a quarter of those who wait a month no longer can, Sources 7`,
      `${CARE} | current | cohort | course | 1 | | | salvage chemotherapy`,
    ),
    Uptake: rows(
      'World | Subgroup | Technology | Unit | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 | Source',
      `without | All | ${CARE} | share | 1 | 1 | 1 | 1 | 1 | 1 | nobody has it without the agreement`,
      `with | ${THIRD} | ${CAR} | share | 0.7 | 0.75 | 0.8 | 0.8 | 0.8 | 0.8 | Sources 7: assumption`,
      `with | ${SECOND} | ${CAR} | share | 0 | 0.3 | 0.5 | 0.6 | 0.65 | 0.65 | Sources 7: assumption`,
    ),
    Prices: rows(
      'Item | Pack | List price | Discount | Source',
      'CAR-T product | one infusion | 280451 | 0.3 | Sources 3; the discount is confidential, 30 % an assumption',
    ),
    Costs: rows(
      'Technology | Subgroup | Category | Item | Quantity | Per | Price item | Unit cost | Payer | Source',
      `${CAR} | All | Acquisition | product | 1 | start | CAR-T product | | NHS England | Sources 3`,
      `${CAR} | All | Administration | delivery of the therapy | 1 | start | | 50000 | NHS England | Sources 7: assumption, beside the delivery tariff`,
      `${CARE} | All | Acquisition | courses and stays | 1 | start | | 18000 | NHS England | Sources 7: assumption`,
    ),
    Tasks: rows(
      'ID | Task | Dimension | Duration | Unit | After | Wave | Owner | Cost | Low | High | Source',
      'accredit | Further centres accredited | process | 15 | month | | Further centres | NHS England | 1800000 | 12 | 24 | Sources 7: assumption',
      'staff | Nurses trained in the new centres | process | 4 | month | accredit FS-2m | | Centres | 400000 | 3 | 8 | Sources 7: assumption',
    ),
    Waves: rows(
      'Wave | Sites | Share of patients | Live after | Source',
      'First centres | 9 | 0.65 | | Sources 4: about seven to nine at first; share an assumption',
      'Further centres | 6 | 0.35 | staff | Sources 7: assumption',
    ),
    Resources: rows(
      'Resource | Kind | Unit | Available | Period | From | Per start | Technology | Carry | Dimension | Cost per unit | Source',
      `Maker slots | supply | slots | 18 | month | | 1 | ${CAR} | no | | | Sources 7: a slot not used lapses`,
      'Maker slots | supply | slots | 34 | month | 2024 | | | | | | Sources 7: assumption',
      `Beds | service | bed-weeks | 70 | month | | 3 | ${CAR} | | process | 4500 | Sources 7: assumption, three weeks a person`,
      'Beds | service | bed-weeks | 96 | month | staff | | | | | | Sources 7: assumption',
      `Intensive care | service | days | 84 | month | | 2 | ${CAR} | | process | 2000 | Sources 7: assumption`,
    ),
    Outcomes: rows(
      'Technology | Benefit | Class | Quantity | Per | Lag months | Ramp months | Realised | Optimism bias | Owner | Measure | Source',
      `${CAR} | Quality-adjusted life years | health | 6 | start | 3 | 3 | 0.9 | 0 | NHS England | survival at two years | Sources 7: assumption, over a lifetime`,
    ),
    Scenarios: rows(
      'Scenario | Parameter | Op | Value | Note',
      'More beds | Resources/Beds/*/Available | x | 1.5 | A ward in each of three centres',
      'More beds | Tasks/staff/Cost | + | 6000000 | and what it costs',
      'More slots | Resources/Maker slots/*/Available | x | 1.5 | A second plant',
      'Beds and slots | Resources/Beds/*/Available | x | 1.5 | Both together',
      'Beds and slots | Tasks/staff/Cost | + | 6000000 | and what it costs',
      'Beds and slots | Resources/Maker slots/*/Available | x | 1.5 | Both together',
    ),
  },
  sources: sources(
    'After two lines | around 200 people a year | published | NICE, resource impact statement of TA559, January 2019',
    'Within a year of the first line | around 540 people a year | published | NICE, resource impact statement of TA895, 2023',
    'List price | GBP 280,451 for a single infusion (axicabtagene ciloleucel); GBP 282,000 for tisagenlecleucel | published | NICE, consultation on TA895; NICE TA554',
    'Centres at first | about seven to nine | assumption | from memory of the first commissioning; check before quoting',
    'Delivery tariff | costed anew with all providers for 2024/25 | published | answer in the House of Commons, 5 February 2026; its amount is not used here',
    'Eligible from 2023 | 200 + 540 = 740 people a year | derived | from 1 and 2',
    'Uptake, discount, centres, beds, slots, time lost, QALYs | | assumption | made for this example; nothing of it is published',
  ),
};
