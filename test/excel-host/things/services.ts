/** Services of Office that are no part of the workbook: ribbon commands that are ready, and results of custom functions. */
import { thing, type Thing } from '../thing';

/** A result of a custom function, as office.js hands it in. */
export interface FunctionResult {
  readonly id: number;
  readonly value?: unknown;
  readonly failed?: boolean;
  readonly error?: { readonly code?: string; readonly message?: string };
  readonly [other: string]: unknown;
}

/** The services, by the names of their types; `results` is told of every result of a custom function. */
export function services(results: (all: readonly FunctionResult[]) => void): ReadonlyMap<string, Thing> {
  const nothing = (): null => null;
  return new Map([
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
