/** A button that shows the rest of a list. */
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  more: {
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: 'none',
    padding: '4px 0',
    minHeight: '24px',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

export function More({ count, onMore }: { readonly count: number; readonly onMore: () => void }): React.JSX.Element {
  const styles = useStyles();
  return (
    <button type="button" className={styles.more} onClick={onMore}>
      {count} more
    </button>
  );
}
