/** A question as a heading, its answer in words, and what proves it. */
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';

interface AnswerProps {
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

/** Per cents as the pane writes them. */
export const perCents = (text: string): string => text.replaceAll(/(\d) %/g, '$1%');

export function Answer({ title, text, children }: AnswerProps): React.JSX.Element {
  const looks = useLooks();
  return (
    <section className={looks.block} aria-label={title}>
      <Heading>{title}</Heading>
      <p style={{ margin: '0 0 8px', overflowWrap: 'anywhere' }}>{perCents(text)}</p>
      {children}
    </section>
  );
}
