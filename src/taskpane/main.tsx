/** The pane in Excel: waits for Office, then stands on the open workbook. Says plainly why, where it cannot. */
import { createRoot, type Root } from 'react-dom/client';
import { ribbonOrders, type Orders } from '../commands/ribbon';
import { Board } from '../functions/board';
import { associate } from '../functions/functions';
import { standingOf } from '../functions/standing';
import { excelBinder } from '../workbook/excel/binder';
import { excelWorkbook } from '../workbook/excel';
import { openNewWorkbook } from '../workbook/excel/newWorkbook';
import { WORKED } from '../inputs/examples/worked';
import type { Workbook } from '../workbook/workbook';
import { hintFrom } from './appearance';
import { calculator } from './calculator';
import type { FileGiven } from './picking';
import { excelChanges } from './excel-changes';
import { Pane } from './Pane';
import { startWorker } from './startWorker';
import type { Model } from './state';
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

/** The same of a worked model of the gallery. */
async function writeWorked(workbook: Workbook, name: string): Promise<void> {
  const [{ templateReport }, { workedExample }] = await Promise.all([
    import('../inputs/template'),
    import('../inputs/examples/gallery'),
  ]);
  await workbook.write(templateReport(workedExample(name)));
}

/** A new workbook has no name until it is saved. */
async function openBeside({ bytes }: FileGiven): Promise<string> {
  await openNewWorkbook(bytes);
  return 'It is open in a window of its own. Save it there under a name; until then it is nowhere else.';
}

/** Everything the pane stands on is made once; it is drawn again only when Excel's theme may have changed. */
function mount(root: Root, { orders, board }: Outside): void {
  const changes = excelChanges();
  const workbook = changes.unwatched(excelWorkbook());
  const doors = {
    workbook,
    orders,
    heard: (model: Model) => {
      board.tell(standingOf(model));
    },
    binder: excelBinder(),
    handOver: openBeside,
    calculator: calculator(startWorker),
    another: () => calculator(startWorker),
    watch: watching(changes.watch, board),
    sample: () => writeSample(workbook),
    gallery: WORKED.map(({ name, label, shows }) => ({ label, shows, open: () => writeWorked(workbook, name) })),
  };
  const draw = (): void => {
    root.render(<Pane {...doors} theme={themeOfOffice()} />);
  };
  window.addEventListener('focus', draw);
  draw();
}

/** What stands outside the pane, in the same page: the buttons of the ribbon, and the functions in cells. */
interface Outside {
  readonly orders: Orders;
  readonly board: Board;
}

/** How often cells are looked at while functions stand in them: events alone miss changes. Milliseconds. */
const LOOKS = 20_000;

/** Hears of changes from Excel, and looks by itself while there are functions that could show a stale figure. */
const watching =
  (watch: (changed: () => void) => () => void, board: Board) =>
  (changed: () => void): (() => void) => {
    const stop = watch(changed);
    const timer = setInterval(() => {
      if (board.size > 0) changed();
    }, LOOKS);
    return () => {
      stop();
      clearInterval(timer);
    };
  };

/** The page of help, in the browser: the pane stays as it is. */
function openHelp(): void {
  Office.context.ui.openBrowserWindow(new URL('support.html', location.href).href);
}

function outside(): Outside {
  const board = new Board();
  associate({ board, calculator: calculator(startWorker) });
  return { board, orders: ribbonOrders(openHelp) };
}

async function start(root: Root): Promise<void> {
  if (!('Office' in globalThis)) {
    unavailable(root, 'no office');
    return;
  }
  const late = setTimeout(() => {
    unavailable(root, 'silent');
  }, PATIENCE);
  const outer = outside(); // before Office is ready: functions and buttons may be what opened this page
  const { host } = await Office.onReady();
  clearTimeout(late);
  if ((host as Office.HostType | null) !== Office.HostType.Excel) unavailable(root, 'not excel');
  else if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) unavailable(root, 'too old');
  else mount(root, outer);
}

const place = document.getElementById('root');
if (place !== null) void start(createRoot(place));
