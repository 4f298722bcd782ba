/** Ranges of the user's own in the place of tables: which there are, and how one is added or let go. */
import { Button, Checkbox, makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { bindingsIn, isBroken, type Binding } from '../../workbook/bindings';
import type { CellAddress, Snapshot } from '../../workbook/workbook';
import { columnLetters, plainName } from '../changes';
import { CellLink } from '../parts/Links';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { useSessionContext } from '../parts/session-context';
import type { Binder } from '../outside';
import { BINDABLE } from './bindable';

const useStyles = makeStyles({
  choose: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '8px' },
  select: { minWidth: '0', flexGrow: 1 },
  bound: { marginTop: '6px' },
  /** The box stands under the list above it, where Fluent would set it in. */
  turned: { marginLeft: '-8px' },
});

export function Bindings({ snapshot }: { readonly snapshot: Snapshot }): React.JSX.Element | null {
  const looks = useLooks();
  const styles = useStyles();
  const { doors } = useSessionContext();
  const { binder } = doors;
  const bound = bindingsIn(snapshot.names);
  if (binder === undefined && bound.length === 0) return null;
  return (
    <section className={looks.block} aria-label="Your own ranges">
      <Heading>Your own ranges</Heading>
      <p className={looks.note} style={{ marginTop: 0 }}>
        A range of yours can stand in the place of a table: headers in its first row, or in its first column where it
        lies on its side.
      </p>
      {bound.length > 0 && (
        <table className={mergeClasses(looks.table, styles.bound)}>
          <caption className={looks.hidden}>Ranges that are bound</caption>
          <tbody>
            {bound.map((binding) => (
              <Bound key={binding.name} binding={binding} snapshot={snapshot} binder={binder} />
            ))}
          </tbody>
        </table>
      )}
      {binder !== undefined && <Choose binder={binder} />}
    </section>
  );
}

/** The first cell of the range, to go there; null where it is gone. */
function placeOf(binding: Binding, { tables }: Snapshot): CellAddress | null {
  const table = tables.find((one) => one.bound !== undefined && one.name === binding.table);
  return table === undefined ? null : { sheet: table.sheet, cell: columnLetters(table.column) + String(table.row) };
}

function Bound({
  binding,
  snapshot,
  binder,
}: {
  readonly binding: Binding;
  readonly snapshot: Snapshot;
  readonly binder: Binder | undefined;
}): React.JSX.Element {
  const looks = useLooks();
  const { does } = useSessionContext();
  const at = placeOf(binding, snapshot);
  const range = binding.refersTo.replace(/^=/, '').replaceAll('$', '');
  return (
    <tr className={looks.row}>
      <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
        {plainName(binding.table)}
        {binding.turned && <span className={looks.quiet}>, on its side</span>}
      </th>
      <td className={looks.cell}>
        {isBroken(binding) ? (
          <span className={looks.danger}>gone</span>
        ) : at === null ? (
          range
        ) : (
          <CellLink at={at} text={range} />
        )}
      </td>
      {binder !== undefined && (
        <td className={looks.cell}>
          <Button
            size="small"
            aria-label={`Unbind ${plainName(binding.table)}`}
            onClick={() => {
              does.begin(() => binder.unbind(binding.table));
            }}
          >
            Unbind
          </Button>
        </td>
      )}
    </tr>
  );
}

function Choose({ binder }: { readonly binder: Binder }): React.JSX.Element {
  const styles = useStyles();
  const { does, state } = useSessionContext();
  const [table, setTable] = useState(BINDABLE[0] ?? '');
  const [turned, setTurned] = useState(false);
  return (
    <div className={styles.choose}>
      <Select
        className={styles.select}
        aria-label="Table"
        value={table}
        onChange={(_, { value }) => {
          setTable(value);
        }}
      >
        {BINDABLE.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </Select>
      <Button
        disabled={state.activity.kind === 'working'}
        onClick={() => {
          does.begin(() => binder.bind(`BIM_${table}`, turned));
        }}
      >
        Use selection
      </Button>
      <Checkbox
        className={styles.turned}
        checked={turned}
        label="Headers in the first column"
        onChange={(_, { checked }) => {
          setTurned(checked === true);
        }}
      />
    </div>
  );
}
