/** The catalogue: every input table of the contract, in the order in which findings, documents and templates go. */
import type { Table } from '../table';
import { agreements } from './agreements';
import { costs } from './costs';
import { displacement } from './displacement';
import { goals } from './goals';
import { model } from './model';
import { patients } from './patients';
import { persistence } from './persistence';
import { population } from './population';
import { prices } from './prices';
import { regimens } from './regimens';
import { scenarios } from './scenarios';
import { technologies } from './technologies';
import { tests } from './tests';
import { uncertainty } from './uncertainty';
import { uptake } from './uptake';

export const TABLES: readonly Table[] = [
  model,
  population,
  technologies,
  persistence,
  uptake,
  displacement,
  prices,
  regimens,
  patients,
  costs,
  tests,
  agreements,
  scenarios,
  goals,
  uncertainty,
];

/** Tables of value realisation: part of the contract, not computed yet. */
export const LATER_TABLES: readonly string[] = [
  'Outcomes',
  'Tasks',
  'Waves',
  'Resources',
  'Parts',
  'Actuals',
  'Horizon',
  'Phases',
];
