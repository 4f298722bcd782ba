/** The first round trip of every conversation: which sheets, tables and names there are, and whether Excel calculates. */
import { readMarks, type Mark } from '../mark';
import type { NameSnapshot } from '../workbook';
import { can } from './features';
import type { Session } from './session';

/** A sheet by its id, which outlives a new name. */
export interface Sheet {
  readonly id: string;
  readonly name: string;
}

/** A table by its id. */
export interface Table {
  readonly id: string;
  readonly name: string;
  readonly headers: boolean;
  readonly totals: boolean;
}

/** What the first round trip shows. */
export interface View {
  readonly sheets: readonly Sheet[];
  readonly tables: readonly Table[];
  readonly names: readonly NameSnapshot[];
  readonly marks: readonly Mark[];
  readonly calculated: boolean;
  /** True where Excel calculates on request, or has not come to an end. */
  readonly waits: boolean;
  readonly language: string;
  /** True where no sheet may be added or removed. */
  readonly locked: boolean;
  /** True where circles are iterated instead of refused. */
  readonly iterates: boolean;
  /** True where numbers are rounded to what cells show. */
  readonly roundsAsShown: boolean;
}

/** Looks at the workbook. Names are the workbook's own; those of a single sheet are not the model's. */
export async function look({ context, send }: Session): Promise<View> {
  const { worksheets, tables, names, application, protection } = context.workbook;
  context.workbook.load('usePrecisionAsDisplayed');
  worksheets.load('items/id,items/name');
  tables.load('items/id,items/name,items/showHeaders,items/showTotals');
  names.load('items/name,items/formula');
  application.load('calculationMode,calculationState');
  const { iterativeCalculation } = application;
  iterativeCalculation.load('enabled');
  protection.load('protected');
  const culture = can('culture') ? application.cultureInfo : null;
  culture?.load('name');
  await send();
  const all = names.items.map((item) => ({ name: item.name, refersTo: String(item.formula) }));
  const present = new Set(worksheets.items.map((sheet) => sheet.name));
  return {
    sheets: worksheets.items.map(({ id, name }) => ({ id, name })),
    tables: tables.items.map((table) => ({
      id: table.id,
      name: table.name,
      headers: table.showHeaders,
      totals: table.showTotals,
    })),
    names: all,
    marks: readMarks(all).filter((mark) => present.has(mark.sheet)),
    calculated: application.calculationMode !== 'Manual' || application.calculationState === 'Done',
    waits: application.calculationMode === 'Manual' || application.calculationState !== 'Done',
    language: culture?.name ?? 'en-US',
    locked: protection.protected,
    iterates: iterativeCalculation.enabled,
    roundsAsShown: context.workbook.usePrecisionAsDisplayed,
  };
}
