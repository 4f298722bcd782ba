/** TECH-VER, first domain: what is calculated before the analysis. */
import type { Part } from '../item';

export const inputs: Part = {
  title: '1  Inputs: calculations before the analysis',
  items: [
    { number: '1.1', asks: 'Do higher prices raise the cost of acquisition?', expects: 'Yes', by: [23, 16] },
    { number: '1.2', asks: 'Does a higher weight or body surface raise the cost of a drug?', expects: 'Yes', by: [31] },
    {
      number: '1.3',
      asks: 'Does a probability made from a ratio (OR, RR, HR) and a baseline rise with the ratio?',
      expects: 'Yes',
      open: 'Fractions are typed here. Where one was derived elsewhere, say how and show it',
    },
    {
      number: '1.4',
      asks: 'Partitioned survival: does progression-free survival, or time on treatment, cross overall survival?',
      expects: 'No',
      apart: 'No partitioned survival: time on treatment alone is modelled (check 27)',
    },
    {
      number: '1.5',
      asks: 'Do the formulas of a wider survival distribution give those of the narrower one as a special case?',
      expects: 'Yes',
      open: 'Weibull and exponential time on treatment are part of Realise and tested with it; curves fitted elsewhere are not',
    },
    {
      number: '1.6',
      asks: 'Is a hazard ratio from a Cox model laid over a curve that was extrapolated by another regression?',
      expects: 'No: curve and effect from one regression',
      open: 'Judge where the typed curves come from',
    },
    {
      number: '1.7',
      asks: 'Are ratios that come out of a Bayesian meta-analysis plausible, not negative, and is their mean the effect used?',
      expects: 'Yes',
      open: 'Judge where a typed fraction rests on one',
    },
  ],
};
