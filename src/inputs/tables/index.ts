/** The catalogue: every input table of the contract, in the order in which findings, documents and templates go. */
import type { Table } from '../table';
import { actuals } from './actuals';
import { agreements } from './agreements';
import { costs } from './costs';
import { displacement } from './displacement';
import { goals } from './goals';
import { horizon } from './horizon';
import { model } from './model';
import { outcomes } from './outcomes';
import { parts } from './parts';
import { patients } from './patients';
import { persistence } from './persistence';
import { phases } from './phases';
import { population } from './population';
import { prices } from './prices';
import { regimens } from './regimens';
import { resources } from './resources';
import { scenarios } from './scenarios';
import { tasks } from './tasks';
import { technologies } from './technologies';
import { tests } from './tests';
import { uncertainty } from './uncertainty';
import { uptake } from './uptake';
import { waves } from './waves';

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
  tasks,
  waves,
  resources,
  outcomes,
  actuals,
  horizon,
  phases,
  scenarios,
  parts,
  goals,
  uncertainty,
];
