/**
 * Charts over the sheet. Univer's open part draws none, so each chart is a floating element of the page that
 * stands over its cells, scrolls and scales with them, and reads its figures from them.
 */
import type { FUniver } from '@univerjs/core/facade';
import {
  CanvasFloatDomService,
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  type IFloatDom,
  type IFloatDomLayout,
} from '@univerjs/preset-sheets-core';
import { BehaviorSubject } from 'rxjs';
import type { ChartSpec, RangeSpec } from '../workbook';
import type { ChartLayer, ChartSource } from './chart-source';

/** Makes a component of the page that draws a source. */
export type DrawChart = (source: ChartSource) => Exclude<IFloatDom['componentKey'], string>;

interface Span {
  readonly from: number;
  readonly to: number;
}
interface Side extends Span {
  readonly fixed: boolean;
}

/**
 * Where a span of the sheet stands on the screen. `frozen` is where the part that stands still ends; what lies
 * beyond it moves with `scroll` and is cut off there.
 */
export function onScreen(span: Span, edge: number, frozen: number, scroll: number, scale: number): Side {
  const still = frozen > edge && span.from < frozen;
  const from = still ? span.from * scale : Math.max((span.from - scroll) * scale, frozen * scale);
  const to = still && span.to <= frozen ? span.to * scale : Math.max((span.to - scroll) * scale, frozen * scale);
  return { from, to, fixed: still };
}

/** The charts of the sheet that is shown. */
export class FloatingCharts implements ChartLayer {
  private shown: {
    readonly id: string;
    readonly spec: ChartSpec;
    readonly position: BehaviorSubject<IFloatDomLayout>;
  }[] = [];

  constructor(
    private readonly api: FUniver,
    private readonly draw: DrawChart,
  ) {
    const move = (): void => {
      this.place();
    };
    api.addEvent(api.Event.Scroll, move);
    api.addEvent(api.Event.SheetZoomChanged, move);
    api.addEvent(api.Event.SheetSkeletonChanged, move);
  }

  /** Shows the charts of the active sheet in place of those shown before. */
  show(sources: readonly ChartSource[]): void {
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
    const service = sheet?.getInject().get(CanvasFloatDomService);
    for (const chart of this.shown) service?.removeFloatDom(chart.id);
    this.shown = [];
    const unit = this.api.getActiveWorkbook()?.getId();
    if (sheet === undefined || service === undefined || unit === undefined) return;
    this.shown = sources.map((source) => {
      const id = `chart-${sheet.getSheetId()}-${source.spec.name}`;
      const position = new BehaviorSubject(this.layout(source.spec.at));
      const pass = (event: MouseEvent): void => {
        this.pass(event);
      };
      const still = (): void => undefined;
      service.addFloatDom({
        id,
        unitId: unit,
        position$: position,
        componentKey: this.draw(source),
        onPointerDown: still,
        onPointerMove: still,
        onPointerUp: still,
        onWheel: pass,
      });
      return { id, spec: source.spec, position };
    });
  }

  /** The wheel over a chart scrolls the sheet below it. */
  private pass(event: MouseEvent): void {
    const workbook = this.api.getActiveWorkbook();
    const canvas = workbook
      ?.getActiveSheet()
      .getInject()
      .get(IRenderManagerService)
      .getRenderById(workbook.getId())
      ?.engine.getCanvasElement();
    canvas?.dispatchEvent(new WheelEvent(event.type, event));
  }

  private place(): void {
    for (const chart of this.shown) chart.position.next(this.layout(chart.spec.at));
  }

  private layout(at: RangeSpec): IFloatDomLayout {
    const workbook = this.api.getActiveWorkbook();
    const sheet = workbook?.getActiveSheet();
    const skeleton = sheet?.getSkeleton();
    const scene = sheet
      ?.getInject()
      .get(IRenderManagerService)
      .getRenderById(workbook?.getId() ?? '')?.scene;
    const view = scene?.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    if (sheet === undefined || !skeleton || scene === undefined || !view) return NOWHERE;
    const { scaleX, scaleY } = scene.getAncestorScale();
    const [left, top] = [skeleton.rowHeaderWidth, skeleton.columnHeaderHeight];
    const freeze = sheet.getFreeze();
    const wide = { from: left + skeleton.colStartX(at.from[1] - 1), to: left + skeleton.colStartX(at.to[1]) };
    const high = { from: top + skeleton.rowStartY(at.from[0] - 1), to: top + skeleton.rowStartY(at.to[0]) };
    const frozenX = left + (freeze.xSplit > 0 ? skeleton.colStartX(freeze.startColumn) : 0);
    const frozenY = top + (freeze.ySplit > 0 ? skeleton.rowStartY(freeze.startRow) : 0);
    const x = onScreen(wide, left, frozenX, view.viewportScrollX, scaleX);
    const y = onScreen(high, top, frozenY, view.viewportScrollY, scaleY);
    return {
      startX: x.from,
      endX: x.to,
      startY: y.from,
      endY: y.to,
      rotate: 0,
      width: (wide.to - wide.from) * scaleX,
      height: (high.to - high.from) * scaleY,
      absolute: { left: x.fixed, top: y.fixed },
    };
  }
}

const NOWHERE: IFloatDomLayout = {
  startX: 0,
  endX: 0,
  startY: 0,
  endY: 0,
  rotate: 0,
  width: 0,
  height: 0,
  absolute: { left: true, top: true },
};
