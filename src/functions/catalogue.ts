/** The custom functions of Excel: what they are called, what they take, and the help that Excel shows while one is typed. */

/** One argument. `optional` ones may be left out or blank, which means all, or the base. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: 'string' | 'any';
  readonly optional: boolean;
}

export interface FunctionHelp {
  readonly id: 'IMPACT' | 'PATIENTS' | 'FIGURE';
  readonly description: string;
  readonly parameters: readonly Parameter[];
}

const optional = (name: string, description: string, type: Parameter['type'] = 'string'): Parameter => ({
  name,
  description,
  type,
  optional: true,
});
const year = optional('year', 'A year of the model (2028), or blank for all years together.', 'any');
const scenario = optional('scenario', 'A scenario of BIM_Scenarios, or blank for the model as typed.');

/** In the order in which Excel lists them. */
export const FUNCTIONS: readonly FunctionHelp[] = [
  {
    id: 'IMPACT',
    description: 'Budget impact of the last run of Realise: cost with the new technology less cost without.',
    parameters: [year, scenario, optional('category', 'A category of cost (Acquisition), or blank for all.')],
  },
  {
    id: 'PATIENTS',
    description: 'People on a technology in a year, in the last run of Realise.',
    parameters: [
      { ...year, optional: false, description: 'A year of the model (2028).' },
      optional('technology', 'A technology, or blank for all.'),
      optional('subgroup', 'A subgroup, or blank for all.'),
      optional('world', 'with (which is meant by a blank) or without the new technology.'),
      scenario,
    ],
  },
  {
    id: 'FIGURE',
    description: 'Any figure of the last run of Realise, by its address, such as Budget impact[2028].',
    parameters: [
      {
        name: 'address',
        description: 'A quantity with its members in brackets: Treated patients[with, Drug A, Adults, 2028].',
        type: 'string',
        optional: false,
      },
      scenario,
    ],
  },
];
