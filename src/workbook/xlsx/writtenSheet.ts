/** One sheet of a report as a worksheet part: everything in the order that the schema asks for. */
import { COLOURS } from '../looks';
import type { SheetSpec, ValidationSpec } from '../workbook';
import { a1, areaText } from './references';
import type { Styles } from './styles';
import { element, xmlText } from './xml';
import type { XmlElement } from './xml';
import { rowsXml } from './writtenCells';

/** Identifiers of the parts that hang on a sheet. */
export interface Attached {
  readonly drawing: string | null;
  readonly notes: string | null;
  readonly tables: readonly string[];
}

const TABS: Readonly<Record<SheetSpec['purpose'], string>> = {
  guide: COLOURS.navy,
  input: COLOURS.amberTab,
  result: COLOURS.blue,
  calculation: COLOURS.greyTab,
};
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The whole part. `formula` puts sheet names right in formulas, links and rules. */
export function sheetXml(
  spec: SheetSpec,
  styles: Styles,
  attached: Attached,
  formula: (text: string) => string,
  selected: boolean,
): string {
  const parts: (XmlElement | string)[] = [
    properties(spec),
    view(spec, selected),
    element('sheetFormatPr', { defaultRowHeight: 15, outlineLevelRow: spec.outline?.length ? 1 : undefined }),
    ...columns(spec, styles.digitWidth()),
    rowsXml(spec, styles, formula),
    ...merges(spec),
    ...conditions(spec, styles, formula),
    ...validations(spec, formula),
    ...links(spec, formula),
    ...page(spec),
    ...(attached.drawing === null ? [] : [element('drawing', { 'r:id': attached.drawing })]),
    ...(attached.notes === null ? [] : [element('legacyDrawing', { 'r:id': attached.notes })]),
    ...(attached.tables.length === 0
      ? []
      : [
          element(
            'tableParts',
            { count: attached.tables.length },
            ...attached.tables.map((id) => element('tablePart', { 'r:id': id })),
          ),
        ]),
  ];
  const body = parts.map((part) => (typeof part === 'string' ? part : xmlText(part))).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${body}</worksheet>`;
}

function properties(spec: SheetSpec): XmlElement {
  return element(
    'sheetPr',
    {},
    element('tabColor', { rgb: `FF${TABS[spec.purpose]}` }),
    ...(spec.outline?.length ? [element('outlinePr', { summaryBelow: 0 })] : []),
    ...(isOnePageWide(spec.print) ? [element('pageSetUpPr', { fitToPage: 1 })] : []),
  );
}

function view(spec: SheetSpec, selected: boolean): XmlElement {
  const attributes = { showGridLines: 0, tabSelected: selected ? 1 : undefined, workbookViewId: 0 };
  return element('sheetViews', {}, element('sheetView', attributes, ...(spec.freeze ? frozen(spec.freeze) : [])));
}

function frozen([row, column]: readonly [number, number]): XmlElement[] {
  if (row <= 1 && column <= 1) return [];
  const pane = row > 1 && column > 1 ? 'bottomRight' : row > 1 ? 'bottomLeft' : 'topRight';
  return [
    element('pane', {
      xSplit: column > 1 ? column - 1 : undefined,
      ySplit: row > 1 ? row - 1 : undefined,
      topLeftCell: a1(row, column),
      activePane: pane,
      state: 'frozen',
    }),
    element('selection', { pane, activeCell: a1(row, column), sqref: a1(row, column) }),
  ];
}

/** Widths come in characters of 7 pixels; the workbook's own characters may be wider. */
function columns(spec: SheetSpec, digit: number): XmlElement[] {
  if (spec.widths.length === 0) return [];
  return [
    element(
      'cols',
      {},
      ...spec.widths.map((width, index) =>
        element('col', {
          min: index + 1,
          max: index + 1,
          width: Math.round((width * 7 * 256) / digit) / 256,
          customWidth: 1,
        }),
      ),
    ),
  ];
}

function merges(spec: SheetSpec): XmlElement[] {
  const merged = spec.cells.filter((cell) => (cell.span ?? 1) > 1);
  if (merged.length === 0) return [];
  return [
    element(
      'mergeCells',
      { count: merged.length },
      ...merged.map((cell) =>
        element('mergeCell', {
          ref: areaText([cell.row, cell.column], [cell.row, cell.column + (cell.span ?? 1) - 1]),
        }),
      ),
    ),
  ];
}

function conditions(spec: SheetSpec, styles: Styles, formula: (text: string) => string): XmlElement[] {
  return spec.conditions.map((condition, index) =>
    element(
      'conditionalFormatting',
      { sqref: areaText(condition.from, condition.to) },
      element(
        'cfRule',
        { type: 'expression', dxfId: styles.condition(condition.style), priority: index + 1 },
        element('formula', {}, formula(condition.formula).replace(/^=/, '')),
      ),
    ),
  );
}

/** Excel repairs files whose messages are longer than these. */
const LONGEST = { title: 32, message: 225, prompt: 255, list: 255 } as const;

function validations(spec: SheetSpec, formula: (text: string) => string): XmlElement[] {
  if (spec.validations.length === 0) return [];
  return [
    element(
      'dataValidations',
      { count: spec.validations.length },
      ...spec.validations.map((validation) => {
        const { type, operator, formulas } = ruleOf(validation, formula);
        return element(
          'dataValidation',
          {
            type,
            operator,
            errorStyle: validation.severity,
            allowBlank: 1,
            showInputMessage: validation.prompt === undefined ? undefined : 1,
            showErrorMessage: 1,
            errorTitle: validation.title.slice(0, LONGEST.title),
            error: validation.message.slice(0, LONGEST.message),
            promptTitle: validation.prompt === undefined ? undefined : validation.title.slice(0, LONGEST.title),
            prompt: validation.prompt?.slice(0, LONGEST.prompt),
            sqref: areaText(validation.from, validation.to),
          },
          ...formulas.map((text, index) => element(`formula${String(index + 1)}`, {}, text)),
        );
      }),
    ),
  ];
}

interface Rule {
  readonly type: string;
  readonly operator?: string | undefined;
  readonly formulas: readonly string[];
}

function ruleOf({ rule }: ValidationSpec, formula: (text: string) => string): Rule {
  if (rule.kind === 'range') return { type: 'list', formulas: [formula(rule.refersTo).replace(/^=/, '')] };
  if (rule.kind === 'list') {
    const list = rule.items.join(',');
    if (list.length > LONGEST.list || rule.items.some((item) => item.includes(',')))
      throw new Error(`the list "${list}" must stand in a range: it is too long or holds a comma`);
    return { type: 'list', formulas: [`"${list.replaceAll('"', '""')}"`] };
  }
  const { minimum, maximum } = rule;
  if (minimum !== null && maximum !== null) return { type: rule.kind, formulas: [minimum, maximum] };
  if (minimum !== null) return { type: rule.kind, operator: 'greaterThanOrEqual', formulas: [minimum] };
  return { type: rule.kind, operator: 'lessThanOrEqual', formulas: [maximum ?? '9E+307'] };
}

