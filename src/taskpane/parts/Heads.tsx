/** The first row of a table: what its columns are called. Names stand left, figures right. */
import { mergeClasses } from '@fluentui/react-components';
import { useLooks } from './looks';

interface HeadsProps {
  readonly names: readonly string[];
  /** So many of them stand left. */
  readonly left?: number;
}

export function Heads({ names, left = 1 }: HeadsProps): React.JSX.Element {
  const looks = useLooks();
  return (
    <thead>
      <tr>
        {names.map((name, index) => (
          <th key={name} scope="col" className={mergeClasses(looks.head, index < left && looks.first)}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
