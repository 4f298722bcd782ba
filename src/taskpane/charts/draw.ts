/** The chart library, with only the modules that are used. Loaded when the first chart comes into view. */
import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use as equip, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

equip([BarChart, ScatterChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

/** A drawn chart: can be given another option, another size, and be taken away. */
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
