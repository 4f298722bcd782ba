/** The contract, for the sheet in the browser. */
import { workbookContract } from './contract';
import { gridBench } from './grid/bench';

workbookContract('The sheet in the browser', (seed) => Promise.resolve(gridBench(seed)));
