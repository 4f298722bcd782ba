/** The catalogue of charts: one file each, and one line here; on a sheet they stand in this order. */
import type { OutChart } from '../drawing';
import { bothWorlds } from './both-worlds';
import { costByCategory } from './cost-by-category';
import { funnelChart } from './funnel';
import { impactByCategory } from './impact-by-category';
import { impactByYear } from './impact-by-year';
import { patientsByTechnologyChart } from './patients-by-technology';
import { scenariosChart } from './scenarios';

export const OUT_CHARTS: readonly OutChart[] = [
  impactByCategory,
  impactByYear,
  costByCategory,
  bothWorlds,
  funnelChart,
  patientsByTechnologyChart,
  scenariosChart,
];
