/** The catalogue of charts: one file each, and one line here; on a sheet they stand in this order. */
import type { OutChart } from '../drawing';
import { activityWorth } from './activity-worth';
import { bothWorlds } from './both-worlds';
import { costByCategory } from './cost-by-category';
import { chanceCurve } from './chance-curve';
import { dealsChart } from './deals';
import { differenceWaterfall } from './difference-waterfall';
import { fan } from './fan';
import { funnelChart } from './funnel';
import { gantt } from './gantt';
import { gateWorth } from './gate-worth';
import { gatesByMonth } from './gates-by-month';
import { heldBack } from './held-back';
import { impactByCategory } from './impact-by-category';
import { impactByYear } from './impact-by-year';
import { partsTogether } from './parts-together';
import { patientsByTechnologyChart } from './patients-by-technology';
import { planAndActualSpend } from './plan-and-actual-spend';
import { planAndActualStarts } from './plan-and-actual-starts';
import { planToActual } from './plan-to-actual';
import { realisedImpact } from './realised-impact';
import { realisedStarts } from './realised-starts';
import { registerByYear } from './register-by-year';
import { registerItemsChart } from './register-items';
import { scenariosChart } from './scenarios';
import { tornado } from './tornado';
import { valueWaterfall } from './value-waterfall';

export const OUT_CHARTS: readonly OutChart[] = [
  impactByCategory,
  impactByYear,
  costByCategory,
  bothWorlds,
  funnelChart,
  patientsByTechnologyChart,
  scenariosChart,
  differenceWaterfall,
  fan,
  chanceCurve,
  tornado,
  dealsChart,
  realisedStarts,
  heldBack,
  realisedImpact,
  gateWorth,
  activityWorth,
  valueWaterfall,
  gatesByMonth,
  gantt,
  planToActual,
  planAndActualStarts,
  planAndActualSpend,
  partsTogether,
  registerByYear,
  registerItemsChart,
];