function links(spec: SheetSpec, formula: (text: string) => string): XmlElement[] {
  const linked = spec.cells.flatMap((cell) =>
    typeof cell.value === 'object' && 'link' in cell.value
      ? [
          element('hyperlink', {
            ref: a1(cell.row, cell.column),
            location: formula(cell.value.link.replace(/^[#=]/, '')),
            tooltip: `Go to ${cell.value.link.replace(/^[#=]/, '')}`.slice(0, 255),
            display: cell.value.text,
          }),
        ]
      : [],
  );
  return linked.length === 0 ? [] : [element('hyperlinks', {}, ...linked)];
}

/**
 * Whether all columns go on one page across. In a file they are made to fit, since whoever opens it may lack the font that
 * columns are measured in; where columns are repeated on further pages, the scale is as it is said.
 */
const isOnePageWide = ({ fit, titleColumns }: SheetSpec['print']): boolean =>
  fit === 'one page' || titleColumns === undefined;

/** A4, the margins of the house, a footer of three parts, and so many pages or a scale, with breaks. */
function page({ print }: SheetSpec): XmlElement[] {
  const fit = print.fit;
  const [left, centre, right] = print.footer.map(
    (text) => `&"Arial,Regular"&8&K${COLOURS.muted}${text.replace(/&(?![PNDTAFZ&])/g, '&&')}`,
  );
  const breaks = fit === 'one page' ? [] : fit.breaks;
  return [
    element('pageMargins', { left: 0.55, right: 0.55, top: 0.55, bottom: 0.65, header: 0.3, footer: 0.3 }),
    element('pageSetup', {
      paperSize: 9,
      scale: fit === 'one page' ? undefined : fit.scale,
      fitToWidth: isOnePageWide(print) ? 1 : undefined,
      fitToHeight: isOnePageWide(print) ? (fit === 'one page' ? 1 : 0) : undefined,
      orientation: print.orientation,
    }),
    element('headerFooter', {}, element('oddFooter', {}, `&L${left ?? ''}&C${centre ?? ''}&R${right ?? ''}`)),
    ...(breaks.length === 0
      ? []
      : [
          element(
            'rowBreaks',
            { count: breaks.length, manualBreakCount: breaks.length },
            ...breaks.map((row) => element('brk', { id: row - 1, max: 16383, man: 1 })),
          ),
        ]),
  ];
}
