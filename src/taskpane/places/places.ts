/** The places of the pane and their parts, in the order of the questions people ask. */
import type { PlaceName, State } from '../state';

export interface Part {
  readonly name: string;
  readonly label: string;
}

export interface Place {
  readonly name: PlaceName;
  readonly label: string;
  /** Where there are several; the first is shown first. */
  readonly parts: readonly Part[];
}

export const PLACES: readonly Place[] = [
  {
    name: 'model',
    label: 'Model',
    parts: [
      { name: 'found', label: 'Found' },
      { name: 'checks', label: 'Checks' },
    ],
  },
  { name: 'result', label: 'Result', parts: [] },
  {
    name: 'stress',
    label: 'Stress',
    parts: [
      { name: 'dials', label: 'Dials' },
      { name: 'drivers', label: 'Drivers' },
      { name: 'chance', label: 'Chance' },
      { name: 'deals', label: 'Deals' },
    ],
  },
  {
    name: 'realise',
    label: 'Realise',
    parts: [
      { name: 'uptake', label: 'Uptake' },
      { name: 'schedule', label: 'Schedule' },
      { name: 'worth', label: 'Worth' },
      { name: 'portfolio', label: 'Portfolio' },
      { name: 'actuals', label: 'Actuals' },
      { name: 'parts', label: 'Parts' },
      { name: 'horizon', label: 'Horizon' },
    ],
  },
  {
    name: 'share',
    label: 'Share',
    parts: [
      { name: 'write', label: 'Write' },
      { name: 'copy', label: 'Payer copy' },
    ],
  },
];

/** Label of a place, for the button that leads back to it. */
export function labelOf(name: PlaceName): string {
  return PLACES.find((place) => place.name === name)?.label ?? '';
}

/** The part of a place that is shown; empty where it has none. */
export function partOf({ place, parts }: State): string {
  return parts[place] ?? PLACES.find((one) => one.name === place)?.parts[0]?.name ?? '';
}
