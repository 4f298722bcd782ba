/** Saves what is turned as a scenario: a name, the rows it becomes, and where they go. */
import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExampleRow } from '../../../inputs/examples/example';
import { whereToAdd, type Where } from '../../adding';
import { useLooks } from '../../parts/looks';
import { PasteRows } from '../../parts/PasteRows';
import { numeralsIn, resultsOf, useSessionContext } from '../../parts/session-context';
import { rowsOf, SCENARIOS } from '../../stress/saving';
import { useStored } from '../../stress/store';
import { keyOf } from '../../stress/turning';
import { valueText } from '../../stress/values';

const useStyles = makeStyles({
  panel: {
    maxHeight: '60vh',
    overflowY: 'auto',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: 'flex', gap: '8px', marginTop: '10px', flexWrap: 'wrap' },
});

/** Names that a scenario may not have: the model as typed, and those that are taken. */
function fault(name: string, taken: readonly string[]): string | null {
  if (name.trim() === '') return null;
  const known = ['base', ...taken.map((one) => one.toLowerCase())];
  return known.includes(name.trim().toLowerCase()) ? 'This name is taken.' : null;
}

export function SaveScenario({ onDone }: { readonly onDone: () => void }): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const { state, stress } = useSessionContext();
  useStored(stress.dials);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const results = resultsOf(state);
  if (results === null || state.model.kind !== 'read') return null;
  const wrong = fault(
    name,
    results.scenarios.map((one) => one.scenario),
  );
  const rows = rowsOf(name.trim(), note.trim(), stress.dials.turned());
  const where = whereToAdd(state.model.snapshot, SCENARIOS);
  return (
    <section className={styles.panel} aria-label="Save scenario">
      <Field label="Name of the scenario" size="small" {...(wrong === null ? {} : { validationMessage: wrong })}>
        <Input
          size="small"
          value={name}
          autoFocus
          onChange={(_, data) => {
            setName(data.value);
          }}
        />
      </Field>
      <Field label="Note" size="small">
        <Input
          size="small"
          value={note}
          onChange={(_, data) => {
            setNote(data.value);
          }}
        />
      </Field>
      <Turned />
      <p className={looks.note}>
        {where.kind === 'ours'
          ? 'A sheet of its own, Scenarios, takes these rows. Your sheets are not touched.'
          : 'BIM_Scenarios is your own table, so its rows are copied for you to paste under it.'}
      </p>
      <Deeds where={where} rows={rows} disabled={name.trim() === '' || wrong !== null} onDone={onDone} />
    </section>
  );
}

/** What is turned, in words. */
function Turned(): React.JSX.Element {
  const looks = useLooks();
  const { state, stress } = useSessionContext();
  const { dials, turned } = useStored(stress.dials);
  const numerals = numeralsIn(state);
  return (
    <table className={looks.table} style={{ marginTop: 8 }}>
      <caption className={looks.hidden}>Rows of the scenario</caption>
      <tbody>
        {dials
          .filter((dial) => turned.has(keyOf(dial)))
          .map((dial) => (
            <tr key={keyOf(dial)} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {dial.words}
              </th>
              <td className={looks.cell}>{valueText(turned.get(keyOf(dial)) ?? dial.now, dial.unit, numerals)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface DeedsProps {
  readonly where: Where;
  readonly rows: readonly ExampleRow[];
  readonly disabled: boolean;
  readonly onDone: () => void;
}

function Deeds({ where, rows, disabled, onDone }: DeedsProps): React.JSX.Element {
  const styles = useStyles();
  const { state, does, doors } = useSessionContext();
  const write = (before: readonly ExampleRow[], key: string | null): void => {
    const title = resultsOf(state)?.title ?? '';
    does.begin(async () => {
      const { scenarioReport } = await import('../../../inputs/scenario-sheet');
      await doors.workbook.write(scenarioReport(title, [...before, ...rows]), key === null ? {} : { replace: [key] });
    });
    onDone();
  };
  return (
    <div className={styles.buttons}>
      {where.kind === 'ours' ? (
        <Button
          size="small"
          disabled={disabled}
          onClick={() => {
            write(where.before, where.key);
          }}
        >
          Write the scenario
        </Button>
      ) : (
        <PasteRows rows={rows} where={where} disabled={disabled} />
      )}
      <Button size="small" appearance="subtle" onClick={onDone}>
        Close
      </Button>
    </div>
  );
}
