/** The worked models of value realisation that the project carries, each with the figures it must give. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedCase } from '../cases';
import type { ExpectedCase } from '../compare';

/** Every folder beside this file that holds a workbook. */
export const realisationCases: readonly PublishedCase[] = readdirSync(__dirname)
  .filter((name) => existsSync(join(__dirname, name, 'model.xlsx')))
  .map((name) => ({
    name,
    workbook: join(__dirname, name, 'model.xlsx'),
    expected: JSON.parse(readFileSync(join(__dirname, name, 'expected.json'), 'utf8')) as ExpectedCase,
  }));
