/** The functions as Excel calls them. Each call streams: Excel keeps it open, and takes a new result at every run. */
import type { Calculator } from '../taskpane/calculator';
import { BASE } from '../taskpane/reading';
import type { Board, Question } from './board';
import type { FunctionHelp } from './catalogue';
import { impact, patients, scenarioOf, type Argument, type Given } from './figures';
import { functionsRuntime, type FunctionError, type FunctionsRuntime, type Invocation } from './runtime';

/** Where cells hang, and what computes figures by address. */
export interface Desk {
  readonly board: Board;
  readonly calculator: Calculator;
}

/** Tells Excel which function is which; nothing where this Excel has no custom functions. */
export function associate(desk: Desk): void {
  const runtime = functionsRuntime();
  if (runtime === null) return;
  const name = (id: FunctionHelp['id'], question: (values: readonly Argument[]) => Question): void => {
    runtime.associate(id, called(runtime, desk, question));
  };
  name(
    'IMPACT',
    ([year, scenario, category]) =>
      ({ results }) =>
        impact(results, year, scenario, category),
  );
  name(
    'PATIENTS',
    (values) =>
      ({ results }) =>
        patients(results, values),
  );
  name('FIGURE', ([address, scenario]) => byAddress(desk, address, scenario));
}

/** Excel hands the arguments over, and the call itself after them. */
const called =
  (runtime: FunctionsRuntime, { board }: Desk, question: (values: readonly Argument[]) => Question) =>
  (...values: (Argument | Invocation)[]): void => {
    const invocation = values.pop() as Invocation; // Excel's own promise: the last one is the call
    const show = (given: Given): void => {
      invocation.setResult('value' in given ? given.value : errorOf(runtime, given));
    };
    invocation.onCanceled = board.hang({ question: question(values as readonly Argument[]), show });
  };

/** #N/A where there is no figure for now, #VALUE! where none was ever meant; with the reason in either. */
function errorOf(
  { Error: Fault, ErrorCode }: FunctionsRuntime,
  given: Exclude<Given, { readonly value: number }>,
): FunctionError {
  return 'missing' in given
    ? new Fault(ErrorCode.notAvailable, given.missing)
    : new Fault(ErrorCode.invalidValue, given.wrong);
}

/** `=REALISE.FIGURE(address; scenario)`: computed where explanations are, from the cells of the run. */
function byAddress({ calculator }: Desk, address: Argument, scenario: Argument): Question {
  return async ({ results, snapshot }) => {
    const name = scenarioOf(results, scenario);
    if (name === null) return { wrong: `There is no scenario ${String(scenario)}.` };
    const options = name === BASE ? {} : { scenario: name };
    const answer = await calculator.ask({ kind: 'explain', snapshot, figure: String(address), options });
    if (answer.kind === 'explained') return { value: Number(answer.explanation.value) };
    return { wrong: answer.kind === 'failed' ? answer.message : 'There is no such figure.' };
  };
}
