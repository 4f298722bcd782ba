/** Walking a table of pressable figures by arrow keys: one stop for Tab, then up, down, left, right, Home and End. */
import { useEffect, useRef } from 'react';

/** Buttons of a row; a column that is hidden at this width takes its buttons out of the walk. */
const buttonsOf = (row: Element): readonly HTMLElement[] =>
  [...row.children]
    .filter((cell) => getComputedStyle(cell).display !== 'none')
    .flatMap((cell) => [...cell.querySelectorAll<HTMLElement>('button')]);

/** Where an arrow leads from a place in the grid; null where there is nothing. */
function next(grid: readonly (readonly HTMLElement[])[], row: number, column: number, key: string): HTMLElement | null {
  const line = grid[row] ?? [];
  switch (key) {
    case 'ArrowRight':
      return line[column + 1] ?? null;
    case 'ArrowLeft':
      return line[column - 1] ?? null;
    case 'ArrowDown':
      return grid[row + 1]?.[column] ?? grid[row + 1]?.at(-1) ?? null;
    case 'ArrowUp':
      return grid[row - 1]?.[column] ?? grid[row - 1]?.at(-1) ?? null;
    case 'Home':
      return line[0] ?? null;
    case 'End':
      return line.at(-1) ?? null;
    default:
      return null;
  }
}

function gridOf(table: Element): readonly (readonly HTMLElement[])[] {
  return [...table.querySelectorAll('tr')].map(buttonsOf).filter((row) => row.length > 0);
}

/** Only one button of the table is reached by Tab: the one used last, else the first. */
function keepOneStop(table: Element, chosen: HTMLElement | null): void {
  const all = gridOf(table).flat();
  const stop =
    chosen !== null && all.includes(chosen)
      ? chosen
      : (all.find((one) => one.tabIndex === 0 && one.dataset['stop'] === 'yes') ?? all[0]);
  for (const one of all) {
    one.tabIndex = one === stop ? 0 : -1;
    one.dataset['stop'] = one === stop ? 'yes' : 'no';
  }
}

/** Put on a table; its buttons become one walkable grid. */
export function useWalking(): React.RefObject<HTMLTableElement> {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (table.current !== null) keepOneStop(table.current, null);
  });
  useEffect(() => {
    const element = table.current;
    if (element === null) return undefined;
    const walk = (event: KeyboardEvent): void => {
      const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('button') : null;
      const grid = gridOf(element);
      const row = grid.findIndex((line) => from !== null && line.includes(from));
      const to = from === null || row < 0 ? null : next(grid, row, grid[row]?.indexOf(from) ?? 0, event.key);
      if (to === null) return;
      event.preventDefault();
      keepOneStop(element, to);
      to.focus();
    };
    const settle = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement) keepOneStop(element, event.target);
    };
    const size = new ResizeObserver(() => {
      keepOneStop(element, null);
    });
    size.observe(element);
    element.addEventListener('keydown', walk);
    element.addEventListener('focusin', settle);
    return () => {
      size.disconnect();
      element.removeEventListener('keydown', walk);
      element.removeEventListener('focusin', settle);
    };
  }, []);
  return table;
}
