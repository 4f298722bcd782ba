/** The contract, for Excel: Microsoft's office.js over the emulated host, in the newest and in the oldest Excel that we take. */
import { workbookContract } from './contract';
import { excelBench } from './excelBench';

// The emulated host keeps formulas, but does not calculate them.
workbookContract('Excel (ExcelApi 1.15)', (seed) => Promise.resolve(excelBench(seed)), false);
workbookContract('Excel (ExcelApi 1.9)', (seed) => Promise.resolve(excelBench(seed, { excelApi: '1.9' })), false);
