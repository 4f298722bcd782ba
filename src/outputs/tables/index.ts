/** The catalogue of result tables: one file each, and one line here. */
import type { OutTable } from '../table';
import { actualsTable } from './actuals';
import { agreementsTable } from './agreements';
import { annualTable } from './annual';
import { bridgeTable } from './bridge';
import { checksTable } from './checks';
import { drawsTable } from './draws';
import { gatesTable } from './gates';
import { horizonTable } from './horizon';
import { impactTable } from './impact';
import { partsTable } from './parts';
import { patientsTable } from './patients';
import { registerTable } from './register';
import { scenariosTable } from './scenarios';
import { sealTable } from './seal';
import { startsTable } from './starts';
import { tornadoTable } from './tornado';
import { triedTable } from './tried';
import { valueTable } from './value';

export const OUT_TABLES: readonly OutTable[] = [
  impactTable,
  annualTable,
  patientsTable,
  scenariosTable,
  tornadoTable,
  drawsTable,
  agreementsTable,
  startsTable,
  valueTable,
  gatesTable,
  bridgeTable,
  actualsTable,
  partsTable,
  horizonTable,
  registerTable,
  checksTable,
  triedTable,
  sealTable,
];
