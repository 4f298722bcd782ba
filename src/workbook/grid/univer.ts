/** Starts Univer with the open-source parts it needs, and without the commands that a file could not keep. */
import { LifecycleStages, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingWords from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/en-US';
import {
  SheetsDataValidationValidatorService,
  UniverSheetsDataValidationPreset,
} from '@univerjs/preset-sheets-data-validation';
import dataValidationWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { defaultTheme, type Theme } from '@univerjs/themes';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';

/** The petrol of the pane, so that what is chosen in the sheet and in the pane is one colour. */
const THEME: Theme = {
  ...defaultTheme,
  primary: {
    50: '#eef7fa',
    100: '#d3edf6',
    200: '#b1dcec',
    300: '#8dc8dd',
    400: '#4092ac',
    500: '#1a7189',
    600: '#0a6279',
    700: '#00566b',
    800: '#004a5e',
    900: '#003f51',
  },
};

/**
 * Commands that change what is not written back into a file: whole rows, columns and sheets, and looks.
 * They are refused with a sentence, never silently lost on saving.
 */
const REFUSED = new RegExp(
  '^sheet\\.command\\.(' +
    'insert-(row|col|multi|range|sheet)|remove-(row|col|sheet)|delete-range-move|move-(rows|cols)|copy-sheet|set-worksheet-(name|order|hidden|show)' +
    '|set-tab-color|add-worksheet-merge|remove-worksheet-merge|set-range-(bold|italic|underline|stroke|subscript|superscript)|set-(bold|italic|underline|stroke)$' +
    '|.*protection|insert-defined-name|remove-defined-name|set-defined-name)',
);

/** What the user hears when a command is refused. */
export const REFUSAL =
  'Rows, columns, sheets and looks are changed in Excel. Here, type in the row under a table and it grows.';

const MENUS = ['sheet.contextMenu.permission', 'sheet.command.set-row-frozen', 'sheet.command.set-col-frozen'];

/** The sheet on the screen. `refused` is called with a sentence when a command is not for here. */
export interface Screen {
  readonly api: FUniver;
  readonly close: () => void;
}

/** Starts Univer in an element of the page. */
export function startUniver(container: HTMLElement, dark: boolean, refused: (sentence: string) => void): Screen {
  const univer = new Univer({
    theme: THEME,
    darkMode: dark,
    logLevel: LogLevel.WARN,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(coreWords, conditionalFormattingWords, dataValidationWords) },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      contextMenu: false,
      disableAutoFocus: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: true,
        addSheetButtonConfig: { show: false },
      },
      menu: Object.fromEntries(MENUS.map((menu) => [menu, { hidden: true }])),
      formula: { initialFormulaComputing: CalculationMode.WHEN_EMPTY },
      sheets: {
        disableForceStringAlert: true,
        disableForceStringMark: true,
        clipboardConfig: { hidePasteOptions: true },
      },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (!REFUSED.test(event.id)) return;
    event.cancel = true;
    refused(REFUSAL);
  });
  validateOnlyWhatStands(univer, api);
  return {
    api,
    close: () => {
      univer.dispose();
    },
  };
}

/**
 * Univer checks cells that are not on the screen when the browser is idle, and fails loudly where their workbook or sheet
 * has gone by then: another file was opened, or a sheet was written anew. There is nothing left to check.
 */
function validateOnlyWhatStands(univer: Univer, api: FUniver): void {
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== LifecycleStages.Rendered) return;
    const service = univer.__getInjector().get(SheetsDataValidationValidatorService);
    const validate = service.validatorRanges.bind(service);
    service.validatorRanges = (unit, sheet, ranges) =>
      api.getWorkbook(unit)?.getSheetBySheetId(sheet) ? validate(unit, sheet, ranges) : Promise.resolve([]);
  });
}
