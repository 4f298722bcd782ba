/** The checks on the workbook's own formulas: tried in a copy of the sheets, or why they were not. */
import { countOf } from '../../verify/said';
import type { FormulaLamp } from '../../verify/formulas/judged';
import type { Review } from '../../review/review';
import type { Lamp } from '../../verify/verify';
import { several } from '../figures';
import { Heading } from '../parts/Heading';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { Message } from '../parts/Message';
import { LampRow } from './LampRow';

interface FormulasProps {
  readonly formulas: Review['formulas'];
  /** The checks on the sums, which have the names. */
  readonly checks: readonly Lamp[];
}

export function Formulas({ formulas, checks }: FormulasProps): React.JSX.Element {
  const looks = useLooks();
  return (
    <section className={looks.block} aria-label="Your own formulas">
      <Heading>Your own formulas</Heading>
      {typeof formulas === 'string' ? (
        <p className={looks.quiet}>{formulas}</p>
      ) : (
        <>
          <p style={{ margin: '6px 0 8px' }}>
            The same changes were typed over in a copy of the sheets of {formulas.of}, which Excel calculated. The copy
            is gone.
          </p>
          {formulas.lamps.map((lamp) =>
            lamp.verdict === 'fails' ? (
              <Failing key={lamp.number} lamp={lamp} check={checks.find(({ number }) => number === lamp.number)} />
            ) : null,
          )}
          <LampRow
            name="Formulas"
            lamps={formulas.lamps}
            said={`Formulas: ${String(countOf(formulas.lamps, 'holds'))} of ${String(formulas.lamps.length - countOf(formulas.lamps, 'does not apply'))} hold.`}
          />
          {formulas.held > 0 && (
            <p className={looks.caption}>
              {several(formulas.held, 'formula')} with names or columns of tables stood as{' '}
              {formulas.held === 1 ? 'its value' : 'their values'}.
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface FailingProps {
  readonly lamp: FormulaLamp;
  readonly check: Lamp | undefined;
}

/** Where formulas part from the sums: what was typed over, both impacts by year, and why it matters. */
function Failing({ lamp, check }: FailingProps): React.JSX.Element {
  const rows = [
    ['Changed', lamp.changed],
    ['Expected', lamp.expected],
    ['Got', lamp.got],
  ] as const;
  return (
    <Message tone="wrong" title={`Not so of the formulas: ${check?.name ?? `check ${String(lamp.number)}`}`}>
      <dl style={{ margin: '4px 0', overflowWrap: 'anywhere' }}>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt style={{ display: 'inline' }}>{term}: </dt>
            <dd style={{ display: 'inline', margin: 0 }}>{value}</dd>
          </div>
        ))}
      </dl>
      {check && <p style={{ margin: '4px 0' }}>{check.why}</p>}
      {lamp.at && <CellLink at={lamp.at} />}
    </Message>
  );
}
