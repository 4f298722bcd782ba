/** The distributions of the contract, each of one number. Dirichlet shares are drawn as gammas, and divided by their sum. */
import { beta } from './beta';
import { gamma } from './gamma';
import type { Distribution } from './kind';
import { lognormal } from './lognormal';
import { normal } from './normal';
import { pert } from './pert';
import { triangular } from './triangular';
import { uniform } from './uniform';

export const DISTRIBUTIONS: readonly Distribution[] = [normal, lognormal, gamma, beta, uniform, triangular, pert];
