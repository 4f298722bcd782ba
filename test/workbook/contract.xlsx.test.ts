/** The contract, for files. */
import { workbookContract } from './contract';
import { xlsxBench } from './xlsx/bench';

workbookContract('A file (.xlsx)', (seed) => Promise.resolve(xlsxBench(seed)));
