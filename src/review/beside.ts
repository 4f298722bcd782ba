/** What a review adds to a report: the checks on the sheet Checks, the forms, and the remarks on the user's own sheets. */
import type { Remark } from '../lint/remark';
import type { Beside } from '../outputs/report';
import type { Verification } from '../verify/verify';
import type { Facts } from './facts';
import { formSheet } from './form-sheet';
import { advishe } from './forms/advishe';
import { techVer } from './forms/tech-ver';
import { remarksSheet } from './remarks-sheet';
import { triedIn } from './tried';

/** A model's review, as plain data. */
export interface Review {
  /** The model's title. */
  readonly model: string;
  readonly verification: Verification;
  readonly facts: Facts;
  /** Remarks on the user's own sheets; null where they could not be read. */
  readonly remarks: readonly Remark[] | null;
}

export const beside = (review: Review): Beside => ({
  sheets: (stamp) => [
    ...[techVer, advishe].map((form) => formSheet(form, review, { model: review.model, stamp })),
    ...(review.remarks === null ? [] : [remarksSheet(review.remarks, `${review.model} · ${stamp}`)]),
  ],
  names: [],
  tried: triedIn(review.verification),
});
