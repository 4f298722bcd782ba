/** BIM_Agreements: what each takes off the acquisition cost, in Order, each on what the one before left. */
import { add, covers, D, isAll, linesOf, number, numberOr, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { overTimes, yearOf, WORLDS } from './model';
import type { Model, Years } from './model';
import type { LedgerLine, Volume } from './ledger';
import { technologiesOf } from './shares';

/** An acquisition line on its way through the agreements: what is left of each time's amount, and rebates to come. */
interface Open {
  readonly line: LedgerLine;
  readonly volume: Volume;
  left: Num[];
  moved: Num[];
}

/** One agreement: the rows of one Type and Order (its bands, lowest threshold first) over the lines they cover. */
interface Agreement {
  readonly rows: readonly Line[];
  readonly lines: readonly Open[];
}

const at = (years: Years, t: number): Num => years[t] ?? ZERO;
const total = (lines: readonly Open[], of: (open: Open) => Num): Num => add(lines.map(of));
const typeOf = (row: Line): string => word(row, 'Type', '');
const p = (row: Line, header: string, blank: Num = ZERO): Num => numberOr(row, header, blank);
const threshold = (row: Line): Num => p(row, 'Threshold');

/** Bands in force: what lies from each Threshold to the next. */
const bands = (rows: readonly Line[]): { row: Line; from: Num; to: Num | null }[] => {
  const rising = [...rows].sort((a, b) => threshold(a).cmp(threshold(b)));
  return rising.map((row, i) => ({
    row,
    from: threshold(row),
    to: rising[i + 1] === undefined ? null : threshold(rising[i + 1] as Line),
  }));
};
const within = (amount: Num, from: Num, to: Num | null): Num =>
  D.max(ZERO, (to === null ? amount : D.min(amount, to)).minus(from));

/** What leaves the amount of all lines together, shared out in proportion. */
const together = (lines: readonly Open[], t: number, taken: (spend: Num, units: Num) => Num): Num[] => {
  const spend = total(lines, (open) => at(open.left, t));
  if (spend.isZero()) return lines.map(() => ZERO);
  const rebate = taken(
    spend,
    total(lines, (open) => at(open.volume.units, t)),
  );
  return lines.map((open) => rebate.times(at(open.left, t)).div(spend));
};
const lineByLine = (lines: readonly Open[], t: number, taken: (open: Open, spend: Num) => Num): Num[] =>
  lines.map((open) => taken(open, at(open.left, t)));

/** Part of the doses beyond the cap: starters have loading doses besides. */
const beyondCap = (open: Open, row: Line, t: number): Num => {
  const { doses, loading } = open.volume;
  const cap = p(row, 'P1');
  const [people, starts] = [at(open.volume.people, t), D.min(at(open.volume.starts, t), at(open.volume.people, t))];
  const given = people.times(doses).plus(starts.times(loading));
  // A course in stock: each patient of the year has one, and so has each starter of a cohort.
  const course = word(row, 'P2', 'year') === 'course';
  const begun = open.volume.cohort ? at(open.volume.starts, t) : people;
  const perYear = starts.times(D.min(cap, doses.plus(loading))).plus(people.minus(starts).times(D.min(cap, doses)));
  const paid = course ? D.min(given, begun.times(cap)) : perYear;
  return given.isZero() ? ZERO : ONE.minus(paid.div(given));
};

/** Spend on those who start in the year. */
const onStarters = (open: Open, spend: Num, t: number): Num => {
  const [people, starts] = [at(open.volume.people, t), D.min(at(open.volume.starts, t), at(open.volume.people, t))];
  return people.isZero() ? ZERO : spend.times(starts).div(people);
};

/** Nothing before the assessment, responders after it. */
const unpaid = (open: Open, row: Line, spend: Num, t: number): Num => {
  const response = p(row, 'P1', ONE);
  const paidMonths = D.max(ZERO, new D(12).minus(p(row, 'P2')));
  const starters = onStarters(open, spend, t);
  return starters
    .times(ONE.minus(response.times(paidMonths).div(12)))
    .plus(spend.minus(starters).times(ONE.minus(response)));
};

/** A fee in years with patients, and a price for each patient beyond those included, in place of the cost. */
const subscription = (row: Line, lines: readonly Open[], t: number): Num[] => {
  // A technology's patients count once, however many rows they are charged in.
  const once = new Map(lines.map((open) => [`${open.line.subgroup}|${open.line.technology}`, open]));
  const patients = total([...once.values()], (open) => at(open.volume.patients, t));
  const spend = total(lines, (open) => at(open.left, t));
  // It stands in place of the spend: a year without patients has neither fee nor what earlier years still owe.
  if (patients.isZero()) return lines.map((open) => at(open.left, t));
  const included = number(row, 'P2');
  const above = included === null ? ZERO : D.max(ZERO, patients.minus(included)).times(p(row, 'Rate'));
  const due = p(row, 'P1').plus(above);
  return lines.map((open) => {
    const part = spend.isZero()
      ? at(open.volume.patients, t).div(patients.times(lines.length).div(once.size))
      : at(open.left, t).div(spend);
    return at(open.left, t).minus(due.times(part));
  });
};

/** Everybody pays the mean of the subgroups' prices, weighted by volume. */
const blend = (rows: readonly Line[], lines: readonly Open[], t: number): Num[] => {
  const priceOf = (open: Open): Num | null => {
    const row = rows.find((r) => covers(text(r, 'Subgroup'), open.line.subgroup));
    return row === undefined ? null : p(row, 'P1');
  };
  const priced = lines.filter((open) => priceOf(open) !== null);
  const units = total(priced, (open) => at(open.volume.units, t));
  if (units.isZero()) return lines.map(() => ZERO);
  const mean = total(priced, (open) => at(open.volume.units, t).times(priceOf(open) ?? ZERO)).div(units);
  return lines.map((open) =>
    priceOf(open) === null ? ZERO : at(open.left, t).minus(at(open.volume.units, t).times(mean)),
  );
};

/** The rebate of each line at a time. */
const rebates = ({ lines }: Agreement, rows: readonly Line[], t: number): Num[] => {
  const row = rows[0];
  if (row === undefined) return lines.map(() => ZERO);
  const rate = p(row, 'Rate');
  switch (typeOf(row)) {
    case 'discount':
      return lineByLine(lines, t, (_, spend) => spend.times(rate));
    case 'tiers':
      return together(lines, t, (spend, units) =>
        units.isZero()
          ? ZERO
          : add(bands(rows).map(({ row: r, from, to }) => p(r, 'Rate').times(within(units, from, to))))
              .times(spend)
              .div(units),
      );
    case 'volume tiers':
      return together(lines, t, (spend, units) =>
        spend.times(
          p(
            bands(rows)
              .filter(({ from }) => units.gte(from))
              .at(-1)?.row ?? { cells: new Map() },
            'Rate',
          ),
        ),
      );
    case 'price-volume':
      return together(lines, t, (spend) =>
        add(bands(rows).map(({ row: r, from, to }) => p(r, 'Rate').times(within(spend, from, to)))),
      );
    case 'dose cap':
      return lineByLine(lines, t, (open, spend) => spend.times(beyondCap(open, row, t)));
    case 'spend cap':
      return together(lines, t, (spend) => D.max(ZERO, spend.minus(threshold(row))).times(p(row, 'Rate', ONE)));
    case 'free start':
      return lineByLine(lines, t, (open, spend) => {
        const units = at(open.volume.units, t);
        const free = D.min(units, at(open.volume.startUnits, t), at(open.volume.starts, t).times(p(row, 'P1')));
        return units.isZero() ? ZERO : spend.times(free).div(units);
      });
    case 'outcome refund':
      return lineByLine(lines, t, (_, spend) =>
        spend
          .times(ONE.minus(p(row, 'P1')))
          .times(p(row, 'Rate', ONE))
          .times(p(row, 'P2', ONE)),
      );
    case 'pay on response':
      return lineByLine(lines, t, (open, spend) => unpaid(open, row, spend, t));
    case 'subscription':
      return subscription(row, lines, t);
    case 'blend':
      return blend(rows, lines, t);
    default:
      throw new Refused(`Agreement '${typeOf(row)}' is not known`);
  }
};

/** The spend of each year is paid in equal instalments from that year on; left here is what falls in each year. */
const annuity = (model: Model, row: Line, open: Open, inForce: (t: number) => boolean): Num[] => {
  const [count, interest] = [p(row, 'P1', ONE).toNumber(), p(row, 'Rate')];
  const part = interest.isZero() ? ONE.div(count) : interest.div(ONE.minus(interest.plus(1).pow(-count)));
  const staying = word(row, 'P2', 'no') === 'yes' ? stayingShare(model, open.line.technology) : (): Num => ONE;
  return overTimes(model, (t) => {
    const plain = inForce(t) ? ZERO : at(open.left, t);
    const due = Array.from({ length: count }, (_, i) => t - i)
      .filter((s) => model.times.includes(s) && inForce(s) && (s > 0 || t === 0 || model.cohortContinues))
      .map((s) =>
        at(open.left, s)
          .times(part)
          .times(staying(t - s)),
      );
    return plain.plus(add(due));
  });
};
/** Share still on a technology after so many years, by its yearly discontinuation. */
const stayingShare =
  (model: Model, name: string) =>
  (years: number): Num => {
    const line = technologiesOf(model).find((technology) => same(technology.name, name))?.line;
    return ONE.minus(line === undefined ? ZERO : p(line, 'Discontinuation')).pow(years);
  };

/** A part of a year's rebate falls in the next: rebates leave `left` at once, and come back late in `moved`. */
const apply = (model: Model, agreement: Agreement): void => {
  const inForce =
    (row: Line) =>
    (t: number): boolean => {
      const year = (n: Num | null): Num | null => (n?.lt(1000) === true ? n.plus(yearOf(model, 0)) : n);
      const [from, to] = [year(number(row, 'From')), year(number(row, 'To'))];
      return from?.gt(yearOf(model, t)) !== true && to?.lt(yearOf(model, t)) !== true;
    };
  const first = agreement.rows[0];
  if (first === undefined) return;
  if (typeOf(first) === 'annuity') {
    for (const open of agreement.lines) open.left = annuity(model, first, open, inForce(first));
    return;
  }
  const late = p(first, 'Lag').div(12);
  for (const t of model.times) {
    const taken = rebates(
      agreement,
      agreement.rows.filter((row) => inForce(row)(t)),
      t,
    );
    for (const [i, open] of agreement.lines.entries()) {
      const rebate = taken[i] ?? ZERO;
      open.left = open.left.map((n, s) => (s === t ? n.minus(rebate) : n));
      const passes = t > 0 || model.cohortContinues;
      open.moved = open.moved.map((n, s) =>
        s === t ? n.plus(rebate.times(late)) : s === t + 1 && passes ? n.minus(rebate.times(late)) : n,
      );
    }
  }
};

/** Agreements in Order: one per Type, Order and group of technologies (or technology), with the lines it covers. */
const agreementsOf = (model: Model, lines: readonly Open[]): Agreement[] => {
  const rows = linesOf(model.book, 'agreements');
  const grouped = new Map<string, Agreement>();
  for (const world of WORLDS)
    for (const { name } of technologiesOf(model))
      for (const row of rows.filter((r) => covers(text(r, 'Technology'), name))) {
        const own = rows.some(
          (r) =>
            same(text(r, 'Technology'), name) &&
            typeOf(r) === typeOf(row) &&
            p(r, 'Order', ONE).eq(p(row, 'Order', ONE)),
        );
        if (isAll(text(row, 'Technology')) && own) continue;
        const scope = typeOf(row) === 'blend' ? '' : text(row, 'Subgroup').toLowerCase();
        const who = text(row, 'Group') === '' ? `t:${name}` : `g:${text(row, 'Group')}`;
        const key = [
          world,
          typeOf(row),
          p(row, 'Order', ONE).toString(),
          who.toLowerCase(),
          isAll(scope) ? '' : scope,
        ].join('|');
        const known = grouped.get(key) ?? { rows: [], lines: [] };
        const ofRow = lines.filter(
          (open) =>
            open.line.world === world &&
            same(open.line.technology, name) &&
            (typeOf(row) === 'blend' || speaksFor(rows, row, open.line.subgroup)),
        );
        grouped.set(key, { rows: [...new Set([...known.rows, row])], lines: [...new Set([...known.lines, ...ofRow])] });
      }
  return [...grouped.values()].sort((a, b) => orderOf(a) - orderOf(b));
};
const orderOf = (agreement: Agreement): number =>
  agreement.rows[0] === undefined ? 0 : p(agreement.rows[0], 'Order', ONE).toNumber();

/** An `All` subgroup row leaves out subgroups that have a row of the same Technology, Type and Order. */
const speaksFor = (rows: readonly Line[], row: Line, subgroup: string): boolean => {
  if (!covers(text(row, 'Subgroup'), subgroup)) return false;
  return (
    !isAll(text(row, 'Subgroup')) ||
    !rows.some(
      (r) =>
        !isAll(text(r, 'Subgroup')) &&
        same(text(r, 'Subgroup'), subgroup) &&
        same(text(r, 'Technology'), text(row, 'Technology')) &&
        typeOf(r) === typeOf(row) &&
        p(r, 'Order', ONE).eq(p(row, 'Order', ONE)),
    )
  );
};

/** The ledger with acquisition lines as they are paid. */
export const afterAgreements = (model: Model, ledger: readonly LedgerLine[]): LedgerLine[] => {
  const open = new Map<LedgerLine, Open>();
  for (const line of ledger)
    if (line.volume !== null && same(line.category, 'Acquisition'))
      open.set(line, { line, volume: line.volume, left: [...line.amounts], moved: line.amounts.map(() => ZERO) });
  for (const agreement of agreementsOf(model, [...open.values()])) apply(model, agreement);
  return ledger.map((line) => {
    const paid = open.get(line);
    return paid === undefined ? line : { ...line, amounts: paid.left.map((n, t) => n.plus(paid.moved[t] ?? ZERO)) };
  });
};
