/** Which sheets would be written, what they hold, what the user changed in them, and whether as formulas or as values. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { OwnedSheet, SheetSpec } from '../../workbook/workbook';
import { several, type Numerals } from '../figures';
import { CellLink } from '../parts/Links';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { Message } from '../parts/Message';
import { Radios } from '../parts/Radios';
import { useSessionContext } from '../parts/session-context';
import { formOf, hasMonths } from '../state';

const useStyles = makeStyles({
  sheet: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  label: { flexGrow: 1, minWidth: 0, marginLeft: '-8px' },
  side: {
    display: 'flex',
    marginLeft: 'auto',
    gap: '16px',
    fontSize: tokens.fontSizeBase200,
    paddingTop: '8px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
});

const isFormula = ({ value }: SheetSpec['cells'][number]): boolean => typeof value === 'object' && 'formula' in value;

function contents(sheet: SheetSpec, numerals: Numerals): string {
  const parts = [
    [sheet.purpose === 'calculation' ? sheet.cells.filter(isFormula).length : 0, 'formula'],
    [sheet.tables.length, 'table'],
    [sheet.charts.length, 'chart'],
  ] as const;
  const held = parts.filter(([n]) => n > 0).map(([n, noun]) => several(n, noun, numerals));
  return held.length === 0 ? 'text and figures' : held.join(', ');
}

export function SheetLine({
  sheet,
  owned,
  out,
  replaced,
  numerals,
}: {
  readonly sheet: SheetSpec;
  readonly owned: OwnedSheet | undefined;
  readonly out: boolean;
  readonly replaced: boolean;
  readonly numerals: Numerals;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { does } = useSessionContext();
  return (
    <div className={styles.sheet}>
      <Checkbox
        className={styles.label}
        checked={!out}
        onChange={(_, data) => {
          does.dispatch({ type: 'leave out', key: sheet.key, on: data.checked !== true });
        }}
        label={
          <>
            {owned?.name ?? sheet.name}
            <br />
            <span className={looks.caption}>{contents(sheet, numerals)}</span>
          </>
        }
      />
      <span className={styles.side}>
        <span className={looks.quiet}>{owned === undefined || (owned.changed && !replaced) ? 'new' : 'update'}</span>
        <span>{several(sheet.cells.length, 'cell', numerals)}</span>
      </span>
    </div>
  );
}

const KEEP = [
  { value: 'keep', label: 'Keep mine' },
  { value: 'replace', label: 'Replace' },
] as const;

/** A sheet of ours that the user has changed since: his stays, unless he lets it go. */
export function Touched({
  owned,
  replaced,
}: {
  readonly owned: OwnedSheet;
  readonly replaced: boolean;
}): React.JSX.Element {
  const { does } = useSessionContext();
  return (
    <div style={{ marginTop: 16 }}>
      <Message tone="careful" title={`You changed ${owned.name} since the last write`}>
        <p style={{ margin: 0 }}>
          {replaced
            ? 'It will be written anew. What you typed there is lost.'
            : `It is kept as you left it. The new figures go to a sheet beside it; untick ${owned.name} above to write none.`}
        </p>
        <CellLink at={{ sheet: owned.name, cell: 'A1' }} text={owned.name} />
        <Radios
          label={owned.name}
          value={replaced ? 'replace' : 'keep'}
          options={KEEP}
          onChoose={(value) => {
            does.dispatch({ type: 'replace', key: owned.key, on: value === 'replace' });
          }}
        />
      </Message>
    </div>
  );
}

const FORMS = [
  {
    value: 'live',
    label: 'Live formulas',
    note: 'Work without Realise, on your own cells. Checked against these figures.',
  },
  {
    value: 'by year',
    label: 'Live formulas by year',
    note: 'Smaller: what is counted by month stands as values, which follow no cell.',
  },
  { value: 'values', label: 'Values', note: 'Smallest. Run again to change them.' },
] as const;

/** The model itself in formulas, or its figures alone. */
export function WriteAs(): React.JSX.Element {
  const looks = useLooks();
  const { state, does } = useSessionContext();
  const said = state.sheets.kind === 'none' ? '' : state.sheets.said;
  return (
    <section className={looks.block} aria-label="Write as">
      <Heading>Write as</Heading>
      <Radios
        label="Write as"
        value={formOf(state)}
        options={FORMS.filter(({ value }) => value !== 'by year' || hasMonths(state))}
        onChoose={(form) => {
          does.dispatch({ type: 'form', form });
        }}
      />
      {said !== '' && <p className={looks.caption}>{said}</p>}
      {state.tooLarge !== '' && (
        <div style={{ marginTop: 12 }}>
          <Message tone="careful" title="Too large for live formulas">
            {state.tooLarge}
            {state.form === 'by year' ? ' Its years are written in formulas instead.' : ''}
          </Message>
        </div>
      )}
    </section>
  );
}
