/** The category of medicines, whatever its case. */
import { sameName } from './structure';

export const ACQUISITION = 'Acquisition';
export const isAcquisition = (category: string): boolean => sameName(category, ACQUISITION);
