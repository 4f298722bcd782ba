/** New rows for a table of the user's: copied, to be pasted by him where the arrow leads. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExampleRow } from '../../inputs/examples/example';
import { asPasted, type Where } from '../adding';
import { CellLink } from './Links';

interface PasteRowsProps {
  readonly rows: readonly ExampleRow[];
  readonly where: Extract<Where, { kind: 'theirs' }>;
  readonly disabled: boolean;
}

export function PasteRows({ rows, where, disabled }: PasteRowsProps): React.JSX.Element {
  const { table, below } = where;
  const [said, setSaid] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(asPasted(rows, table)).then(
      () => {
        setSaid('Copied.');
      },
      () => {
        setSaid(`This window may not copy. Type the rows above into ${table.name}.`);
      },
    );
  };
  return (
    <>
      <Button size="small" disabled={disabled} onClick={copy}>
        Copy the rows
      </Button>
      <CellLink at={below} text={`Paste at ${below.sheet}!${below.cell}`} />
      <span role="status">{said}</span>
    </>
  );
}
