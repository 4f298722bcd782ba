/** Stacked columns on the page: one description in words; the table beside it has the same figures. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Appearance } from '../appearance';
import { columnsOption, type Columns } from './columns';
import type { Drawing } from './draw';
import { inkOf, type Ink, type Paint } from './paints';

const useStyles = makeStyles({
  picture: { fontFamily: tokens.fontFamilyBase },
  unit: {
    fontSize: '11px',
    lineHeight: '14px',
    paddingLeft: '4px',
    color: tokens.colorNeutralForeground3,
  },
  chart: { width: '100%', height: '204px', '@container (max-height: 480px)': { height: '180px' } },
});

/** System colours by name are resolved here: the library measures contrast and cannot read "CanvasText". */
function resolver(element: HTMLElement): (colour: string) => string {
  return (colour) => {
    if (colour.startsWith('#')) return colour;
    element.style.color = colour;
    const resolved = getComputedStyle(element).color;
    element.style.color = '';
    return resolved === '' ? colour : resolved;
  };
}

function resolvedPaint(paint: Paint, resolve: (colour: string) => string): Paint {
  return { ...paint, fill: resolve(paint.fill), edge: resolve(paint.edge), line: resolve(paint.line) };
}

function optionFor(element: HTMLElement, columns: Columns, appearance: Appearance): object {
  const resolve = resolver(element);
  const ink = inkOf(appearance);
  const seen: Ink = {
    page: resolve(ink.page),
    text: resolve(ink.text),
    caption: resolve(ink.caption),
    grid: resolve(ink.grid),
    axis: resolve(ink.axis),
    limit: resolve(ink.limit),
  };
  const parts = columns.parts.map((part) => ({ ...part, paint: resolvedPaint(part.paint, resolve) }));
  return columnsOption({ ...columns, parts }, seen, getComputedStyle(element).fontFamily);
}

/** Loads the library once, draws, and follows size, figures and colours. Where it cannot load, the table remains. */
function useDrawing(columns: Columns, appearance: Appearance): React.RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const wanted = useRef<() => void>(() => undefined);
  wanted.current = () => {
    if (element.current !== null) drawing.current?.show(optionFor(element.current, columns, appearance));
  };
  useEffect(() => {
    const size = new ResizeObserver(() => {
      drawing.current?.resize();
    });
    let live = true;
    void import('./draw')
      .then(({ draw }) => {
        if (!live || element.current === null) return;
        drawing.current = draw(element.current);
        size.observe(element.current);
        wanted.current();
      })
      .catch(() => undefined);
    return () => {
      live = false;
      size.disconnect();
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    wanted.current();
  });
  return element;
}

export function ColumnsChart({
  columns,
  appearance,
  description,
}: {
  readonly columns: Columns;
  readonly appearance: Appearance;
  readonly description: string;
}): React.JSX.Element {
  const styles = useStyles();
  const element = useDrawing(columns, appearance);
  return (
    <div role="img" aria-label={description} className={styles.picture}>
      <div className={styles.unit} aria-hidden="true">
        {columns.unit}
      </div>
      <div ref={element} className={styles.chart} aria-hidden="true" />
    </div>
  );
}
