/** The published and official models that the project carries, each with the figures it must give. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectedCase } from './compare';

export interface PublishedCase {
  readonly name: string;
  /** Path of the workbook. */
  readonly workbook: string;
  readonly expected: ExpectedCase;
}

/** Every folder beside this file that holds a workbook. */
export const publishedCases: readonly PublishedCase[] = readdirSync(__dirname)
  .filter((name) => existsSync(join(__dirname, name, 'model.xlsx')))
  .map((name) => ({
    name,
    workbook: join(__dirname, name, 'model.xlsx'),
    expected: JSON.parse(readFileSync(join(__dirname, name, 'expected.json'), 'utf8')) as ExpectedCase,
  }));
