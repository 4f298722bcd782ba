/** The heading of a section, and beside it what its figures are: their unit, their number, their span. */
import { useLooks } from './looks';

interface HeadingProps {
  readonly children: React.ReactNode;
  readonly beside?: React.ReactNode;
}

export function Heading({ children, beside }: HeadingProps): React.JSX.Element {
  const looks = useLooks();
  return (
    <div className={looks.heading}>
      <h2 className={looks.h2}>{children}</h2>
      {beside !== undefined && <span className={looks.caption}>{beside}</span>}
    </div>
  );
}
