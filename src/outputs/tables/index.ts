/** The catalogue of result tables: one file each, and one line here. */
import type { OutTable } from '../table';
import { agreementsTable } from './agreements';
import { annualTable } from './annual';
import { checksTable } from './checks';
import { gatesTable } from './gates';
import { impactTable } from './impact';
import { patientsTable } from './patients';
import { scenariosTable } from './scenarios';
import { startsTable } from './starts';
import { valueTable } from './value';

export const OUT_TABLES: readonly OutTable[] = [
  impactTable,
  annualTable,
  patientsTable,
  scenariosTable,
  agreementsTable,
  startsTable,
  valueTable,
  gatesTable,
  checksTable,
];
