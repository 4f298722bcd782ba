/** One chart over the sheet: its title, and its figures drawn from the cells as they now stand. */
import { useEffect, useRef } from 'react';
import type { ChartSource } from '../workbook/grid/chart-source';
import { useDarkPage } from '../taskpane/appearance';
import { chartOption, inkFor } from './chart';
import type { Drawing } from './draw';

const FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif';

export function SheetChart({ source }: { readonly source: ChartSource }): React.JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const dark = useDarkPage();
  const ink = inkFor(dark);
  useEffect(() => {
    let drawing: Drawing | null = null;
    let live = true;
    const show = (): void => {
      drawing?.show(chartOption(source, source.read(), inkFor(dark), FONT));
    };
    const size = new ResizeObserver(() => {
      drawing?.resize();
    });
    void import('./draw')
      .then(({ draw }) => {
        if (!live || element.current === null) return;
        drawing = draw(element.current);
        size.observe(element.current);
        show();
      })
      .catch(() => undefined);
    const stop = source.watch(show);
    return () => {
      live = false;
      stop();
      size.disconnect();
      drawing?.dispose();
    };
  }, [source, dark]);
  return (
    <figure
      className="sheet-chart"
      role="img"
      aria-label={`${source.spec.title}. ${source.spec.description}`}
      style={{ background: ink.page, color: ink.text, fontFamily: FONT }}
    >
      <figcaption className="sheet-chart-title" aria-hidden="true">
        {source.spec.title}
      </figcaption>
      <div ref={element} className="sheet-chart-body" aria-hidden="true" />
    </figure>
  );
}
