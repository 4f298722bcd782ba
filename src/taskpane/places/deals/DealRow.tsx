/** One deal: what it is, what the years cost with it, where that stands among the others, and when it goes over the line. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Deal } from '../../../outputs/deals';
import { approximate } from '../../exact';
import { money } from '../../figures';
import { Confidential } from '../../parts/Confidential';
import { CellLink, Figure } from '../../parts/Links';
import { useLooks } from '../../parts/looks';
import { impactOf, overWords, riskWords, termsOf, textOf, titleOf, type Compared } from './deal-words';

const useStyles = makeStyles({
  deal: { padding: '10px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  top: { display: 'flex', gap: '12px', justifyContent: 'space-between', alignItems: 'baseline' },
  name: { fontWeight: 600, fontSize: '13px', lineHeight: '18px' },
  total: { fontWeight: 600, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums lining-nums' },
  terms: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  axis: { display: 'block', width: '100%', margin: '5px 0 3px', forcedColorAdjust: 'none' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
  },
});

interface DealRowProps {
  readonly deal: Deal;
  readonly compared: Compared;
  readonly axis: { readonly low: string; readonly high: string };
}

export function DealRow({ deal, compared, axis }: DealRowProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { numerals, limit, deals } = compared;
  const amounts = deals.map(impactOf);
  const over = overWords(deal, limit);
  const risks = riskWords(deal);
  return (
    <li className={styles.deal}>
      <div className={styles.top}>
        <span className={styles.name}>
          {titleOf(deal, deals)}
          {deal.confidential && <Confidential />}
        </span>
        <span className={styles.total}>
          <Figure
            figure={deal.kind === 'all' ? 'Budget impact' : undefined}
            text={money(impactOf(deal), numerals, amounts)}
          />
        </span>
      </div>
      <p className={styles.terms}>{termsOf(deal)}</p>
      <Dot value={impactOf(deal)} axis={axis} />
      <div className={styles.facts}>
        {deal.worst !== null && (
          <span>
            worst year {String(deal.worst.year)}, {money(textOf(deal.worst.impact), numerals, amounts)}
          </span>
        )}
        {over !== '' && <span className={mergeClasses(deal.firstOver !== null && looks.danger)}>{over}</span>}
      </div>
      {risks !== '' && <p className={styles.terms}>{risks}</p>}
      {deal.at !== null && <CellLink at={deal.at} />}
    </li>
  );
}

/** Where a deal stands on the axis that all of them share; the tick is nothing. */
function Dot({
  value,
  axis,
}: {
  readonly value: string;
  readonly axis: { readonly low: string; readonly high: string };
}): React.JSX.Element {
  const styles = useStyles();
  const [low, high] = [approximate(axis.low), approximate(axis.high)];
  // Two per cent at either end keep the dot whole.
  const at = (amount: number): string => `${String(2 + (96 * (amount - low)) / (high - low))}%`;
  return (
    <svg className={styles.axis} height="12" aria-hidden="true" focusable="false">
      <line x1="0" x2="100%" y1="6" y2="6" stroke={tokens.colorNeutralStroke2} />
      <line x1={at(0)} x2={at(0)} y1="2" y2="10" stroke={tokens.colorNeutralForeground3} />
      <line
        x1={at(0)}
        x2={at(approximate(value))}
        y1="6"
        y2="6"
        stroke={tokens.colorCompoundBrandForeground1}
        strokeWidth="4"
        opacity="0.4"
      />
      <circle cx={at(approximate(value))} cy="6" r="5" fill={tokens.colorCompoundBrandForeground1} />
    </svg>
  );
}
