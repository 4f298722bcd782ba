/** Services of Office that are no part of the workbook: ribbon commands that are ready, results of custom functions, windows. */
import { thing, type Thing } from '../thing';
import { text } from '../wire';

/** The file of a new workbook; a blank one where none is given (documented). */
export const fileOf = (file: unknown): string => (file === undefined || file === null ? '' : text(file));

/** A result of a custom function, as office.js hands it in. */
export interface FunctionResult {
  readonly id: number;
  readonly value?: unknown;
  readonly failed?: boolean;
  readonly error?: { readonly code?: string; readonly message?: string };
  readonly [other: string]: unknown;
}

/**
 * The services, by the names of their types; `results` is told of every result of a custom function, `opened` of every file
 * that is opened in a window of its own (on the web a request to Excel itself, not to the workbook: seen in office.js).
 */
export function services(
  results: (all: readonly FunctionResult[]) => void,
  opened: (file: string) => void,
): ReadonlyMap<string, Thing> {
  const nothing = (): null => null;
  return new Map([
    [
      'WacPartition',
      thing('WacWorkbook', {
        isService: true,
        methods: {
          CreateAndOpenWorkbook: (file) => {
            opened(fileOf(file));
          },
        },
      }),
    ],
    [
      'Microsoft.InternalService.AddinInternalService',
      thing('AddinInternalService', { isService: true, methods: { NotifyActionHandlerReady: nothing } }),
    ],
    [
      'Microsoft.ExcelServices.CustomFunctions',
      thing('CustomFunctions', {
        isService: true,
        methods: {
          _SetOsfControlContainerReadyForCustomFunctions: nothing,
          SetInvocationResults: (all) => {
            results(all as readonly FunctionResult[]);
          },
          SetInvocationResult: (id, value) => {
            results([{ id: Number(id), value }]);
          },
          SetInvocationError: (id, code, message) => {
            results([{ id: Number(id), failed: true, error: { code: String(code), message: String(message) } }]);
          },
        },
      }),
    ],
  ]);
}
