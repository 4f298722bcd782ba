/** A model's review, as plain data: what the checks found, facts of the model, and remarks on the user's own sheets. */
import { readAssumptions } from '../inputs/read-assumptions';
import type { Remark } from '../lint/remark';
import type { FormulasTried } from '../verify/formulas/judged';
import type { Verification } from '../verify/verify';
import type { SheetsRead } from '../workbook/sheets-read';
import type { Snapshot } from '../workbook/workbook';
import { factsOf, type Facts } from './facts';
import { remarksOn } from './remarks';

export interface Review {
  /** The model's title. */
  readonly model: string;
  readonly verification: Verification;
  readonly facts: Facts;
  /** Remarks on the user's own sheets; null where they could not be read. */
  readonly remarks: readonly Remark[] | null;
  /** The checks on the user's own formulas; else why they were not made. */
  readonly formulas: FormulasTried | string;
}

/** Why formulas are not tried where nothing in the workbook says where their answer stands. */
export const NO_FORMULAS =
  'There are no formulas to try: write a live model, or name the cells of your own impact, a year each, BIM_Own_impact.';
/** Why they are not tried at a door that does not calculate copies. */
export const NOT_HERE =
  'The formulas of this workbook can be tried in Excel, from Checks in the pane: there a copy is calculated.';

/** `sheets`: the workbook's sheets with their formulas; null where they could not be read. */
export function reviewOf(
  snapshot: Snapshot,
  verification: Verification,
  sheets: SheetsRead | null,
  formulas: Review['formulas'],
): Review {
  const { entries, findings, assumptions } = readAssumptions(snapshot);
  return {
    model: assumptions?.model.title ?? '',
    verification,
    facts: factsOf(entries),
    remarks: sheets && remarksOn(sheets, snapshot, findings),
    formulas,
  };
}
