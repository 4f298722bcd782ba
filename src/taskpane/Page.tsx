/** Which page stands between the places and the foot, with what is to be said above it. Rarer pages are loaded when they are visited. */
import { lazy, Suspense } from 'react';
import type { Results } from '../engine/results';
import { useLooks } from './parts/looks';
import { Message } from './parts/Message';
import { Parts } from './Parts';
import { resultsOf, useSessionContext } from './parts/session-context';
import { Errors } from './places/Findings';
import { Explain } from './places/Explain';
import { Checks } from './places/Checks';
import { Changed, Found } from './places/Found';
import { Result } from './places/Result';
import { Share } from './places/Share';
import { Unfinished } from './places/Unfinished';
import { partOf } from './places/places';
import { Empty, NoDeals, Skeleton } from './places/States';
import type { State } from './state';

interface Shown {
  readonly results: Results;
}

/** A page that is loaded when it is visited; where it cannot be, the rest of the pane stays. */
const late = (
  load: () => Promise<(shown: Shown) => React.JSX.Element>,
): React.LazyExoticComponent<(shown: Shown) => React.JSX.Element> =>
  lazy(() =>
    load().then(
      (page) => ({ default: page }),
      () => ({ default: NotLoaded }),
    ),
  );
const Realise = late(async () => (await import('./places/realise/Realise')).Realise);
const Deals = late(async () => (await import('./places/deals/Deals')).Deals);
const Dials = late(async () => (await import('./places/stress/Dials')).Dials);
const Drivers = late(async () => (await import('./places/stress/Drivers')).Drivers);
const PayerCopy = late(async () => (await import('./places/copy/PayerCopy')).PayerCopy);
const Chance = late(async () => (await import('./places/stress/Chance')).Chance);

function NotLoaded(): React.JSX.Element {
  return (
    <Message tone="wrong" title="This page could not be loaded">
      The rest of the pane works. Reload the pane to try again.
    </Message>
  );
}

export function Page(): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  return (
    <div
      className={looks.page}
      role={state.overlay === null ? 'tabpanel' : undefined}
      aria-labelledby={state.overlay === null ? `place-${state.place}` : undefined}
    >
      {state.overlay === null && <Parts />}
      <Said />
      <Unfinished />
      <Suspense fallback={<Skeleton />}>
        <Body state={state} />
      </Suspense>
    </div>
  );
}

/** A message above the page, where there is one; what is beneath stays. */
function Said(): React.JSX.Element | null {
  const { state, host } = useSessionContext();
  const { activity, trouble } = state;
  if (activity.kind === 'working' && activity.waits === 'editing')
    return (
      <Message tone="waiting" title="A cell is being edited">
        Press Enter or Esc in the sheet and this goes on by itself. Nothing is half written.
      </Message>
    );
  if (activity.kind === 'working' && activity.waits === 'silent')
    return (
      <Message tone="waiting" title={`${host} has not answered yet`}>
        Your sheets are as they were. What is on this page stays.
      </Message>
    );
  if (trouble === null || (trouble.errand === 'write' && state.place === 'share' && state.sheets.kind === 'failed'))
    return null;
  const titles = {
    read: `${host} could not do that`,
    run: 'The run did not finish',
    write: 'The sheets are not written',
    begin: 'The tables could not be put in',
  } as const;
  return (
    <Message tone="wrong" title={titles[trouble.errand]}>
      {trouble.message}
    </Message>
  );
}

function Body({ state }: { readonly state: State }): React.JSX.Element | null {
  const { model, overlay, place, sheets, trouble } = state;
  if (model.kind === 'unread') return trouble === null ? <Skeleton /> : null;
  if (model.kind === 'none') return <Empty />;
  const results = resultsOf(state);
  if (results !== null && overlay !== null) return <Explain overlay={overlay} results={results} />;
  if (place === 'model')
    return partOf(state) === 'checks' && results !== null ? (
      <Checks key={model.assessment.results?.inputs ?? ''} model={model} />
    ) : (
      <Found model={model} />
    );
  if (results === null) return <Errors findings={model.assessment.findings} />;
  if (place === 'share')
    return (
      <>
        <Changed changes={model.changes} />
        {partOf(state) === 'copy' ? (
          <PayerCopy results={results} />
        ) : (
          <Share sheets={sheets} snapshot={model.snapshot} />
        )}
      </>
    );
  if (place === 'realise') return <Realise results={results} />;
  if (place === 'stress') return <Stress part={partOf(state)} results={results} />;
  return <Result results={results} />;
}

function Stress({ part, results }: Shown & { readonly part: string }): React.JSX.Element {
  const looks = useLooks();
  // These two begin with figures that move; who hears the page is told first what it is.
  if (part === 'dials')
    return (
      <>
        <h1 className={looks.hidden}>Dials: what if</h1>
        <Dials results={results} />
      </>
    );
  if (part === 'drivers')
    return (
      <>
        <h1 className={looks.hidden}>Drivers: what moves the figure</h1>
        <Drivers results={results} />
      </>
    );
  if (part === 'chance') return <Chance results={results} />;
  return (results.agreements ?? []).length === 0 ? <NoDeals /> : <Deals results={results} />;
}
