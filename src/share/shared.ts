/** What is asked of a copy for the payer, as plain data: what goes into it, and which cells stay behind. */

/** Figures at net prices: none, every year, or the sum of the years; to the nearest `band` of money (decimal text, 0: exact). */
export interface Net {
  readonly shown: 'none' | 'years' | 'total';
  readonly band: string;
}

/** A cell of the user's that is left blank in the copy, as sheet and address. */
export interface LeftCell {
  readonly sheet: string;
  readonly cell: string;
}

/** What goes into the copy. */
export interface Shared {
  readonly sources: boolean;
  readonly results: boolean;
  readonly delivery: boolean;
  readonly net: Net;
  /** Cells that are left blank; a row of scenarios, goals or uncertainty goes as a whole. */
  readonly out: readonly LeftCell[];
}

/** Everything but what is confidential, and nothing at net prices. */
export const OPEN: Shared = {
  sources: true,
  results: true,
  delivery: true,
  net: { shown: 'none', band: '0' },
  out: [],
};

/** Parts that can be left out as a whole. */
export type Part = 'sources' | 'results' | 'delivery';

/** Ways to close a leak. */
export type RemedyKind = 'band' | 'aggregate' | 'leave out';
export const REMEDIES: readonly RemedyKind[] = ['band', 'aggregate', 'leave out'];

/** A way to close one leak: what would be asked instead. `of`: what it is done to. */
export interface Remedy {
  readonly kind: RemedyKind;
  readonly of: 'net' | 'cell' | 'scenarios' | 'amounts' | Part;
  readonly shared: Shared;
}

export const leftOut = (shared: Shared, { sheet, cell }: LeftCell): Shared => ({
  ...shared,
  out: [...shared.out, { sheet, cell }],
});
export const withoutPart = (shared: Shared, part: Part): Shared => ({ ...shared, [part]: false });
export const leavingOut = (shared: Shared, part: Part): Remedy => ({
  kind: 'leave out',
  of: part,
  shared: withoutPart(shared, part),
});
export const withNet = (shared: Shared, net: Net): Shared => ({ ...shared, net });

/** What is done at each step, in the order of doing. */
export const STEPS = [
  'Reading the model',
  'Taking what may be shown',
  'Running it at list prices',
  'Writing the new workbook',
  'Reading it back and searching',
  'Trying whether its figures follow a confidential one',
] as const;
