/** TECH-VER, fourth domain: uncertainty. */
import type { Part } from '../item';

const NO_FRONTIER = 'No cost-effectiveness: there is no willingness to pay';
const NO_VALUE = 'No value of information analysis';
const DRAWN = 'Judge the distributions that are typed';

export const uncertainty: Part = {
  title: '4  Uncertainty',
  items: [
    {
      number: '4.1',
      asks: 'Is everything uncertain part of the one-way analysis?',
      expects: 'Yes',
      open: 'Judge what is missing',
      shows: 'distributions',
    },
    {
      number: '4.2',
      asks: 'Does the one-way analysis move parameters alone that belong together?',
      expects: 'No: rows of a Group move as one',
      open: 'Judge which rows want a Group',
    },
    {
      number: '4.3',
      asks: 'Are the ends of a range those of an interval of its distribution?',
      expects: 'Yes',
      by: [61],
      open: 'Judge ends that are typed',
    },
    {
      number: '4.4',
      asks: 'Are results at both ends plausible?',
      expects: 'Yes',
      open: 'Judge the bars of Sensitivity',
    },
    { number: '4.5', asks: 'Do the ends stand either side of the value?', expects: 'Yes', by: [61] },
    {
      number: '4.6',
      asks: 'Are standard errors sampled, not standard deviations?',
      expects: 'Yes',
      open: 'Judge what was typed as the standard error',
    },
    {
      number: '4.7',
      asks: 'Hazard ratios, costs and resources: lognormal or gamma?',
      expects: 'Yes',
      open: DRAWN,
      shows: 'distributions',
    },
    { number: '4.8', asks: 'Utilities, shares and probabilities: beta?', expects: 'Yes', open: DRAWN },
    { number: '4.9', asks: 'Several shares of a whole: Dirichlet?', expects: 'Yes', by: [64], open: DRAWN },
    {
      number: '4.10',
      asks: 'Inputs that are correlated: multivariate normal?',
      expects: 'Yes',
      open: 'Rows of a Group are drawn as one; partial correlation is not offered',
    },
    {
      number: '4.11',
      asks: 'Others: normal, where a sample stays in its range?',
      expects: 'Yes',
      by: [64],
      open: DRAWN,
    },
    { number: '4.12', asks: 'Are means of the draws far from the plain run?', expects: 'In general not', by: [64] },
    { number: '4.13', asks: 'Do new draws give similar results?', expects: 'Yes', by: [62, 64] },
    { number: '4.14', asks: 'Is the acceptability curve in line with the cloud?', expects: 'Yes', apart: NO_FRONTIER },
    {
      number: '4.15',
      asks: 'Has the cloud of draws an odd shape?',
      expects: 'No',
      open: 'Judge the fan and the chances of Sensitivity',
    },
    { number: '4.16', asks: 'Do acceptability curves add up to one?', expects: 'Yes', apart: NO_FRONTIER },
    {
      number: '4.17',
      asks: 'Are scenarios balanced, not only the hopeful ones?',
      expects: 'Yes',
      open: 'Judge the choice of scenarios',
      shows: 'scenarios',
    },
    { number: '4.18', asks: 'Are results of scenarios plausible?', expects: 'Yes', open: 'Judge the sheet Compare' },
    {
      number: '4.19',
      asks: 'Are results of the arms correlated as their random numbers are?',
      expects: 'Very much: both worlds share every draw',
      by: [62],
    },
    { number: '4.20', asks: 'Do random numbers of a seed scatter evenly?', expects: 'Yes', by: [62, 64] },
    { number: '4.21', asks: 'Are means of samples the typed values?', expects: 'Yes', by: [64] },
    {
      number: '4.22',
      asks: 'Does the sensitivity analysis move what is structural (discount rate, horizon)?',
      expects: 'No',
      open: 'Judge the rows of BIM_Uncertainty',
      shows: 'distributions',
    },
    { number: '4.23', asks: 'Value of information: is it right?', expects: 'Yes', apart: NO_VALUE },
    {
      number: '4.24',
      asks: 'Value of information: which kind, and of which groups of parameters?',
      expects: 'As written',
      apart: NO_VALUE,
    },
    { number: '4.25', asks: 'Is EVPI above every EVPPI?', expects: 'Yes', apart: NO_VALUE },
    { number: '4.26', asks: 'Is EVPPI above EVSI of the same parameters?', expects: 'Yes', apart: NO_VALUE },
    { number: '4.27', asks: 'Is EVPPI in line with the one-way analysis?', expects: 'Yes', apart: NO_VALUE },
    {
      number: '4.28',
      asks: 'Do the tests above hold at every draw and in every scenario?',
      expects: 'Yes',
      by: [63],
    },
    {
      number: '4.29',
      asks: 'Is everything that is sampled linked to what it should move?',
      expects: 'Yes',
      by: [50, 53],
    },
  ],
};
