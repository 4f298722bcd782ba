/** An exact waterfall, as a table: every bar hangs where the one before ended, so that eyes and a keyboard can walk it. */
import { mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { approximate } from '../exact';
import { scaled, signed, type Numerals, type Scale } from '../figures';
import { Figure } from '../parts/Links';
import { useLooks } from '../parts/looks';

/** A level stands on nothing (`strong`); a step hangs from the line before. */
export interface Step {
  readonly label: string;
  readonly value: string;
  readonly strong: boolean;
  /** Said below the label. */
  readonly note?: string;
  /** The figure that explains it, where there is one: a level of the run itself, not a difference of runs. */
  readonly figure?: string;
}

interface StepsTableProps {
  readonly caption: string;
  readonly steps: readonly Step[];
  readonly scale: Scale;
  readonly numerals: Numerals;
  /** Steps carry their sign. */
  readonly changes?: boolean;
}

export function StepsTable({ caption, steps, scale, numerals, changes = false }: StepsTableProps): React.JSX.Element {
  const looks = useLooks();
  const shown = ({ value, strong }: Step): string =>
    changes && !strong ? signed(value, scale.places, numerals, scale.power) : scaled(value, scale, numerals);
  return (
    <table className={looks.table}>
      <caption className={looks.hidden}>{caption}</caption>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${String(index)} ${step.label}`} className={step.strong ? looks.total : looks.row}>
            <th scope="row" className={mergeClasses(looks.cell, looks.name, step.strong && looks.strong)}>
              {step.label}
              {step.note !== undefined && (
                <>
                  <br />
                  <span className={looks.caption}>{step.note}</span>
                </>
              )}
            </th>
            <td style={{ width: '38%', padding: '0 0 0 8px' }}>
              <FloatingBar steps={steps} step={step} />
            </td>
            <td className={looks.cell}>
              <Figure figure={step.figure} text={shown(step)} inTable />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where each step begins and ends. */
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
