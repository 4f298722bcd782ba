/** What the hepatitis C example can have besides: what happened, what is coming, what combines. What is assumed says so. */
import type { Example, ExampleOption } from './example';
import { delivery } from './hepatitis-c-delivery';
import { rows } from './rows';

const DAA = 'Direct-acting antivirals';
const MADE = 'assumption';

/** The first months against the plan: fewer start than were planned, at a higher price. */
export const actuals: ExampleOption = {
  brings: ['Actuals'],
  add: (tables) => ({
    ...tables,
    Actuals: rows(
      'Period | Measure | Technology | Subgroup | Value | Source',
      `2016-01 | starts | ${DAA} | England | 420 | ${MADE}`,
      `2016-02 | starts | ${DAA} | England | 610 | ${MADE}`,
      `2016-03 | starts | ${DAA} | England | 780 | ${MADE}`,
      `2016-01 | spend | ${DAA} | England | 7100000 | ${MADE}`,
      `2016-02 | spend | ${DAA} | England | 10200000 | ${MADE}`,
      `2016-03 | spend | ${DAA} | England | 13000000 | ${MADE}`,
    ),
  }),
};

/** Medicines that were expected in 2016; two of them share a market. */
export const coming: ExampleOption = {
  brings: ['Horizon', 'Phases'],
  add: (tables) => ({
    ...tables,
    Horizon: rows(
      'Technology | Indication | Phase | Launch | Earliest | Latest | Funded | Group | Eligible | Peak uptake | Years to peak | Net cost per patient | Displaced cost | Source',
      `Sofosbuvir and velpatasvir | Hepatitis C, all genotypes | filed | 2016.8 | 2016.5 | 2017.5 | 0.9 | all genotypes | 12500 | 0.4 | 2 | 15000 | 16000 | NICE TA430 came in 2017; patients and prices: ${MADE}`,
      `Glecaprevir and pibrentasvir | Hepatitis C, all genotypes | III | 2017.8 | 2017.4 | 2018.5 | 0.9 | all genotypes | 12500 | 0.4 | 2 | 12000 | 16000 | NICE TA499 came in 2018; patients and prices: ${MADE}`,
      `Sofosbuvir, velpatasvir and voxilaprevir | Hepatitis C, treated before | III | 2018 | 2017.6 | 2019 | 0.8 | | 900 | 0.6 | 1 | 20000 | | NICE TA507 came in 2018; patients and prices: ${MADE}`,
    ),
    Phases: rows(
      'Phase | Rate | Source',
      'III | 0.581 | BIO, Biomedtracker and Amplion, 2006–2015',
      'filed | 0.853 | BIO, Biomedtracker and Amplion, 2006–2015',
    ),
  }),
};

/** Delivery, with what it would be without outreach and without the discount: each alone, each taken away last. */
export const combination: ExampleOption = {
  brings: ['Parts'],
  add: (tables: Example['tables']) => ({
    ...(tables['Resources'] === undefined ? delivery.add(tables) : tables),
    Parts: rows(
      'Part | Parameter | Op | Value',
      "Outreach | Resources/'Patients found'/*/Available | x | 0.7",
      "Price agreement | Prices/'Antiviral course'/course/Discount | set | 0",
    ),
  }),
};
