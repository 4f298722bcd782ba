/**
 * What the pane does: reads, runs, explains and writes, one thing at a time. Every errand carries a token;
 * an answer whose token is no longer current is dropped. Thinking never touches the sheet.
 */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { basisOf } from '../workbook/basis';
import type { ReadsSheets, SheetsRead } from '../workbook/sheets-read';
import type { SumsAsked, SumsTried, TriesSums } from '../workbook/tries-sums';
import type { CellAddress, Report, Snapshot, Workbook } from '../workbook/workbook';
import type { Gallery } from './gallery';
import type { Calculator } from './calculator';
import { inputTables } from './changes';
import { useDraft } from './drafting';
import { BETWEEN_LOOKS, hearing } from './hints';
import { useOutside, type OutsideDoors } from './outside';
import { BASE } from './reading';
import { withoutSheets } from './sheets';
import { reduce } from './reduce';
import { START, type Action, type Errand, type PlaceName, type State } from './state';
import { errorsIn } from './speech';
import { emptied, unfinishedIn } from './unfinished';
import { whileWaiting } from './waiting';

/** What a pane stands on: a workbook, something that computes, and ways to begin. */
export interface Doors extends OutsideDoors {
  readonly workbook: Workbook & ReadsSheets & TriesSums;
  readonly calculator: Calculator;
  /** Makes one more calculator, for what goes on beside: long questions, and dials that are turned. */
  readonly another?: (() => Calculator) | undefined;
  /** Puts the sample model into the workbook. */
  readonly sample: () => Promise<void>;
  readonly gallery?: Gallery | undefined;
  /** Adds the input tables of the template to the workbook, where there is such a door. */
  readonly template?: (() => Promise<void>) | undefined;
  /** Calls back when the workbook may have changed (a hint, never relied upon); gives a way to stop. */
  readonly watch?: ((changed: () => void) => () => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

/** Everything a screen may ask for. */
export interface Does {
  readonly dispatch: (action: Action) => void;
  readonly run: () => void;
  readonly begin: (way: () => Promise<void>) => void;
  readonly cancel: () => void;
  readonly write: () => void;
  /** Writes sheets again that were written before in this pane. */
  readonly restore: (report: Report) => void;
  /** Empties sheets that a write left unfinished. */
  readonly tidy: () => void;
  /** Takes earlier results out of the workbook, and out of the pane. */
  readonly forget: () => void;
  readonly explain: (figure: string) => void;
  readonly show: (address: CellAddress) => void;
  readonly visit: (place: PlaceName) => void;
  readonly look: () => void;
  /** Every sheet with its formulas, for remarks on them; null where they cannot be read. */
  readonly readSheets: () => Promise<SheetsRead | null>;
  /** Tries the workbook's own formulas in a copy of its sheets; null where this door does not calculate one. */
  readonly trySums: (asked: SumsAsked) => Promise<SumsTried> | null;
}

const said = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The pane's state and deeds. */
export function useSession(doors: Doors): { readonly state: State; readonly does: Does } {
  const [state, dispatch] = useReducer(reduce, START);
  const latest = useRef(state);
  latest.current = state;
  const door = useRef(doors);
  door.current = doors;
  const deeds = useMemo(() => new Deeds(door, latest, dispatch), []);
  useEffect(() => {
    deeds.run();
    return () => {
      deeds.cancelQuietly();
    };
  }, [deeds]);
  useEffect(() => {
    if (state.place === 'share') deeds.recall();
  }, [deeds, state.place]);
  const { watch } = doors;
  useEffect(() => hearing(watch, deeds.mayLook, deeds.look), [deeds, watch]);
  useOutside(doors, state.model, deeds.run, dispatch);
  useDraft(state, door, dispatch);
  const visit = useCallback((place: PlaceName) => {
    dispatch({ type: 'visit', place });
  }, []);
  const does = useMemo<Does>(
    () => ({
      dispatch,
      visit,
      run: deeds.run,
      begin: deeds.begin,
      cancel: deeds.cancel,
      write: deeds.write,
      restore: deeds.restore,
      forget: deeds.forget,
      tidy: deeds.tidy,
      explain: deeds.explain,
      show: deeds.show,
      look: deeds.look,
      readSheets: deeds.readSheets,
      trySums: deeds.trySums,
    }),
    [deeds, visit],
  );
  return { state, does };
}

/** The errands, each one chain of awaits that stops where its token is no longer wanted. */
class Deeds {
  private token = 0;
  private looked = 0;
  private recalled = false;
  private turn: Promise<unknown> = Promise.resolve();
  private calledOff = new AbortController();

  constructor(
    private readonly doors: { readonly current: Doors },
    private readonly latest: { readonly current: State },
    private readonly dispatch: (action: Action) => void,
  ) {}

  readonly run = (): void => {
    void this.errand('read', (token) => this.readAndRun(token));
  };
  readonly begin = (way: () => Promise<void>): void => {
    void this.errand('begin', async (token) => {
      await this.asked(token, () => way());
      await this.readAndRun(token);
    });
  };
  readonly write = (): void => {
    void this.errand('write', (token) => this.writeSheets(token));
  };
  readonly restore = (report: Report): void => {
    void this.errand('write', async (token) => {
      const { signal } = this.calledOff;
      const written = await this.asked(token, (workbook) => workbook.write(report, { signal, keep: true }));
      this.dispatch({ type: 'written', token, written, report });
      await this.lookAgain(true);
    });
  };
  readonly tidy = (): void => {
    void this.errand('write', async (token) => {
      const { model } = this.latest.current;
      const language = model.kind === 'unread' ? '' : model.snapshot.language;
      const { signal } = this.calledOff;
      await this.asked(token, (workbook) => workbook.write(emptied(unfinishedIn(model), language), { signal }));
      this.dispatch({ type: 'tidied', token });
      await this.lookAgain(true);
    });
  };
  /** What the workbook keeps of earlier results, asked for once; where it cannot be read there are none. */
  readonly recall = (): void => {
    const { earlier } = this.doors.current.workbook;
    if (earlier === undefined || this.recalled) return;
    this.recalled = true;
    this.inTurn(() => earlier.list())
      .then((reports) => {
        this.dispatch({ type: 'earlier', reports });
      })
      .catch(() => undefined);
  };
  readonly forget = (): void => {
    this.inTurn(({ earlier }) => earlier?.forget() ?? Promise.resolve())
      .then(() => {
        this.dispatch({ type: 'forgotten' });
      })
      .catch((thrown: unknown) => {
        this.dispatch({ type: 'trouble', message: said(thrown) });
      });
  };
  readonly cancelQuietly = (): void => {
    this.token += 1;
    this.doors.current.calculator.cancel();
  };
  /** A write that has been called off ends by itself: either nothing was written, or it is told what was. */
  readonly cancel = (): void => {
    const { activity } = this.latest.current;
    if (activity.kind !== 'working') return;
    if (activity.errand === 'write') {
      this.calledOff.abort(new Error('Cancelled. Nothing was written.'));
      this.dispatch({ type: 'stopping' });
      return;
    }
    this.cancelQuietly();
    this.dispatch({ type: 'cancelled' });
  };
  readonly show = (address: CellAddress): void => {
    this.inTurn((workbook) => workbook.show(address)).catch((thrown: unknown) => {
      this.dispatch({ type: 'trouble', message: said(thrown) });
    });
  };
  readonly look = (): void => {
    void this.lookAgain();
  };
  readonly explain = (figure: string): void => {
    void this.explainFigure(figure);
  };

  readonly readSheets = (): Promise<SheetsRead | null> =>
    this.inTurn((workbook) => workbook.readSheets()).catch(() => null);

  readonly trySums = (asked: SumsAsked): Promise<SumsTried> | null => {
    const { trySums } = this.doors.current.workbook;
    return trySums ? this.inTurn(() => trySums(asked)) : null;
  };

  /** A workbook holds one conversation at a time: what is asked of it waits for what was asked before. */
  private inTurn<T>(ask: (workbook: Doors['workbook']) => Promise<T>): Promise<T> {
    const answer = this.turn.then(() => ask(this.doors.current.workbook));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  /** The same for an errand, which says what it waits for. */
  private asked<T>(token: number, ask: (workbook: Workbook) => Promise<T>): Promise<T> {
    return whileWaiting(
      this.inTurn(ask),
      () => this.doors.current.workbook.isEditing(),
      (waits) => {
        this.dispatch({ type: 'waits', token, waits });
      },
    );
  }

  /** One at a time: while one errand is under way, another is not begun. */
  private async errand(errand: Errand, work: (token: number) => Promise<void>): Promise<void> {
    if (this.latest.current.activity.kind === 'working') return;
    const token = ++this.token;
    this.dispatch({ type: 'started', errand, token });
    this.calledOff = new AbortController();
    const { signal } = this.calledOff;
    try {
      await work(token);
    } catch (thrown) {
      if (signal.aborted && thrown === signal.reason) this.dispatch({ type: 'cancelled' });
      else this.dispatch({ type: 'failed', token, message: said(thrown) });
      if (errand === 'write') await this.lookAgain(true);
    }
  }

  private async readAndRun(token: number): Promise<void> {
    const snapshot = await this.asked(token, (workbook) => workbook.read({ fresh: true }));
    if (token !== this.token) return;
    const tables = inputTables(snapshot).length;
    if (tables === 0) {
      this.dispatch({ type: 'found nothing', token, snapshot });
      return;
    }
    this.dispatch({ type: 'tables', token, tables });
    const answer = await this.doors.current.calculator.ask({ kind: 'assess', snapshot, options: {} });
    if (answer.kind === 'assessed') this.dispatch({ type: 'assessed', token, snapshot, assessment: answer.assessment });
    if (answer.kind === 'failed') this.dispatch({ type: 'failed', token, message: answer.message });
  }

  /** Sheets made from inputs that are no longer there are not written: the workbook compares before it writes. */
  private async writeSheets(token: number): Promise<void> {
    const { model, sheets } = this.latest.current;
    if (model.kind !== 'read' || sheets.kind === 'none') return;
    const { signal } = this.calledOff;
    const how = { replace: sheets.replace, signal, basis: basisOf(model.snapshot), keep: true };
    const report = withoutSheets(sheets.report, sheets.left);
    const written = await this.asked(token, (workbook) => workbook.write(report, how));
    this.dispatch({ type: 'written', token, written, report });
    await this.lookAgain(true);
  }

  readonly mayLook = (): boolean =>
    this.latest.current.activity.kind !== 'working' && performance.now() - this.looked >= BETWEEN_LOOKS;

  /** A quiet look whether inputs changed; a failure here is no news, since every run and write reads again. */
  private async lookAgain(now = false): Promise<void> {
    if (!now && (!this.mayLook() || this.latest.current.model.kind === 'unread')) return;
    this.looked = performance.now();
    const token = this.token;
    const snapshot: Snapshot | null = await this.inTurn((workbook) => workbook.read()).catch(() => null);
    if (snapshot !== null && token === this.token) this.dispatch({ type: 'reread', snapshot });
  }

  private async explainFigure(figure: string): Promise<void> {
    const { model, scenario } = this.latest.current;
    if (model.kind !== 'read' || errorsIn(model.assessment.findings).length > 0) return;
    this.dispatch({ type: 'explain', figure, scenario });
    const options = scenario === BASE ? {} : { scenario };
    const answer = await this.doors.current.calculator.ask({
      kind: 'explain',
      snapshot: model.snapshot,
      figure,
      options,
    });
    if (answer.kind === 'explained') this.dispatch({ type: 'explained', figure, explanation: answer.explanation });
    if (answer.kind === 'failed') this.dispatch({ type: 'unexplained', figure, message: answer.message });
  }
}
