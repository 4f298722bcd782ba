/** What does it cost? One page: scenario and world, the answer as a sentence, years, money, people, scenarios. */
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo } from 'react';
import type { Results } from '../../engine/results';
import { Figure } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { numeralsIn, useSessionContext } from '../parts/session-context';
import { BASE, figuresOf, scenarioNames, yearRows, type WorldView } from '../reading';
import { leadOf, type Piece } from '../sentences';
import { Money } from './Money';
import { MoreFigures } from './MoreFigures';
import { Patients } from './Patients';
import { Scenarios } from './Scenarios';
import { WorldSwitch } from './WorldSwitch';
import { YearTable } from './YearTable';

const PatientFlow = lazy(async () => ({ default: (await import('./PatientFlow')).PatientFlow }));

const useStyles = makeStyles({
  controls: {
    display: 'flex',
    gap: '8px',
    marginBottom: '14px',
    '@container (max-height: 480px)': { marginBottom: '8px' },
  },
  picker: {
    flexGrow: 1,
    minWidth: 0,
    '& select': {
      minWidth: 0,
      width: '100%',
      textOverflow: 'ellipsis',
      fontSize: '13px',
      paddingLeft: '8px',
      paddingRight: '26px',
    },
    borderRadius: tokens.borderRadiusMedium,
  },
});

export function Result({ results }: { readonly results: Results }): React.JSX.Element {
  const { state, appearance } = useSessionContext();
  const { scenario, world } = state;
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const figures = useMemo(() => figuresOf(results, scenario), [results, scenario]);
  const rows = useMemo(() => yearRows(results, figures, world), [results, figures, world]);
  return (
    <>
      <Controls results={results} scenario={scenario} world={world} />
      <Lead pieces={leadOf(results, figures, world, numerals)} />
      <YearTable results={results} rows={rows} view={world} numerals={numerals} />
      <Money results={results} figures={figures} view={world} numerals={numerals} appearance={appearance} />
      <Patients results={results} figures={figures} view={world} numerals={numerals} appearance={appearance} />
      {scenario === BASE && (
        <Suspense>
          <PatientFlow results={results} view={world} numerals={numerals} />
        </Suspense>
      )}
      <Scenarios results={results} chosen={scenario} numerals={numerals} />
      <MoreFigures results={results} figures={figures} numerals={numerals} />
    </>
  );
}

/** The sentence that answers; key words strong, figures dotted. */
export function Lead({ pieces }: { readonly pieces: readonly Piece[] }): React.JSX.Element {
  const looks = useLooks();
  return (
    <h1 className={looks.lead} data-testid="lead">
      {pieces.map((piece, index) => (
        <Figure key={`${String(index)}${piece.text}`} figure={piece.figure} text={piece.text} strong={piece.strong} />
      ))}
    </h1>
  );
}

function Controls({
  results,
  scenario,
  world,
}: {
  readonly results: Results;
  readonly scenario: string;
  readonly world: WorldView;
}): React.JSX.Element {
  const styles = useStyles();
  const { does } = useSessionContext();
  return (
    <div className={styles.controls}>
      <Select
        className={styles.picker}
        aria-label="Scenario"
        value={scenario}
        onChange={(_, data) => {
          does.dispatch({ type: 'scenario', scenario: data.value });
        }}
      >
        {scenarioNames(results).map((name) => (
          <option key={name} value={name}>
            {name === BASE ? 'Base case' : name}
          </option>
        ))}
      </Select>
      <WorldSwitch world={world} />
    </div>
  );
}
