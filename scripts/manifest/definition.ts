/** What Office is told of the add-in: the one source of manifest.xml, manifest.json, functions.json and shortcuts.json. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where `npm run start:excel` serves the pages; the build puts its own base address in the place of this one. */
export const BASE = 'https://localhost:4301/';

const { version } = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as {
  readonly version: string;
};

/** A button of the ribbon. `shortcut` runs it from the keyboard. */
export interface Button {
  readonly id: string;
  /** What is carried out: a function of `src/commands/ribbon.ts`, or the pane itself. */
  readonly action: 'pane' | 'run' | 'check' | 'scenarios' | 'live' | 'help';
  readonly label: string;
  readonly tip: string;
  /** Name of its pictures in assets/ribbon. */
  readonly icon: string;
  readonly shortcut?: { readonly default: string; readonly mac: string };
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly Button[];
}

const PANE: Button = {
  id: 'Realise.Pane',
  action: 'pane',
  label: 'Realise',
  tip: 'Opens the pane: reads the model in this workbook, computes its budget impact and explains every figure.',
  icon: 'pane',
};
const MODEL: readonly Button[] = [
  {
    id: 'Realise.Run',
    action: 'run',
    label: 'Run',
    tip: 'Reads the tables of this workbook and computes the model. No cell is changed.',
    icon: 'run',
    shortcut: { default: 'Ctrl+Alt+R', mac: 'Command+Option+R' },
  },
  {
    id: 'Realise.Check',
    action: 'check',
    label: 'Check',
    tip: 'Reads the tables and shows what was found: errors with their cells, and what to look at.',
    icon: 'check',
    shortcut: { default: 'Ctrl+Alt+K', mac: 'Command+Option+K' },
  },
  {
    id: 'Realise.Scenarios',
    action: 'scenarios',
    label: 'Scenarios',
    tip: 'Asks the model what would be, and which inputs matter.',
    icon: 'scenarios',
    shortcut: { default: 'Ctrl+Alt+Y', mac: 'Command+Option+Y' },
  },
];
const REST: readonly Button[] = [
  {
    id: 'Realise.Live',
    action: 'live',
    label: 'Live model',
    tip: 'Lays the model out as formulas on your own cells. You see the sheets before anything is written.',
    icon: 'live',
    shortcut: { default: 'Ctrl+Alt+L', mac: 'Command+Option+L' },
  },
  {
    id: 'Realise.Help',
    action: 'help',
    label: 'Help',
    tip: 'Opens the page of help: tables, functions, keyboard shortcuts and what to do when something fails.',
    icon: 'help',
  },
];

/** Everything, with addresses under {@link BASE}. */
export const ADDIN = {
  id: '4de64161-8ff4-47ee-a0b4-5267593456d1',
  version,
  provider: 'The Realise authors',
  locale: 'en-GB',
  name: 'Realise',
  /** At most 80 characters, then at most 250. */
  short: 'Budget impact and value realisation, inside Excel.',
  description:
    'Budget impact and value realisation, inside Excel: two worlds computed from your workbook in exact decimals, as tables, charts and explanations.',
  ready: {
    title: 'Realise is ready',
    text: 'Choose Run on the Realise tab to read the budget impact model in this workbook, or to start from the sample.',
  },
  /** What the code really needs; newer members are asked for one by one (`src/workbook/excel/features.ts`). */
  requires: { set: 'ExcelApi', version: '1.9' },
  /** For the tab, its buttons, the functions and the shortcuts; an Excel without it gets the pane alone. */
  runtime: { set: 'SharedRuntime', version: '1.1' },
  shortcuts: { set: 'KeyboardShortcuts', version: '1.1' },
  functions: { set: 'CustomFunctionsRuntime', version: '1.2', namespace: 'REALISE' },
  accent: '#0A6279',
  tab: {
    id: 'Realise.Tab',
    label: 'Realise',
    groups: [
      { id: 'Realise.Pane.Group', label: 'Pane', buttons: [PANE] },
      { id: 'Realise.Model.Group', label: 'Model', buttons: MODEL },
      { id: 'Realise.Rest.Group', label: 'Sheets and help', buttons: REST },
    ] satisfies readonly Group[],
  },
} as const;

export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;
export const buttonsOf = (): readonly Button[] => ADDIN.tab.groups.flatMap((group): readonly Button[] => group.buttons);
export const address = (file: string): string => BASE + file;
export const picture = (icon: string, size: number): string => address(`assets/ribbon/${icon}-${String(size)}.png`);
