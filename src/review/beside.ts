/** What a review adds to a report: the checks on the sheet Checks, the forms, and the remarks on the user's own sheets. */
import type { Beside } from '../outputs/report';
import { formSheet } from './form-sheet';
import { formulasAsTried } from './formulas-said';
import { advishe } from './forms/advishe';
import { techVer } from './forms/tech-ver';
import { remarksSheet } from './remarks-sheet';
import type { Review } from './review';
import { triedIn } from './tried';

/** What stands beside the results of a model that was reviewed. */
export const beside = (review: Review): Beside => ({
  sheets: (stamp) => [
    ...[techVer, advishe].map((form) => formSheet(form, review, { model: review.model, stamp })),
    ...(review.remarks === null ? [] : [remarksSheet(review.remarks, `${review.model} · ${stamp}`)]),
  ],
  names: [],
  tried: [
    ...triedIn(review.verification),
    ...(typeof review.formulas === 'string' ? [] : formulasAsTried(review.formulas)),
  ],
});
