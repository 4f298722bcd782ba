/**
 * The pane: places above, a page, and the foot. It stands on a workbook port and a calculator, so that the
 * same pane works in Excel and beside the grid in the browser.
 */
import { Button, FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { THEMES, useAppearance } from './appearance';
import { Foot } from './Foot';
import { SessionContext, useSessionContext, type Session } from './parts/session-context';
import { FirstRun } from './places/FirstRun';
import { HowItWorks } from './places/States';
import { Page } from './Page';
import { Places } from './Places';
import { Comparing } from './comparing';
import { useCopying } from './copying';
import { useOfModel } from './of-model';
import { useSession, type Doors } from './session';
import { DRAWS, isDrawing } from './stress/draws';
import { useStress } from './stress/use-stress';

/** What a pane is given. `theme` is the application's own, where known; the system's otherwise. */
export interface PaneProps extends Doors {
  readonly theme?: 'light' | 'dark' | undefined;
  readonly host?: string;
}

const useStyles = makeStyles({
  provider: { height: '100%' },
  pane: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gridTemplateColumns: 'minmax(0, 1fr)',
    height: '100%',
    containerType: 'size',
    position: 'relative',
    overflow: 'hidden',
    fontSize: '13px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  page: { overflowY: 'auto', overflowX: 'hidden', position: 'relative', minHeight: 0 },
});

export function Pane({ theme, host = 'Excel', ...doors }: PaneProps): React.JSX.Element {
  const styles = useStyles();
  const { state, does } = useSession(doors);
  const stress = useStress(state, does, doors.another);
  const copying = useCopying(state, does, doors.another, doors.now);
  const comparing = useOfModel(state, (snapshot) => new Comparing(snapshot, doors.another));
  const appearance = useAppearance(theme);
  const session = useMemo<Session>(
    () => ({ state, does, doors, stress, copying, comparing, appearance, host }),
    [state, does, doors, stress, copying, comparing, appearance, host],
  );
  return (
    <FluentProvider theme={THEMES[appearance]} className={styles.provider}>
      <SessionContext.Provider value={session}>
        <Frame />
      </SessionContext.Provider>
    </FluentProvider>
  );
}

function Frame(): React.JSX.Element {
  const styles = useStyles();
  const { state, does, stress, copying } = useSessionContext();
  const page = useRef<HTMLElement>(null);
  const back = useBack(page);
  useScroll(page);
  const keys = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (state.activity.kind === 'working') does.cancel();
    else if (isDrawing(stress.jobs.now())) stress.jobs.cancel(DRAWS);
    else if (state.place === 'share' && copying.now().doing.kind === 'searching') copying.cancel();
    else if (state.overlay !== null) back();
  };
  if (state.model.kind === 'none' && !state.welcomed && state.activity.kind === 'idle' && state.trouble === null)
    return <Welcome />;
  return (
    <div className={styles.pane} onKeyDown={keys} onFocus={does.look} onPointerEnter={does.look}>
      <Places onBack={back} />
      <main ref={page} id="place" className={styles.page}>
        <Page />
      </main>
      <Foot />
    </div>
  );
}

/** Leaves an explanation and returns the focus to the figure that opened it. */
function useBack(page: React.RefObject<HTMLElement>): () => void {
  const { state, does } = useSessionContext();
  const figure = state.overlay?.figure;
  return useCallback(() => {
    does.dispatch({ type: 'back' });
    requestAnimationFrame(() => {
      const all = page.current?.querySelectorAll<HTMLElement>('[data-figure]') ?? [];
      [...all].find((one) => one.dataset['figure'] === figure)?.focus();
    });
  }, [does, figure, page]);
}

/** Each place remembers how far it was scrolled. */
function useScroll(page: React.RefObject<HTMLElement>): void {
  const { state } = useSessionContext();
  const kept = useRef(new Map<string, number>());
  const here = state.overlay === null ? state.place : `explain ${state.overlay.figure}`;
  useEffect(() => {
    const element = page.current;
    const places = kept.current;
    if (element === null) return undefined;
    element.scrollTop = places.get(here) ?? 0;
    const keep = (): void => {
      places.set(here, element.scrollTop);
    };
    element.addEventListener('scroll', keep, { passive: true });
    return () => {
      element.removeEventListener('scroll', keep);
    };
  }, [here, page]);
}

const useWelcome = makeStyles({
  how: { color: tokens.colorBrandForegroundLink, fontWeight: 400 },
  foot: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    minHeight: '48px',
    padding: '0 8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The first run has no places yet: its foot explains and skips. */
function Welcome(): React.JSX.Element {
  const styles = useStyles();
  const welcome = useWelcome();
  const { does } = useSessionContext();
  const [how, setHow] = useState(false);
  return (
    <div className={styles.pane} style={{ gridTemplateRows: 'minmax(0, 1fr) auto' }}>
      <main className={styles.page}>{how ? <HowItWorks /> : <FirstRun />}</main>
      <footer className={welcome.foot}>
        <Button
          appearance="transparent"
          className={welcome.how}
          onClick={() => {
            setHow(!how);
          }}
        >
          {how ? 'Back' : 'How it works'}
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            does.dispatch({ type: 'skip' });
          }}
        >
          Skip
        </Button>
      </footer>
    </div>
  );
}
