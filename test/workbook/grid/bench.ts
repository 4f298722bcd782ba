/** A sheet in the browser for the contract: looked at and typed into through Univer itself. */
import { CellValueType } from '@univerjs/core';
import type { CellValue } from '../../../src/workbook/workbook';
import { Grid } from '../../../src/workbook/grid';
import { readBook } from '../../../src/workbook/xlsx/sheets';
import type { Bench, Seed } from '../contract';
import { seedFile } from '../xlsx/fixture';
import { withoutScreen } from './headless';

export function gridBench(seed: Seed): Bench {
  const api = withoutScreen();
  const grid = new Grid(api, readBook(seedFile(seed)), { language: 'en', owned: [] });
  const sheet = (name: string) => {
    const found = api.getActiveWorkbook()?.getSheetByName(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    open: () => Promise.resolve(grid),
    look: (name, cell) => {
      const range = sheet(name).getRange(cell);
      // Raw: `getValue` and `getCellData` may give formatted text.
      const data = sheet(name).getSheet().getCellRaw(range.getRow(), range.getColumn());
      if (range.getFormula() !== '') return Promise.resolve<CellValue>(range.getFormula());
      if (data?.v === undefined || data.v === null) return Promise.resolve<CellValue>(null);
      return Promise.resolve<CellValue>(data.t === CellValueType.BOOLEAN ? Boolean(data.v) : data.v);
    },
    type: async (name, cell, value) => {
      await Promise.resolve(sheet(name).getRange(cell).setValue(value));
    },
    rename: async (name, next) => {
      await Promise.resolve(sheet(name).setName(next));
    },
  };
}
