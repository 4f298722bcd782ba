/** TECH-VER, third domain: results. */
import type { Part } from '../item';

const NO_QALYS = 'No life-years or QALYs, and no ratio of cost to effect: the result is a budget';

export const results: Part = {
  title: '3  Results',
  items: [
    {
      number: '3.1',
      asks: 'Are incremental life-years and QALYs in line with the evidence?',
      expects: 'Yes',
      apart: NO_QALYS,
    },
    {
      number: '3.2',
      asks: 'Are incremental costs in line with what the treatments cost?',
      expects: 'A dearer treatment raises them',
      by: [23, 16],
      open: 'Judge the size against the prices of both worlds',
    },
    { number: '3.3', asks: 'Are there more life-years than QALYs?', expects: 'Yes', apart: NO_QALYS },
    {
      number: '3.4',
      asks: 'Are undiscounted results larger than discounted ones?',
      expects: 'Yes; the headline is never discounted',
      by: [46],
    },
    { number: '3.5', asks: 'Are QALYs by life-year within the utilities used?', expects: 'Yes', apart: NO_QALYS },
    {
      number: '3.6',
      asks: 'Do subgroups with a better baseline have better results?',
      expects: 'As expected of each subgroup',
      by: [17],
      open: 'That subgroups add up is tried; judge whether each behaves as it should',
    },
    {
      number: '3.7',
      asks: 'Does the model give every result that the report tells?',
      expects: 'Yes',
      by: [55],
      open: 'Hold the report against these sheets; realise reproduce runs them again elsewhere',
    },
    {
      number: '3.8',
      asks: 'Does a shorter horizon lower the totals?',
      expects: 'Yes: it gives the first years of the longer one',
      by: [9],
    },
    {
      number: '3.9',
      asks: 'Are results told in the right words, and compared with the right alternative?',
      expects: 'Yes',
      open: 'Judge the report, and whether world without is what would happen',
    },
    { number: '3.10', asks: 'Do ratios of a full incremental analysis rise?', expects: 'Yes', apart: NO_QALYS },
    { number: '3.11', asks: 'Do parts of a result add up to it?', expects: 'Yes', by: [34, 35, 36, 37] },
    {
      number: '3.12',
      asks: 'Is the half-cycle correction right?',
      expects: 'Who enters in the middle of a year counts for half of it',
      by: [48],
      open: 'Judge whether it should apply to every cost, for instance to those at the start',
    },
    { number: '3.13', asks: 'Is a cost two years on divided by (1 + r)²?', expects: 'Yes', by: [46] },
    { number: '3.14', asks: 'Without discounting, are discounted results the others?', expects: 'Yes', by: [46] },
    { number: '3.15', asks: 'Without mortality, are life-years the horizon?', expects: 'Yes', apart: NO_QALYS },
    {
      number: '3.16',
      asks: 'Is an event without consequences the same as an event that never happens?',
      expects: 'Yes',
      by: [19, 4],
    },
    {
      number: '3.17',
      asks: 'Is acquisition divided by time on treatment the unit cost?',
      expects: 'Nearly',
      by: [57, 16],
    },
    { number: '3.18', asks: 'Does a higher discount rate lower discounted totals?', expects: 'Yes', by: [46] },
    {
      number: '3.19',
      asks: 'At an extreme discount rate, is only the first period left?',
      expects: 'Yes',
      by: [46],
    },
    {
      number: '3.20',
      asks: 'Without discontinuation, and with all of it, do results move as they should?',
      expects: 'All stay, or all stop',
      by: [27],
    },
    {
      number: '3.21',
      asks: 'Does twice the difference between the treatments give about twice the increment?',
      expects: 'Twice, where nothing is capped or tiered',
      by: [18],
    },
    {
      number: '3.22',
      asks: 'Does half of the difference give about half of the increment?',
      expects: 'Half, where nothing is capped or tiered',
      by: [18],
    },
  ],
};
