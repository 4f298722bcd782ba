/** Products found in trials that go on: what each is, how far it has come, and when it may launch. A tick takes it along. */
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { TrialsFound } from '../../../worker/trials-desk';
import { several } from '../../figures';
import { Heads } from '../../parts/Heads';
import { useLooks } from '../../parts/looks';
import { More } from '../../parts/More';

type Product = TrialsFound['products'][number];

interface ProductsProps {
  readonly products: readonly Product[];
  readonly out: ReadonlySet<number>;
  readonly isKnown: (technology: string) => boolean;
  readonly onTurn: (n: number) => void;
}

/** So many are shown at first. */
const FIRST = 12;
/** Beside the first line of what stands right of the tick. */
const TOP = { verticalAlign: 'top', paddingTop: '9px' } as const;

export function Products({ products, out, isKnown, onTurn }: ProductsProps): React.JSX.Element {
  const looks = useLooks();
  const [all, showAll] = useState(false);
  const shown = all ? products : products.slice(0, FIRST);
  return (
    <>
      <table className={looks.table}>
        <caption className={looks.hidden}>Products found, the most advanced first</caption>
        <Heads names={['Product', 'Phase', 'Launch']} />
        <tbody>
          {shown.map((product, n) => (
            <tr key={`${String(n)} ${product.technology}`} className={looks.row}>
              <th scope="row" className={looks.name} style={{ padding: 0 }}>
                <Checkbox
                  checked={!out.has(n)}
                  style={{ marginLeft: '-8px' }}
                  onChange={() => {
                    onTurn(n);
                  }}
                  label={<Said product={product} known={isKnown(product.technology)} />}
                />
              </th>
              <td className={looks.cell} style={TOP}>
                {product.phase ?? '–'}
              </td>
              <td className={looks.cell} style={TOP}>
                {product.launch === null ? '–' : product.launch.toFixed(1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {products.length > shown.length && (
        <More
          count={products.length - shown.length}
          onMore={() => {
            showAll(true);
          }}
        />
      )}
      <p className={looks.note}>
        Phase: the most advanced trial that goes on. Launch: when its primary outcome is known, and 1.5, 4 or 6 years
        more from phase III, II or I; an assumption, to be typed over.
      </p>
    </>
  );
}

function Said({ product, known }: { readonly product: Product; readonly known: boolean }): React.JSX.Element {
  const looks = useLooks();
  const { technology, company, indication, trials } = product;
  const stopped = trials.filter((trial) => trial.stopped).length;
  const counted = `${several(trials.length, 'trial')}${stopped > 0 ? `, ${String(stopped)} stopped` : ''}`;
  return (
    <span style={{ display: 'block', fontSize: '13px', lineHeight: '18px', overflowWrap: 'anywhere' }}>
      {technology}
      <span className={looks.caption} style={{ display: 'block' }}>
        {[indication, company, counted].filter((text) => text !== '').join(' · ')}
        {known && <span className={looks.strong}> · in the register</span>}
      </span>
    </span>
  );
}
