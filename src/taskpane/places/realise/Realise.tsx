/** What will really happen: the uptake that comes, the schedule behind it, and what the shortfall is worth. */
import type { Results } from '../../../engine/results';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { partOf } from '../places';
import { Schedule } from './Schedule';
import { Uptake } from './Uptake';
import { Worth } from './Worth';

export function Realise({ results }: { readonly results: Results }): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  const { realisation } = results;
  if (realisation === undefined)
    return (
      <>
        <h1 className={looks.lead}>Nothing of delivery in this workbook.</h1>
        <p className={looks.quiet} style={{ margin: 0 }}>
          So it is taken as planned. Tasks (BIM_Tasks), waves (BIM_Waves), people and places (BIM_Resources) and
          benefits (BIM_Outcomes) tell what will really be adopted, what holds it back, and what that is worth.
        </p>
      </>
    );
  const part = partOf(state);
  if (part === 'schedule') return <Schedule realisation={realisation} />;
  if (part === 'worth') return <Worth results={results} realisation={realisation} />;
  return <Uptake results={results} realisation={realisation} />;
}
