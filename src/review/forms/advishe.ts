/**
 * AdViSHE, the part on the computer model (C): Vemer P, Corro Ramos I, van Voorn GAK, Al MJ, Feenstra TL. AdViSHE: a
 * validation-assessment tool of health-economic models for decision makers and model users. PharmacoEconomics
 * 2016;34:349–361 (doi 10.1007/s40273-015-0327-2). Its numbers, our words. Parts A, B and D are about the concept, the
 * data and the outcomes, which no program can judge.
 */
import type { Form } from '../item';

export const advishe: Form = {
  key: 'advishe',
  name: 'AdViSHE',
  title: 'AdViSHE: validation of the computer model (part C)',
  source:
    'After Vemer et al., PharmacoEconomics 2016;34:349–361 (doi 10.1007/s40273-015-0327-2), part C, in our words with its numbers. Parts A, B and D (concept, data, outcomes) are for people to fill in',
  parts: [
    {
      title: 'C  Validation of the computer model',
      items: [
        {
          number: 'C1',
          asks: 'External review: have experts in modelling looked at the computer model?',
          expects: 'Who, when, what they looked at, and what came of it',
          open: 'Name the reviewers. The remarks on your own sheets and the list of checks are a place to begin',
        },
        {
          number: 'C2',
          asks: 'Extreme values: was the model run with extreme sets of inputs, to find faults of coding?',
          expects: 'What was tried, and what came of it',
          by: [1, 2, 3, 4, 5, 7, 26, 27, 46, 67, 71, 72],
        },
        {
          number: 'C3',
          asks: 'Traces: were patients followed through the model, to see whether its logic is right?',
          expects: 'What was followed, and what came of it',
          by: [33, 34, 40, 48, 53, 54, 57, 70],
        },
        {
          number: 'C4',
          asks: 'Units: were the parts of the computer model tested one by one?',
          expects: 'What was tested, and what came of it',
          by: [16, 19, 32, 35, 36, 37, 38, 52, 56, 58, 69],
          shows: 'planted',
        },
      ],
    },
  ],
};
