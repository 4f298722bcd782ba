/** How far sums of a page may lie apart: what is lost far behind the point of its largest amount. */
import { largest, type Amount } from './amounts';
import { moneyTolerance } from './check';
import type { Page } from './page';
import { amountsOf } from './row';

export const tolerance = (page: Page): Amount =>
  moneyTolerance(largest([...page.rows.values()].flatMap((each) => [...amountsOf(each.value)])));
