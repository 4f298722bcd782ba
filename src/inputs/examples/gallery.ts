/** The worked models by their names. */
import { aiMammographyNorway } from './ai-mammography-norway';
import { carTEngland } from './car-t-england';
import type { Example } from './example';
import { hepatitisCEngland } from './hepatitis-c-england';
import { inclisiranEngland } from './inclisiran-england';
import { insulinPumpsLeicester } from './insulin-pumps-leicester';
import { oncotypeNetherlands } from './oncotype-netherlands';
import { triageAndTherapy } from './triage-and-therapy';

const EXAMPLES: ReadonlyMap<string, Example> = new Map([
  ['hepatitis-c', hepatitisCEngland],
  ['inclisiran', inclisiranEngland],
  ['insulin-pumps', insulinPumpsLeicester],
  ['oncotype-dx', oncotypeNetherlands],
  ['ai-mammography', aiMammographyNorway],
  ['car-t', carTEngland],
  ['triage-and-therapy', triageAndTherapy],
]);

/** The worked model of that name. Throws for a name that is none, with those that are. */
export function workedExample(name: string): Example {
  const found = EXAMPLES.get(name.trim().toLowerCase());
  if (!found) throw new Error(`There is no example ${name}. Choose from ${[...EXAMPLES.keys()].join(', ')}.`);
  return found;
}
