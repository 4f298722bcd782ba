/** The words of the ProcessQuery protocol, as office.js speaks it. */

export interface Arguments {
  readonly Arguments?: readonly unknown[];
  /** Parallel to the arguments: the object path that stands in an argument's place, 0 where none does. */
  readonly ReferencedObjectPathIds?: readonly (number | null | readonly unknown[])[];
}

/** 1 global · 2 new object · 3 method · 4 property · 5 indexer · 6 reference id · 7 null object. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

/** 1 instantiate · 2 query · 3 method · 4 set property · 5 trace · 6 recursive query · 7 query as JSON · 8 ensure unchanged · 9 update. */
export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}

export interface Request {
  /** Excel on the web answers some requests itself, outside the workbook: named beside the body. */
  readonly partition?: string;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location?: string;
  readonly ActionIndex?: number;
}

export interface Response {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: WireError;
}

/** What Excel refuses. The messages are Excel's own where its documentation gives them. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** "Chart.SetPosition", where it is not that of the action itself. */
    readonly location: string | null = null,
  ) {
    super(message);
  }
}

export const refuse = {
  argument: () => new Refusal('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.'),
  missing: () => new Refusal('ItemNotFound', "The requested resource doesn't exist."),
  exists: () => new Refusal('ItemAlreadyExists', 'The resource being created already exists.'),
  denied: () => new Refusal('AccessDenied', 'You cannot perform the requested operation.'),
  unknown: () =>
    new Refusal(
      'ApiNotFound',
      'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
    ),
  /** Excel has it, this host has not: never a silent success. */
  notEmulated: (what: string) => new Refusal('NotImplemented', `test/excel-host does not emulate ${what}`),
};

/** Arguments as the host takes them, each checked. */
export const text = (value: unknown): string => {
  if (typeof value !== 'string') throw refuse.argument();
  return value;
};
export const whole = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw refuse.argument();
  return value;
};
