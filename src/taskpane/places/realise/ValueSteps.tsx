/** From perfect implementation to what is realised: an exact waterfall, as a table with its bars. */
import { mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Realisation } from '../../../engine/realisation-results';
import { approximate, sign, subtract } from '../../exact';
import { scaled, scaledMoney, span, tableScale, unitOf, type Numerals, type Scale } from '../../figures';
import { useLooks } from '../../parts/looks';

interface PartProps {
  readonly realisation: Realisation;
  readonly numerals: Numerals;
}

interface ValueProps extends PartProps {
  readonly years: readonly number[];
}

/** One step of the way from what could be to what is realised. */
interface Step {
  readonly label: string;
  readonly value: string;
  readonly strong: boolean;
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
  const level = (label: string, amount: string): Step => ({ label, value: amount, strong: true });
  return [
    level('Perfect implementation', value.potential),
    ...of('uptake'),
    level('As planned', value.planned),
    ...of('gates'),
    level('As delivered', value.delivered),
    ...of('benefits'),
    level('As realised', value.realised),
  ];
}

/** An exact waterfall, as a table: every bar hangs where the one before ended. */
export function ValueSteps({ years, realisation, numerals }: ValueProps): React.JSX.Element {
  const looks = useLooks();
  const steps = stepsOf(realisation);
  const scale = tableScale(steps.map((step) => step.value));
  return (
    <section className={looks.block} aria-label="Value">
      <div className={looks.heading}>
        <h2 className={looks.h2}>Value, {span(years)}</h2>
        <span className={looks.caption}>net benefit, discounted, {unitOf(scale, numerals)}</span>
      </div>
      <table className={looks.table}>
        <caption className={looks.hidden}>From perfect implementation to what is realised</caption>
        <tbody>
          {steps.map((step) => (
            <tr key={step.label} className={step.strong ? looks.total : looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name, step.strong && looks.strong)}>
                {step.label}
              </th>
              <td style={{ width: '38%', padding: '0 0 0 8px' }}>
                <FloatingBar steps={steps} step={step} />
              </td>
              <td className={looks.cell}>{scaled(step.value, scale, numerals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Cash realisation={realisation} scale={scale} numerals={numerals} />
    </section>
  );
}

/** Where each step begins and ends: a level stands on nothing, a part hangs from the level before. */
function FloatingBar({ steps, step }: { readonly steps: readonly Step[]; readonly step: Step }): React.JSX.Element {
  const { low, high, ends } = useMemo(() => {
    let from = 0;
    const all = steps.map((one): readonly [number, number] => {
      const start = one.strong ? 0 : from;
      from = start + approximate(one.value);
      return [start, from];
    });
    return { low: Math.min(0, ...all.flat()), high: Math.max(0, ...all.flat(), 1e-9), ends: all };
  }, [steps]);
  const [from = 0, to = 0] = ends[steps.indexOf(step)] ?? [];
  const at = (value: number): number => (100 * (value - low)) / (high - low);
  const left = Math.min(at(from), at(to));
  return (
    <svg
      width="100%"
      height="12"
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block', forcedColorAdjust: 'none' }}
    >
      <line x1={`${String(at(0))}%`} x2={`${String(at(0))}%`} y1="0" y2="12" stroke={tokens.colorNeutralStroke1} />
      <rect
        x={`${String(left)}%`}
        y="1.5"
        width={`${String(Math.max(0.6, Math.abs(at(to) - at(from))))}%`}
        height="9"
        rx="1"
        fill={step.strong ? tokens.colorCompoundBrandForeground1 : 'none'}
        stroke={step.strong ? 'none' : tokens.colorNeutralForeground2}
      />
    </svg>
  );
}

/** Cash is never added to net benefit. */
function Cash({ realisation, scale, numerals }: PartProps & { readonly scale: Scale }): React.JSX.Element {
  const looks = useLooks();
  return (
    <p className={looks.note}>
      Cash that can be taken out: {scaledMoney(realisation.value.cashReleased, scale, numerals)}. It is part of what is
      realised, not on top of it.
    </p>
  );
}
