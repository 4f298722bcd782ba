/**
 * The tree of an explained figure. Operators stand in a column of their own; a leaf shows its value and its cell.
 * Arrow keys walk it: right opens, left closes, Enter on a leaf goes to its cell.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import type { Explanation } from '../../engine/results';
import type { Numerals } from '../figures';
import { Confidential } from '../parts/Confidential';
import { Closed, Open } from '../parts/icons';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { useSessionContext } from '../parts/session-context';
import { isLeaf, linesOf, widestBranch, type Line } from './explained';
import { inUnit } from './in-unit';

const useStyles = makeStyles({
  tree: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    marginBottom: '16px',
    fontVariantNumeric: 'tabular-nums lining-nums',
  },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    borderRadius: '2px',
    cursor: 'default',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  branch: { cursor: 'pointer' },
  rail: {
    flexShrink: 0,
    width: '15px',
    alignSelf: 'stretch',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    marginLeft: '5px',
    marginRight: '-5px',
  },
  operator: {
    flexShrink: 0,
    width: '12px',
    padding: '5px 0',
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
  },
  chevron: { flexShrink: 0, width: '18px', padding: '5px 0', display: 'inline-flex', justifyContent: 'center' },
  body: { flexGrow: 1, minWidth: 0, padding: '5px 0 5px 3px', overflowWrap: 'anywhere' },
  where: { color: tokens.colorNeutralForeground3, fontWeight: 400 },
  value: { flexShrink: 0, padding: '5px 0 5px 8px', textAlign: 'right' },
});

/** Deeper branches are told by their operators and positions; more rails would leave no room for words. */
const DEEPEST_RAIL = 8;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));

export function ExplainTree({
  root,
  numerals,
}: {
  readonly root: Explanation;
  readonly numerals: Numerals;
}): React.JSX.Element {
  const styles = useStyles();
  const { does } = useSessionContext();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => widestBranch(root));
  const [current, setCurrent] = useState('0');
  const tree = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(root, open), [root, open]);
  const turn = (path: string, to: boolean): void => {
    setOpen((old) => {
      const next = new Set(old);
      if (to) next.add(path);
      else next.delete(path);
      return next;
    });
  };
  const go = (path: string | undefined): void => {
    if (path === undefined) return;
    setCurrent(path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus();
  };
  const keys = (event: React.KeyboardEvent): void => {
    const at = lines.findIndex((line) => line.path === current);
    const line = lines[at];
    if (line === undefined || !pressed(event.key, line, at, lines, { go, turn, show: does.show })) return;
    event.preventDefault();
  };
  return (
    <div role="tree" aria-label="How the figure is made" className={styles.tree} ref={tree} onKeyDown={keys}>
      {lines.map((line) => (
        <TreeLine
          key={line.path}
          line={line}
          numerals={numerals}
          current={line.path === current}
          onPress={() => {
            setCurrent(line.path);
            turn(line.path, !line.open);
          }}
        />
      ))}
    </div>
  );
}

interface Moves {
  readonly go: (path: string | undefined) => void;
  readonly turn: (path: string, to: boolean) => void;
  readonly show: (at: NonNullable<Explanation['at']>) => void;
}

/** What a key does in the tree; false where it does nothing. */
function pressed(key: string, line: Line, at: number, lines: readonly Line[], { go, turn, show }: Moves): boolean {
  const leaf = isLeaf(line.node);
  switch (key) {
    case 'ArrowDown':
      go(lines[at + 1]?.path);
      return true;
    case 'ArrowUp':
      go(lines[at - 1]?.path);
      return true;
    case 'Home':
      go(lines[0]?.path);
      return true;
    case 'End':
      go(lines.at(-1)?.path);
      return true;
    case 'ArrowRight':
      if (line.open) go(lines[at + 1]?.path);
      else if (!leaf) turn(line.path, true);
      return true;
    case 'ArrowLeft':
      if (line.open) turn(line.path, false);
      else if (line.level > 1) go(parentOf(line.path));
      return true;
    case 'Enter':
    case ' ':
      if (!leaf) turn(line.path, !line.open);
      else if (line.node.at !== null) show(line.node.at);
      return true;
    default:
      return false;
  }
}

interface TreeLineProps {
  readonly line: Line;
  readonly numerals: Numerals;
  readonly current: boolean;
  readonly onPress: () => void;
}

function TreeLine({ line, numerals, current, onPress }: TreeLineProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { node, level, open } = line;
  const leaf = isLeaf(node);
  const strong = open && level < 6;
  return (
    <div
      role="treeitem"
      tabIndex={current ? 0 : -1}
      data-path={line.path}
      aria-level={level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      {...(leaf ? {} : { 'aria-expanded': open })}
      className={mergeClasses(styles.line, !leaf && styles.branch)}
      onClick={leaf ? undefined : onPress}
    >
      {Array.from({ length: Math.min(level - 1, DEEPEST_RAIL) }, (_, index) => (
        <span key={index} className={styles.rail} aria-hidden="true" />
      ))}
      <span className={styles.operator}>{level === 1 ? '=' : node.operator}</span>
      {!leaf && <span className={styles.chevron}>{open ? <Open /> : <Closed />}</span>}
      <span className={mergeClasses(styles.body, strong && looks.strong)}>
        {capital(node.name)}
        {line.where !== '' && level > 1 && <span className={styles.where}> {line.where}</span>}
        {node.confidential && <Confidential />}
        {leaf && node.at !== null && (
          <>
            <br />
            <CellLink at={node.at} tabIndex={-1} />
          </>
        )}
      </span>
      <span className={mergeClasses(styles.value, strong && looks.strong)}>{inUnit(node, numerals)}</span>
    </div>
  );
}
