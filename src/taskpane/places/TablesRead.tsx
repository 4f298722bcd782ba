/** What was read: every input table, its size, and the sheet it stands on. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Assessment, TableRead } from '../../assess';
import type { Severity } from '../../engine/finding';
import { plainName } from '../changes';
import { several } from '../figures';
import { CellLink } from '../parts/Links';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { ToneSign, type Tone } from '../parts/Message';

const useStyles = makeStyles({
  name: { display: 'flex', alignItems: 'center', gap: '8px' },
  tight: { paddingTop: '2px', paddingBottom: '2px' },
});

/** The worst that was found in a table. */
function toneOf(table: TableRead, findings: Assessment['findings']): Tone {
  const severities = new Set<Severity>(
    findings
      .filter((finding) => finding.at?.table?.toLowerCase() === table.table.toLowerCase())
      .map((finding) => finding.severity),
  );
  if (severities.has('error')) return 'wrong';
  return severities.has('warning') ? 'careful' : 'good';
}

const SPOKEN: Readonly<Record<Tone, string>> = {
  good: 'in order',
  careful: 'has a warning',
  wrong: 'has an error',
  notice: '',
  waiting: '',
};

export function TablesRead({ assessment }: { readonly assessment: Assessment }): React.JSX.Element | null {
  const looks = useLooks();
  if (assessment.read.length === 0) return null;
  const rows = assessment.read.reduce((sum, table) => sum + table.rows, 0);
  return (
    <section className={looks.block} aria-label="What was read">
      <Heading beside={several(rows, 'row')}>What was read</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>Tables that were read</caption>
        <tbody>
          {assessment.read.map((table) => (
            <Row key={table.table} table={table} tone={toneOf(table, assessment.findings)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ table, tone }: { readonly table: TableRead; readonly tone: Tone }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  return (
    <tr className={looks.row}>
      <th scope="row" className={mergeClasses(looks.cell, looks.name, styles.tight)}>
        <span className={styles.name}>
          <ToneSign tone={tone} />
          {plainName(table.table)}
          <span className={looks.hidden}>, {SPOKEN[tone]}</span>
        </span>
      </th>
      <td className={mergeClasses(looks.cell, looks.quiet, styles.tight)}>{several(table.rows, 'row')}</td>
      <td className={mergeClasses(looks.cell, styles.tight)}>
        <CellLink at={{ sheet: table.sheet, cell: table.cell, table: table.table }} text={table.sheet} />
      </td>
    </tr>
  );
}
