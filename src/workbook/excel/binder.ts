/** Binding tables to ranges that the user has selected: names of the workbook (`bindings.ts`), and nothing else. */
import { bindingName } from '../bindings';
import { plainError, Plain } from './errors';
import { converse, PATIENCE, type Patience, type Session } from './session';

/** Binds, and lets go. The one place besides `show` that asks for a selection. */
export interface ExcelBinder {
  readonly bind: (table: string, turned: boolean) => Promise<void>;
  readonly unbind: (table: string) => Promise<void>;
}

export function excelBinder(patience: Patience = PATIENCE): ExcelBinder {
  const doing = async (what: string, talk: (session: Session) => Promise<void>): Promise<void> => {
    try {
      await converse(patience, talk);
    } catch (error) {
      throw plainError(error, { doing: what, done: 'Nothing was changed.' });
    }
  };
  return {
    bind: (table, turned) => doing(`bind ${table}`, (session) => bind(session, table, turned)),
    unbind: (table) => doing(`unbind ${table}`, (session) => unbind(session, table)),
  };
}

async function bind({ context, send }: Session, table: string, turned: boolean): Promise<void> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.getUsedRangeOrNullObject(true);
  used.load('rowCount,columnCount');
  const old = namesOf(context, table);
  await send();
  if (linesOf(used, turned) < 2)
    throw new Plain(
      `Select the ${turned ? 'column' : 'row'} of headers and at least one ${turned ? 'column' : 'row'} of values, then choose Use selection. Nothing was changed.`,
    );
  for (const one of old) if (!one.isNullObject) one.delete();
  context.workbook.names.add(bindingName(table, turned), selected, `Read by Realise in the place of ${table}`);
  await send();
}

const linesOf = (used: Excel.Range, turned: boolean): number =>
  used.isNullObject ? 0 : turned ? used.columnCount : used.rowCount;

async function unbind({ context, send }: Session, table: string): Promise<void> {
  const old = namesOf(context, table);
  await send();
  for (const one of old) if (!one.isNullObject) one.delete();
  await send();
}

/** Both names that a binding of the table may have. */
const namesOf = (context: Excel.RequestContext, table: string): readonly Excel.NamedItem[] =>
  [false, true].map((turned) => {
    const item = context.workbook.names.getItemOrNullObject(bindingName(table, turned));
    item.load('name');
    return item;
  });
