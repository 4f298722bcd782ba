/** What the checks found, in the words of the sheet Checks. */
import type { Tried } from '../outputs/tried';
import { smallestSaid } from '../verify/said';
import type { Lamp, Verification } from '../verify/verify';

const triedOf = (lamp: Lamp): Tried => {
  const { number, family, name, verdict, failure, because, why } = lamp;
  return {
    number,
    family,
    name,
    verdict,
    changed: failure?.changed ?? '',
    expected: failure?.expected ?? '',
    got: failure?.got ?? '',
    smallest: failure ? smallestSaid(lamp) : '',
    says: failure ? why : because,
    at: failure?.at ?? null,
  };
};

export const triedIn = ({ lamps }: Verification): readonly Tried[] => lamps.map(triedOf);
