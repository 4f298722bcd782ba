/** The pane in Excel: waits for Office, then stands on the open workbook. Says plainly why, where it cannot. */
import { createRoot, type Root } from 'react-dom/client';
import { excelWorkbook } from '../workbook/excel';
import type { Workbook } from '../workbook/workbook';
import { hintFrom } from './appearance';
import { calculator } from './calculator';
import { excelChanges } from './excel-changes';
import { Pane } from './Pane';
import { startWorker } from './startWorker';
import { Unavailable, type Reason } from './Unavailable';
import './pane.css';

/** How long office.js may take to answer before the pane says that it does not. */
const PATIENCE = 20_000;

function themeOfOffice(): 'light' | 'dark' | undefined {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return hintFrom(theme?.bodyBackgroundColor);
}

function unavailable(root: Root, reason: Reason): void {
  root.render(<Unavailable reason={reason} />);
}

/** Writes the documented input tables, with the example in them, to sheets of their own. */
async function writeSample(workbook: Workbook): Promise<void> {
  const { templateReport } = await import('../inputs/template');
  await workbook.write(templateReport());
}

/** Everything the pane stands on is made once; it is drawn again only when Excel's theme may have changed. */
function mount(root: Root): void {
  const changes = excelChanges();
  const workbook = changes.unwatched(excelWorkbook());
  const doors = {
    workbook,
    calculator: calculator(startWorker),
    watch: changes.watch,
    sample: () => writeSample(workbook),
  };
  const draw = (): void => {
    root.render(<Pane {...doors} theme={themeOfOffice()} />);
  };
  window.addEventListener('focus', draw);
  draw();
}

async function start(root: Root): Promise<void> {
  if (!('Office' in globalThis)) {
    unavailable(root, 'no office');
    return;
  }
  const late = setTimeout(() => {
    unavailable(root, 'silent');
  }, PATIENCE);
  const { host } = await Office.onReady();
  clearTimeout(late);
  if ((host as Office.HostType | null) !== Office.HostType.Excel) unavailable(root, 'not excel');
  else if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) unavailable(root, 'too old');
  else mount(root);
}

const place = document.getElementById('root');
if (place !== null) void start(createRoot(place));
