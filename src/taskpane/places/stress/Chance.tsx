/** How likely: the range of each year, the chance that the budget holds, where the doubt comes from, and how sure that is. */
import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Chance as ChanceFound } from '../../../engine/stress/answers';
import type { Results } from '../../../engine/results';
import type { Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { Message } from '../../parts/Message';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { DRAWS } from '../../stress/draws';
import type { Job } from '../../stress/jobs';
import { useStored } from '../../stress/store';
import { NotYet } from '../NotYet';
import { Lead } from '../Result';
import { chanceLead, doneWords, errorWords } from './chance-words';
import { Doubt } from './Doubt';
import { Range } from './Range';
import { Far } from './StressParts';
import { Thresholds } from './Thresholds';

const useStyles = makeStyles({
  again: { display: 'flex', flexWrap: 'wrap', gap: '10px', alignItems: 'flex-end', marginTop: '12px' },
  count: { width: '110px' },
  input: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

export function Chance({ results }: { readonly results: Results }): React.JSX.Element {
  const { state, stress } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const job = useStored(stress.jobs).get(DRAWS);
  const uncertain = results.uncertainty !== undefined;
  useEffect(() => {
    stress.dials.open();
    if (uncertain && !stress.jobs.now().has(DRAWS)) stress.jobs.start(DRAWS, { kind: 'chance', asked: {} });
  }, [stress, uncertain]);
  if (!uncertain && job === undefined) return <NothingDrawn results={results} />;
  const found = job?.answer?.kind === 'chance' ? job.answer.chance : null;
  return (
    <>
      {found !== null && <Lead pieces={chanceLead(found, job?.status === 'done', numerals)} />}
      {job !== undefined && <Far job={job} noun="draws" />}
      {job?.status === 'failed' && (
        <Message tone="wrong" title="No draws are shown">
          {job.message}
        </Message>
      )}
      {found !== null && job !== undefined && <Found chance={found} job={job} numerals={numerals} />}
      {job !== undefined && job.status !== 'running' && <Again job={job} />}
    </>
  );
}

/** Says what would be drawn, and where it is typed. */
function NothingDrawn({ results }: { readonly results: Results }): React.JSX.Element {
  const refused = results.findings.find((finding) => finding.code === 'draws-disagree');
  if (refused !== undefined)
    return (
      <Message tone="wrong" title="No draws are shown">
        {refused.message}
      </Message>
    );
  return (
    <NotYet
      lead="No uncertain inputs in this workbook."
      text="A row of BIM_Uncertainty with a distribution (a mean and its standard error, or a low and a high) is drawn here thousands of times: the range of each year, the chance that the budget holds, and where the doubt comes from."
    />
  );
}

interface FoundProps {
  readonly chance: ChanceFound;
  readonly job: Job;
  readonly numerals: Numerals;
}

function Found({ chance, job, numerals }: FoundProps): React.JSX.Element {
  const looks = useLooks();
  if (job.status === 'running')
    return (
      <>
        <Range chance={chance} numerals={numerals} />
        <p className={looks.note}>Cancel keeps the {chance.draws.toLocaleString('en-GB')} draws already made.</p>
      </>
    );
  const findings = job.answer?.kind === 'chance' ? job.answer.findings : [];
  return (
    <>
      <Range chance={chance} numerals={numerals} />
      <Doubt chance={chance} numerals={numerals} />
      <Thresholds chance={chance} numerals={numerals} />
      <section className={looks.block} aria-label="How sure this is">
        <Heading>How sure this is</Heading>
        <p className={looks.note}>{errorWords(chance, numerals)}</p>
        {chance.advice !== '' && <p className={looks.note}>{chance.advice}</p>}
        <p className={looks.note}>{doneWords(chance, job.took, job.of, numerals)}</p>
        {job.status === 'kept' && <p className={looks.note}>Called off; what had been drawn by then is shown.</p>}
        <p className={looks.note}>Write… puts these figures and their charts on the sheet Sensitivity.</p>
        {findings.map((finding) => (
          <p key={finding.message} className={looks.note}>
            {finding.message}
          </p>
        ))}
      </section>
    </>
  );
}

/** Draws once more, as many as are asked for. The first thousand of ten thousand are the thousand. */
function Again({ job }: { readonly job: Job }): React.JSX.Element {
  const styles = useStyles();
  const { stress } = useSessionContext();
  const made = job.answer?.kind === 'chance' ? job.answer.chance.draws : job.of;
  const [typed, setTyped] = useState<string | null>(null);
  const [table, setTable] = useState(false);
  const wanted = Number((typed ?? String(Math.max(made, job.of))).replace(/[\s,.']/g, ''));
  const fits = Number.isInteger(wanted) && wanted >= 1 && wanted <= 1_000_000;
  return (
    <div className={styles.again}>
      <Field
        label="Draws"
        size="small"
        className={styles.count}
        {...(fits ? {} : { validationMessage: '1 to 1,000,000' })}
      >
        <Input
          className={styles.input}
          size="small"
          inputMode="numeric"
          value={typed ?? String(Math.max(made, job.of))}
          onChange={(_, data) => {
            setTyped(data.value);
          }}
        />
      </Field>
      <Button
        size="small"
        disabled={!fits}
        onClick={() => {
          stress.jobs.start(DRAWS, { kind: 'chance', asked: { draws: wanted }, table });
        }}
      >
        Draw again
      </Button>
      <Checkbox
        label="with every draw, for the sheet"
        checked={table}
        onChange={(_, data) => {
          setTable(data.checked === true);
        }}
      />
    </div>
  );
}
