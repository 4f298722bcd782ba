/** The checks, in the order of their numbers. A new one: its file here, and its line in both lists. */
import type { Check } from '../check';
import { benefitClasses } from './benefit-classes';
import { breakEven } from './break-even';
import { byHand } from './by-hand';
import { caps } from './caps';
import { categoryOff } from './category-off';
import { causality } from './causality';
import { certainLaunches } from './certain-launches';
import { changesCommute } from './changes-commute';
import { clones } from './clones';
import { deadInputs } from './dead-inputs';
import { dearerTechnology } from './dearer-technology';
import { neverBeyondDemand } from './demand-and-starts';
import { dependencies } from './dependencies';
import { discounting } from './discounting';
import { doublePacks } from './double-packs';
import { drawsAccepted } from './draws-accepted';
import { drawsNearMean } from './draws-near-mean';
import { earlierUptake } from './earlier-uptake';
import { emptyScenario } from './empty-scenario';
import { emptySubgroup } from './empty-subgroup';
import { explained } from './explained';
import { flatWorld } from './flat-world';
import { grossLessRebate } from './gross-less-rebate';
import { growthBaseYear } from './growth-base-year';
import { growthCompounds } from './growth-compounds';
import { halfWay } from './half-way';
import { identicalComparators } from './identical-comparators';
import { largerDose } from './larger-dose';
import { laterLaunch } from './later-launch';
import { looks } from './looks';
import { midYearEntry } from './mid-year-entry';
import { monthlyClock } from './monthly-clock';
import { monthsMakeYears } from './months-make-years';
import { moreAdherence } from './more-adherence';
import { moreMoney } from './more-money';
import { morePeople } from './more-people';
import { moreStopping } from './more-stopping';
import { moreWastage } from './more-wastage';
import { neverCoerced } from './never-coerced';
import { noCrossTalk } from './no-cross-talk';
import { noPrices } from './no-prices';
import { noUptake } from './no-uptake';
import { nobody } from './nobody';
import { nothingInTheWay } from './nothing-in-the-way';
import { oneOff } from './one-off';
import { onePrice } from './one-price';
import { orderOfRows } from './order-of-rows';
import { otherNames } from './other-names';
import { patientsAdd } from './patients-add';
import { payersPart } from './payers-part';
import { ranges } from './ranges';
import { rebateUp } from './rebate-up';
import { roundTrip } from './round-trip';
import { sameAgain } from './same-again';
import { sameDraws } from './same-draws';
import { sameWorldsTwice } from './same-worlds';
import { secondReading } from './second-reading';
import { sharesSum } from './shares-sum';
import { shorterHorizon } from './shorter-horizon';
import { signs } from './signs';
import { subgroupsAdd } from './subgroups-add';
import { swappedPrices } from './swapped-prices';
import { swapped } from './swapped-worlds';
import { testsAdd } from './tests-add';
import { totalsAdd } from './totals-add';
import { traced } from './traced';
import { twoEntries } from './two-entries';
import { unitsScale } from './units-scale';
import { unusedTechnology } from './unused-technology';
import { waterfall } from './waterfall';
import { widerFunnel } from './wider-funnel';
import { withLessWithout } from './with-less-without';

export const CHECKS: readonly Check[] = [
  sameWorldsTwice,
  nobody,
  noUptake,
  noPrices,
  identicalComparators,
  clones,
  unusedTechnology,
  emptySubgroup,
  shorterHorizon,
  swapped,
  orderOfRows,
  otherNames,
  swappedPrices,
  morePeople,
  moreMoney,
  onePrice,
  subgroupsAdd,
  halfWay,
  categoryOff,
  twoEntries,
  changesCommute,
  doublePacks,
  dearerTechnology,
  rebateUp,
  widerFunnel,
  moreAdherence,
  moreStopping,
  signs,
  moreWastage,
  earlierUptake,
  largerDose,
  sharesSum,
  patientsAdd,
  totalsAdd,
  withLessWithout,
  grossLessRebate,
  payersPart,
  monthsMakeYears,
  benefitClasses,
  waterfall,
  growthBaseYear,
  growthCompounds,
  flatWorld,
  causality,
  laterLaunch,
  discounting,
  monthlyClock,
  midYearEntry,
  oneOff,
  deadInputs,
  noCrossTalk,
  unitsScale,
  traced,
  explained,
  sameAgain,
  secondReading,
  byHand,
  roundTrip,
  looks,
  neverCoerced,
  ranges,
  sameDraws,
  drawsAccepted,
  drawsNearMean,
  breakEven,
  emptyScenario,
  nothingInTheWay,
  dependencies,
  testsAdd,
  neverBeyondDemand,
  certainLaunches,
  caps,
];
