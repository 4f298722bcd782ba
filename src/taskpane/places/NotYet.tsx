/** A page that the workbook holds nothing for: what is missing, and what it would tell. */
import { useLooks } from '../parts/looks';

export function NotYet({ lead, text }: { readonly lead: string; readonly text: string }): React.JSX.Element {
  const looks = useLooks();
  return (
    <>
      <h1 className={looks.lead}>{lead}</h1>
      <p className={looks.quiet} style={{ margin: 0 }}>
        {text}
      </p>
    </>
  );
}
