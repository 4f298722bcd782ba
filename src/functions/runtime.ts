/** The part of Excel's runtime of custom functions that is used; its types are in no package of ours. */

/** An error with the words that Excel shows beside it. */
export type FunctionError = object;

/** One call of a function that streams: Excel keeps it open until the cell is cleared. */
export interface Invocation {
  onCanceled?: () => void;
  setResult: (result: number | FunctionError) => void;
}

export interface FunctionsRuntime {
  readonly associate: (id: string, called: (...values: never[]) => void) => void;
  readonly Error: new (code: string, message: string) => FunctionError;
  readonly ErrorCode: { readonly notAvailable: string; readonly invalidValue: string };
}

/** What this Excel has of it; null where it has no custom functions. */
export const functionsRuntime = (): FunctionsRuntime | null =>
  (globalThis as { readonly CustomFunctions?: FunctionsRuntime }).CustomFunctions ?? null;
