/** The kinds of agreement, in the order in which they are offered. */
import { annuity } from './annuity';
import { blend } from './blend';
import { discount } from './discount';
import { doseCap } from './dose-cap';
import { freeStart } from './free-start';
import type { Agreement } from './kind';
import { outcomeRefund } from './outcome-refund';
import { payOnResponse } from './pay-on-response';
import { priceVolume } from './price-volume';
import { spendCap } from './spend-cap';
import { subscription } from './subscription';
import { tiers } from './tiers';
import { volumeTiers } from './volume-tiers';

export const AGREEMENTS: readonly Agreement[] = [
  discount,
  tiers,
  volumeTiers,
  priceVolume,
  doseCap,
  spendCap,
  freeStart,
  outcomeRefund,
  payOnResponse,
  annuity,
  subscription,
  blend,
];
