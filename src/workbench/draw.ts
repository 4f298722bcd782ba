/** The chart library with the parts that charts over the sheet use; loaded with the first of them. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** A drawn chart. */
export interface Drawing {
  show(option: object): void;
  resize(): void;
  dispose(): void;
}

/** Draws into an element, as SVG. */
export function draw(element: HTMLElement): Drawing {
  const chart = init(element, null, { renderer: 'svg' });
  return {
    show: (option) => {
      chart.setOption(option as EChartsCoreOption, { notMerge: true, silent: true });
    },
    resize: () => {
      chart.resize();
    },
    dispose: () => {
      chart.dispose();
    },
  };
}
