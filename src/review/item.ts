/** An item of a form that reviewers ask for: what it asks in our words, what should come of it, and who answers it. */

/** Who answers: checks of the model by their number, the reviewer, or nobody, where no budget impact model has it. */
export interface Item {
  /** Its place in the form: domain or part, and place in it. */
  readonly number: string;
  readonly asks: string;
  readonly expects: string;
  /** Checks that try it on the model. */
  readonly by?: readonly number[];
  /** What is left to the reviewer's judgement. */
  readonly open?: string;
  /** Facts of the model that help to judge. */
  readonly shows?: 'distributions' | 'scenarios' | 'planted';
  /** Why it does not apply. */
  readonly apart?: string;
}

export interface Part {
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Form {
  /** Mark and name of its sheet. */
  readonly key: string;
  readonly name: string;
  readonly title: string;
  /** Where the form was published, and what of it stands here. */
  readonly source: string;
  readonly parts: readonly Part[];
}
