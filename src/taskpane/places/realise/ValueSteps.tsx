/** From perfect implementation to what is realised: an exact waterfall, as a table with its bars. */
import type { Realisation } from '../../../engine/realisation-results';
import { sign, subtract } from '../../exact';
import { scaledMoney, span, tableScale, unitOf, type Numerals, type Scale } from '../../figures';
import { Heading } from '../../parts/Heading';
import { Figure } from '../../parts/Links';
import { useLooks } from '../../parts/looks';
import { StepsTable, type Step } from '../StepsTable';

interface PartProps {
  readonly realisation: Realisation;
  readonly numerals: Numerals;
}

interface ValueProps extends PartProps {
  readonly years: readonly number[];
}

const CAUSES: Readonly<Record<string, string>> = {
  uptake: 'not planned',
  gates: 'held back',
  benefits: 'benefits that do not come',
};
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Potential, less what is not planned, is planned; less the gates, delivered; less lost benefits, realised. */
function stepsOf({ value }: Realisation): readonly Step[] {
  const of = (cause: string): readonly Step[] =>
    value.waterfall
      .filter((one) => one.cause === cause && sign(one.value) !== 0)
      .map((one) => ({
        label: cause === 'gates' ? `${capital(one.dimension)} held back` : capital(CAUSES[cause] ?? one.dimension),
        value: subtract('0', one.value),
        strong: false,
      }));
  const level = (label: string, amount: string, figure?: string): Step => ({
    label,
    value: amount,
    strong: true,
    ...(figure === undefined ? {} : { figure }),
  });
  return [
    level('Perfect implementation', value.potential),
    ...of('uptake'),
    level('As planned', value.planned, 'Planned value'),
    ...of('gates'),
    level('As delivered', value.delivered, 'Delivered value'),
    ...of('benefits'),
    level('As realised', value.realised, 'Realised value'),
  ];
}

export function ValueSteps({ years, realisation, numerals }: ValueProps): React.JSX.Element {
  const looks = useLooks();
  const steps = stepsOf(realisation);
  const scale = tableScale(steps.map((step) => step.value));
  return (
    <section className={looks.block} aria-label="Value">
      <Heading beside={`net benefit, discounted, ${unitOf(scale, numerals)}`}>Value, {span(years)}</Heading>
      <StepsTable
        caption="From perfect implementation to what is realised"
        steps={steps}
        scale={scale}
        numerals={numerals}
      />
      <Cash realisation={realisation} scale={scale} numerals={numerals} />
    </section>
  );
}

/** Cash is never added to net benefit. */
function Cash({ realisation, scale, numerals }: PartProps & { readonly scale: Scale }): React.JSX.Element {
  const looks = useLooks();
  return (
    <p className={looks.note}>
      Cash that can be taken out:{' '}
      <Figure
        figure="Cash released, discounted"
        text={scaledMoney(realisation.value.cashReleased, scale, numerals)}
        inTable
      />
      . It is part of what is realised, not on top of it.
    </p>
  );
}
