/**
 * The words of the catalogue: what a column of an input table is. Reading, bounds, findings, documentation,
 * template and pane labels all follow from these entries; nothing about a column is said anywhere else.
 */

interface Said {
  /** The header, as it is written in a workbook. Found again whatever its case, blanks and underscores. */
  readonly label: string;
  /** One or two sentences for the manual. */
  readonly doc: string;
  /** A value as it would be typed. */
  readonly example: string;
  /** What a blank means, as it would be typed. Absent: not given. */
  readonly default?: string;
  readonly required?: boolean;
  /** True where a new template shows the column; the others are added when they are needed. */
  readonly usual?: boolean;
  /** A line shown beside the cell, where the word is ours. */
  readonly prompt?: string;
}

/** A decimal number. Bounds are decimal text, inclusive; `above` excludes the minimum itself. */
export interface NumberField extends Said {
  readonly kind: 'number';
  /** '1' for a share or rate, '£' stands for the model's currency, else a word. */
  readonly unit: string;
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly above?: boolean;
  readonly whole?: boolean;
  /** Above this a value is allowed, and asked about: per cents typed as whole numbers. */
  readonly unusual?: string;
  /** What the bounds mean, in the words of the manual. */
  readonly bounds: string;
}

/** Free text: a label, a unit, a source. `list` names what the workbook offers to choose from. */
export interface TextField extends Said {
  readonly kind: 'text';
  readonly list?:
    'technology' | 'subgroup' | 'step' | 'price item' | 'wave' | 'resource' | 'test' | 'payer' | 'category';
  /** Words that are read beside the names of the list. */
  readonly beside?: readonly string[];
  /** Where only some texts are read: how to know them, and how they are described. */
  readonly form?: { readonly fits: (text: string) => boolean; readonly words: string };
}

/** One word of a closed list. `also` holds other spellings. */
export interface ChoiceField<W extends string = string> extends Said {
  readonly kind: 'choice';
  readonly words: readonly W[];
  readonly also?: ReadonlyMap<string, W>;
}

/** A number, or a word where the row's type asks for one (P1 of an analogue, P2 of an annuity). */
export interface MixedField extends Said {
  readonly kind: 'mixed';
  readonly unit: string;
  readonly bounds: string;
}

export type Field = NumberField | TextField | ChoiceField | MixedField;

type More<F extends Field> = Partial<Omit<F, 'kind' | 'label' | 'doc' | 'example' | 'words'>>;

/** Any decimal number, unless bounds are given. */
export const number = (
  label: string,
  unit: string,
  doc: string,
  example: string,
  more: More<NumberField> = {},
): NumberField => ({
  kind: 'number',
  label,
  unit,
  doc,
  example,
  minimum: null,
  maximum: null,
  bounds: 'any number',
  ...more,
});

/** A share from 0 to 1. */
export const share = (label: string, doc: string, example: string, more: More<NumberField> = {}): NumberField =>
  number(label, '1', doc, example, {
    minimum: '0',
    maximum: '1',
    bounds: 'a share from 0 to 1; 3.5 % is 0.035',
    ...more,
  });

/** A number that cannot be below 0. */
export const positive = (
  label: string,
  unit: string,
  doc: string,
  example: string,
  more: More<NumberField> = {},
): NumberField => number(label, unit, doc, example, { minimum: '0', bounds: 'a number from 0 up', ...more });

/** A whole number. */
export const whole = (
  label: string,
  unit: string,
  doc: string,
  example: string,
  minimum: string,
  maximum: string | null,
  more: More<NumberField> = {},
): NumberField =>
  number(label, unit, doc, example, {
    minimum,
    maximum,
    whole: true,
    bounds: maximum === null ? `a whole number from ${minimum} up` : `a whole number from ${minimum} to ${maximum}`,
    ...more,
  });

/** Growth a year, as a fraction: it cannot take more than everything away. */
export const growth = (of: string): NumberField =>
  number('Growth', '1', `Growth of the ${of} a year, compounding: Base × (1 + Growth)^n.`, '0.005', {
    minimum: '-1',
    unusual: '1',
    bounds: 'a fraction from −1 up; 0.5 % is 0.005',
    usual: true,
  });

export const text = (label: string, doc: string, example: string, more: More<TextField> = {}): TextField => ({
  kind: 'text',
  label,
  doc,
  example,
  ...more,
});

export const choice = <W extends string>(
  label: string,
  words: readonly W[],
  doc: string,
  example: W,
  more: More<ChoiceField<W>> = {},
): ChoiceField<W> => ({ kind: 'choice', label, words, doc, example, ...more });

export const yesNo = (
  label: string,
  doc: string,
  example: 'yes' | 'no',
  more: More<ChoiceField<'yes' | 'no'>> = {},
): ChoiceField<'yes' | 'no'> => choice(label, ['no', 'yes'], doc, example, { default: 'no', ...more });

export const mixed = (
  label: string,
  unit: string,
  doc: string,
  example: string,
  bounds: string,
  more: More<MixedField> = {},
): MixedField => ({ kind: 'mixed', label, unit, doc, example, bounds, ...more });

/** Source: where a row's figures come from. The last column of most tables. */
export const source = (example: string): TextField =>
  text('Source', 'Where the figures of the row come from. A row with values and no source is noticed.', example, {
    usual: true,
  });
