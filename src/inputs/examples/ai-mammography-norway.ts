/**
 * An algorithm as one of two readers of screening mammograms in Norway. What it saves is minutes of readers, so its price
 * for an examination decides, and reading without it goes on until a centre's images and thresholds are checked.
 */
import type { Example } from './example';
import { rows, sources } from './rows';

const AI = 'Algorithm and one reader';
const TWO = 'Two readers';
const CHECKS = 'Hours to check thresholds';

export const aiMammographyNorway: Example = {
  title: 'AI reading of mammograms, Norway: one reader in place of two',
  about:
    'Screening reads every mammogram twice. An algorithm can take the place of one reader: 6.5 man-years become 3.3. It pays at EUR 1 an examination and not at EUR 3. Every figure is published, derived or assumed: see Sources.',
  tables: {
    Model: rows(
      'Setting | Value | Unit | Source',
      'Title | AI reading of mammograms, Norway: one reader in place of two | |',
      'Schema | 1 | |',
      'Currency | EUR | |',
      'First year | 2026 | |',
      'Years | 5 | years |',
      'Step | month | | starts are followed by month',
      'Payer | All | |',
      'Discount rate | 0.04 | a year | Direktoratet for medisinske produkter, guideline for submissions',
    ),
    Population: rows(
      'Subgroup | Step | Op | Stream | Base | Source',
      'Norway | Women aged 50 to 69 | count | incident | 680000 | Sources 1',
      'Norway | Invited in a year | x | incident | 0.5 | Sources 1: every two years',
      'Norway | Examined | x | incident | 0.75 | Sources 1',
    ),
    Technologies: rows(
      'Technology | Role | Accounting | Persistence | Course months | Leave queue | Source',
      `${AI} | new | cohort | course | 1 | 1 | an examination is read when it is made: nothing waits`,
      `${TWO} | current | cohort | course | 1 | | Norwegian screening today`,
    ),
    Uptake: rows(
      'World | Subgroup | Technology | Unit | 2026 | 2027 | 2028 | 2029 | 2030 | Source',
      `without | Norway | ${TWO} | share | 1 | 1 | 1 | 1 | 1 | Sources 1`,
      `with | Norway | ${AI} | share | 0.2 | 0.6 | 1 | 1 | 1 | Sources 6: assumption`,
    ),
    Prices: rows(
      'Item | Pack | List price | Discount | Source',
      'Algorithm | examination | 1 | 0 | Sources 3: worthwhile at EUR 1',
    ),
    Costs: rows(
      'Technology | Subgroup | Category | Item | Quantity | Per | Price item | Unit cost | Source',
      `${AI} | All | Acquisition | algorithm | 1 | start | Algorithm | | Sources 3`,
      `${AI} | All | Administration | a reader, one minute | 1 | start | | 1.66 | Sources 4: derived`,
      `${TWO} | All | Administration | two readers, a minute each | 2 | start | | 1.66 | Sources 4: derived`,
    ),
    Tasks: rows(
      'ID | Task | Dimension | Duration | Unit | After | Wave | Owner | Cost | Low | High | Source',
      'buy | Algorithm chosen and bought | resources | 6 | month | | | Cancer Registry | 30000 | 4 | 12 | Sources 6: assumption',
      'join | Joined to the image archive | process | 5 | month | buy FS-2m | | Hospitals | 60000 | 3 | 10 | Sources 6: assumption',
      'trial | Read beside two readers, first centres | value | 6 | month | join | First centres | Cancer Registry | 50000 | 4 | 9 | Sources 6: assumption',
      'roll | Other centres | process | 9 | month | trial SS+3m | Other centres | Hospitals | 40000 | 6 | 15 | Sources 6: assumption',
    ),
    Waves: rows(
      'Wave | Sites | Source',
      'First centres | 4 | Sources 5; four of them an assumption',
      'Other centres | 12 | Sources 5; the others',
    ),
    Resources: rows(
      'Resource | Kind | Unit | Available | Period | From | Per start | Technology | Cost per unit | Source',
      `${CHECKS} | attention | hours | 24 | month | | 0.002 | ${AI} | 100 | Sources 6: assumption`,
      `${CHECKS} | attention | hours | 34 | month | 2028 | | | | Sources 6: assumption`,
    ),
    Outcomes: rows(
      'Technology | Benefit | Class | Quantity | Per | Lag months | Unit value | Realised | Optimism bias | Owner | Measure | Source',
      `${AI} | Reports a day sooner | societal | 1 | start | 2 | 0.5 | 0.5 | 0.2 | Centres | days to the letter | Sources 6: assumption`,
    ),
    Scenarios: rows(
      'Scenario | Parameter | Op | Value | Note',
      'At EUR 3 | Prices/Algorithm/List price | set | 3 | Dearer than the minutes it saves',
      `More hours to check | Resources/${CHECKS}/*/Available | x | 2 | A second physicist`,
      'More hours to check | Tasks/trial/Cost | + | 20000 | and what they cost',
    ),
  },
  sources: sources(
    'Women, interval, participation, two readers | 680,000 aged 50 to 69, every two years, about 75 %, read twice | published | Hovda, Holen and Hofvind, European Radiology 2026',
    'Man-years of reading | 6.5, and 3.3 with one reader replaced: 9 and 4.5 % of the workload | published | as 1',
    'Price at which it is worthwhile | EUR 1 an examination, not EUR 3 | published | Moger and others 2025',
    'A minute of a reader | 8,500 hours ÷ 6.5 = 1,308 hours a man-year; EUR 130,000 ÷ 1,308 ÷ 60 = EUR 1.66 | derived | hours from 1 and 2; the cost of a man-year is an assumption',
    'Centres | 16 | assumption | about the number of the programme; check before quoting',
    'Uptake, tasks, hours, days sooner | | assumption | made for this example; nothing of it is published',
    'Models that reach routine care | 10 of 494 studies in intensive care were trials, none was in use | published | van de Sande and others 2021: why the plan is held back',
  ),
};
