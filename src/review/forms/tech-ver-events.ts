/** TECH-VER, second domain: events and states, in a budget impact model the flow of patients and what they cost. */
import type { Part } from '../item';

const NO_UTILITIES = 'No utilities: a budget impact has no QALYs';
const NO_STATES = 'No health states: patients are counted by technology and year';

export const events: Part = {
  title: '2  Events and states: patients and what they cost',
  items: [
    { number: '2.1', asks: 'Do patients over all states add up to the cohort?', expects: 'Yes', by: [33] },
    {
      number: '2.2',
      asks: 'Are all probabilities and numbers of patients nought or more?',
      expects: 'Yes',
      by: [32, 33, 25],
    },
    { number: '2.3', asks: 'Are all probabilities at most one?', expects: 'Yes', by: [32, 33] },
    {
      number: '2.4',
      asks: 'Do the dead (or any state that nobody leaves) grow from period to period?',
      expects: 'Yes',
      apart: 'The dead are not kept as a state: they leave the pool, and nobody comes back (check 33)',
    },
    {
      number: '2.5',
      asks: 'Over a lifetime, is everybody dead at the end?',
      expects: 'Yes',
      apart: 'The horizon is the budget’s, one to ten years',
    },
    {
      number: '2.6',
      asks: 'Discrete events: do sampled times have the mean and variance of their distribution?',
      expects: 'Yes',
      apart: 'No discrete event simulation',
    },
    { number: '2.7', asks: 'With every utility 1, are QALYs the life-years?', expects: 'Yes', apart: NO_UTILITIES },
    { number: '2.8', asks: 'With every utility 0, are there no QALYs?', expects: 'Yes', apart: NO_UTILITIES },
    {
      number: '2.9',
      asks: 'Do lower utilities of states give fewer QALYs at any time?',
      expects: 'Yes',
      apart: NO_UTILITIES,
    },
    { number: '2.10', asks: 'With every cost 0, does nothing cost anything?', expects: 'Yes', by: [4] },
    { number: '2.11', asks: 'With mortality 0, does nobody die?', expects: 'Yes', by: [27] },
    { number: '2.12', asks: 'With extreme mortality, is everybody gone at once?', expects: 'Yes', by: [27] },
    {
      number: '2.13',
      asks: 'With the same effects for every treatment, are life-years and QALYs the same?',
      expects: 'Yes',
      apart: NO_UTILITIES,
    },
    {
      number: '2.14',
      asks: 'With the same effects and the same costs for every treatment, is everything the same?',
      expects: 'Yes: no budget impact but fixed sums',
      by: [5, 1],
    },
    {
      number: '2.15',
      asks: 'If two treatments change their inputs with each other, do their results change places?',
      expects: 'Yes: the sign turns',
      by: [10, 13],
    },
    {
      number: '2.16',
      asks: 'Are those alive at any time in line with life tables?',
      expects: 'At most the general population',
      open: 'Judge the funnel and the deaths of BIM_Population against life tables',
    },
    {
      number: '2.17',
      asks: 'Are QALYs at any time in line with utilities of the general population?',
      expects: 'Yes',
      apart: NO_UTILITIES,
    },
    { number: '2.18', asks: 'Does a higher inflation raise what it is applied to?', expects: 'Yes', by: [42] },
    {
      number: '2.19',
      asks: 'Is what enters a state less what leaves it the change of its number?',
      expects: 'Yes',
      by: [33],
    },
    { number: '2.20', asks: 'Do as many leave a tunnel state as enter it?', expects: 'Yes', apart: NO_STATES },
    { number: '2.21', asks: 'Are conversions of time right?', expects: 'Yes', by: [38, 47, 48] },
    {
      number: '2.22',
      asks: 'Decision tree: do the ends add up to one?',
      expects: 'Yes: of those tested, found, missed, in vain and cleared are all',
      by: [69],
    },
    {
      number: '2.23',
      asks: 'Patient level: do the arms share their random numbers?',
      expects: 'Yes',
      apart: 'No patient-level simulation',
    },
    {
      number: '2.24',
      asks: 'Patient level: are characteristics correlated when people are drawn?',
      expects: 'Yes',
      apart: 'No patient-level simulation',
    },
    {
      number: '2.25',
      asks: 'Does a dearer treatment raise costs while it is given?',
      expects: 'Yes, and in no year before',
      by: [23, 44],
    },
    {
      number: '2.26',
      asks: 'Population: without deaths and new cases, does prevalence stay as it is?',
      expects: 'Yes',
      by: [43, 27],
    },
  ],
};
