/** Discounts, rebates and agreements that nobody has marked: they stand in the copy as typed. What to do, and where. */
import type { Finished } from '../../../share/sharing';
import { CellLink } from '../../parts/Links';
import { Message } from '../../parts/Message';

/** More cells than this are counted, not named. */
const NAMED = 6;

export function Unmarked({ copy }: { readonly copy: Finished }): React.JSX.Element | null {
  const { marked, unmarked } = copy;
  if (unmarked.length === 0)
    return marked > 0 ? null : (
      <Message tone="notice" title="Nothing was left out or searched for">
        To keep a price, an agreement or a coming technology back, put yes into the column Confidential of its row in
        BIM_Prices, BIM_Agreements or BIM_Horizon, then run again.
      </Message>
    );
  const one = unmarked.length === 1;
  return (
    <Message
      tone="careful"
      title={`${String(unmarked.length)} ${one ? 'discount, rebate or agreement is' : 'discounts, rebates or agreements are'} not marked`}
    >
      {one ? 'It stands' : 'They stand'} in the copy as typed. Put yes into the column Confidential of{' '}
      {one ? 'its row' : 'their rows'}, then run again.
      <br />
      {unmarked.slice(0, NAMED).map((at) => (
        <span key={`${at.sheet}!${at.cell}`} style={{ marginRight: 12 }}>
          <CellLink at={at} />
        </span>
      ))}
      {unmarked.length > NAMED && `and ${String(unmarked.length - NAMED)} more`}
    </Message>
  );
}
