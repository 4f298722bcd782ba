/** What this Excel can do beyond ExcelApi 1.9, which the manifest requires. Asked at run time, never by platform. */

/** Requirement sets probed for, by what they give. */
const SETS = {
  /** A new workbook from a file; never below what the manifest asks for, but some hosts claim less. */
  newWorkbook: '1.8',
  /** Grouping of rows. */
  outline: '1.10',
  /** Language of the workbook. */
  culture: '1.11',
  /** Changing the size of a table in place. */
  resize: '1.13',
  /** A shape by its name, or none. */
  shapesByName: '1.14',
  /** Notes, the yellow ones without a thread. */
  notes: '1.18',
} as const;

export type Feature = keyof typeof SETS;

export const can = (feature: Feature): boolean => Office.context.requirements.isSetSupported('ExcelApi', SETS[feature]);
