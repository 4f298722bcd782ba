/** The places of the pane, in the order of the questions people ask. A later place is one more entry here. */
import type { PlaceName } from '../state';

export interface Place {
  readonly name: PlaceName;
  readonly label: string;
}

export const PLACES: readonly Place[] = [
  { name: 'model', label: 'Model' },
  { name: 'result', label: 'Result' },
  { name: 'share', label: 'Share' },
];

/** Label of a place, for the button that leads back to it. */
export function labelOf(name: PlaceName): string {
  return PLACES.find((place) => place.name === name)?.label ?? '';
}
