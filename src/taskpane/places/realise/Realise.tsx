/** What will really happen: the uptake that comes, the schedule behind it, its worth; what happened, what combines, what is coming. */
import type { Results } from '../../../engine/results';
import { useSessionContext } from '../../parts/session-context';
import { partOf } from '../places';
import { Actuals } from './Actuals';
import { Combination } from './Combination';
import { Horizon } from './Horizon';
import { NotYet } from '../NotYet';
import { Portfolio } from './Portfolio';
import { Schedule } from './Schedule';
import { Uptake } from './Uptake';
import { Worth } from './Worth';

export function Realise({ results }: { readonly results: Results }): React.JSX.Element {
  const { state } = useSessionContext();
  const { realisation } = results;
  const part = partOf(state);
  if (part === 'horizon') return <Horizon results={results} />;
  if (realisation === undefined)
    return (
      <NotYet
        lead="Nothing of delivery in this workbook."
        text="So it is taken as planned. Tasks (BIM_Tasks), waves (BIM_Waves), people and places (BIM_Resources) and benefits (BIM_Outcomes) tell what will really be adopted, what holds it back, and what that is worth."
      />
    );
  if (part === 'schedule') return <Schedule realisation={realisation} />;
  if (part === 'worth') return <Worth results={results} realisation={realisation} />;
  if (part === 'portfolio') return <Portfolio results={results} realisation={realisation} />;
  if (part === 'actuals') return <Actuals results={results} realisation={realisation} />;
  if (part === 'parts') return <Combination results={results} realisation={realisation} />;
  return <Uptake results={results} realisation={realisation} />;
}
