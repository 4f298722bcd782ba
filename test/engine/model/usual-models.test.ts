/** What usual published models are made of, worked out by hand: a health plan, a vaccine, an oncology drug by month. */
import { results } from '../small';
import { all, close, settings, table } from './by-hand';

test('the United States: a plan of a million members, per member per month, and the test of a threshold', () => {
  const made = results({
    Model: settings({
      Currency: 'USD',
      'First year': 2026,
      Years: 3,
      Members: 1000000,
      'Test threshold': 1500000,
      'Test years': 2,
    }),
    Population: table(
      { Step: 'Members', Op: 'count', Base: 1000000 },
      { Step: 'Adults', Op: 'x', Base: 0.76 },
      { Step: 'Diagnosed', Op: 'x', Base: 0.002 },
      { Step: 'Treated', Op: 'x', Base: 0.5 },
    ),
    Technologies: table({ Technology: 'New', Role: 'new' }, { Technology: 'Old', Role: 'current' }),
    Uptake: table(
      { World: 'without', Technology: 'Old', 2026: 1 },
      { World: 'with', Technology: 'New', 2026: 0.05, 2027: 0.1, 2028: 0.15 },
    ),
    Costs: table(
      { Technology: 'New', Category: 'Acquisition', Item: 'drug', Per: 'month', 'Unit cost': 2500, Growth: 0.03 },
      { Technology: 'Old', Category: 'Acquisition', Item: 'drug', Per: 'month', 'Unit cost': 500, Growth: 0.03 },
      { Technology: 'New', Category: 'Acquisition', Item: 'copay', Per: 'month', 'Unit cost': -50 },
      {
        Technology: 'All',
        Category: 'Adverse events',
        Item: 'event',
        Quantity: 0.2,
        Per: 'patient-year',
        'Unit cost': 4000,
      },
      {
        Technology: 'New',
        Category: 'Adverse events',
        Item: 'event',
        Quantity: 0.05,
        Per: 'patient-year',
        'Unit cost': 4000,
      },
    ),
  });
  const impact = [0.05, 0.1, 0.15].map((s, t) => 760 * s * (12 * (2000 * 1.03 ** t - 50) - 600));
  close(made.impact.total, impact);
  close(
    made.impact.pmpm ?? [],
    impact.map((x) => x / 12e6),
  );
  expect([made.impact.test?.passed, made.impact.test?.years, made.impact.test?.tested]).toEqual([
    false,
    [2027],
    [2026, 2027],
  ]);
});

test('a vaccine: routine and catch-up, whole people, parts to the cent, a campaign once and letters to everybody eligible', () => {
  const made = results({
    Model: settings({
      Currency: 'USD',
      'First year': 2026,
      Years: 3,
      Patients: 'round',
      Money: 'round each part to 2 places',
    }),
    Population: table(
      { Subgroup: 'Infants', Step: 'Births', Op: 'count', Stream: 'incident', Base: 12345, Growth: -0.01 },
      { Subgroup: 'Catch-up', Step: 'Children', Op: 'count', Stream: 'bolus', Base: 54321 },
      { Subgroup: 'Catch-up', Step: 'Consent', Op: 'x', Base: 0.77 },
    ),
    Technologies: table({ Technology: 'Vaccine', Role: 'new' }, { Technology: 'None', Role: 'none' }),
    Uptake: table(
      { World: 'with', Subgroup: 'Infants', Technology: 'Vaccine', 2026: 0.5, 2027: 0.9 },
      { World: 'with', Subgroup: 'Catch-up', Technology: 'Vaccine', 2026: 0.4 },
    ),
    Costs: table(
      {
        Technology: 'Vaccine',
        Category: 'Acquisition',
        Item: 'doses',
        Quantity: 2,
        Per: 'start',
        'Unit cost': 33.335,
        Growth: 0.02,
      },
      {
        Technology: 'None',
        Category: 'Hospital care',
        Item: 'cases',
        Quantity: 0.013,
        Per: 'patient-year',
        'Unit cost': 1500,
      },
      { World: 'with', Category: 'Implementation', Item: 'campaign', Per: 'year', 2026: 100000, 2027: 0 },
      { World: 'with', Category: 'Implementation', Item: 'letters', Per: 'eligible', 'Unit cost': 0.5 },
    ),
  });
  // 12,345 births, 12,221.55 → 12,222, 12,099.3 → 12,099; 41,827.17 → 41,827 consent, once.
  expect(made.eligible.map(({ values }) => values)).toEqual([
    ['12345', '12222', '12099'],
    ['41827', '0', '0'],
  ]);
  // 6,172.5 → 6,173 and 16,730.8 → 16,731; then 10,999.8 → 11,000 and 10,889.1 → 10,889.
  expect(all(made, { world: 'with', technology: 'Vaccine' }).map(({ values }) => values)).toEqual([
    ['6173', '11000', '10889'],
    ['16731', '0', '0'],
  ]);
  const price = [33.335, 33.335 * 1.02, 33.335 * 1.02 ** 2];
  const cents = (x: number): number => Math.round(x * 100) / 100;
  close(made.impact.byCategory['Acquisition'] ?? [], [
    cents(6173 * 66.67) + cents(16731 * 66.67),
    cents(22000 * (price[1] ?? 0)),
    cents(21778 * (price[2] ?? 0)),
  ]);
  // Cases: those who stay untreated are rounded by themselves (6,172.5 → 6,173).
  close(made.impact.byCategory['Hospital care'] ?? [], [
    cents(6173 * 19.5) - cents(12345 * 19.5) + cents(25096 * 19.5) - cents(41827 * 19.5),
    cents(1222 * 19.5) - cents(12222 * 19.5),
    cents(1210 * 19.5) - cents(12099 * 19.5),
  ]);
  close(made.impact.byCategory['Implementation'] ?? [], [100000 + cents(6172.5) + 20913.5, 6111, 6049.5]);
});

test('oncology by month: whole vials by surface, a loading dose, administrations, exponential and Weibull persistence', () => {
  const made = results({
    Model: settings({ Currency: 'EUR', 'First year': 2026, Years: 2, Step: 'month' }),
    Population: table(
      { Step: 'Incident', Op: 'count', Stream: 'incident', Base: 1200 },
      { Step: 'Treated', Op: 'x', Base: 0.25 },
    ),
    Technologies: table(
      { Technology: 'New', Role: 'new', Accounting: 'cohort', Persistence: 'exponential', P1: 0.7 },
      { Technology: 'Old', Role: 'current', Accounting: 'cohort', Persistence: 'weibull', P1: 9, P2: 1.2 },
    ),
    Uptake: table({ World: 'without', Technology: 'Old', 2026: 1 }, { World: 'with', Technology: 'New', 2026: 1 }),
    Prices: table(
      { Item: 'vial', Pack: '100', Content: 100, Unit: 'mg', 'List price': 1000 },
      { Item: 'vial', Pack: '40', Content: 40, Unit: 'mg', 'List price': 450 },
    ),
    Patients: table({ BSA: 1.75 }),
    Regimens: table({
      Technology: 'New',
      Item: 'vial',
      Dose: 100,
      'Dose unit': 'mg/m2',
      Every: 1,
      'Every unit': 'month',
      'Loading doses': 1,
      'Vial sharing': 'no',
    }),
    Costs: table(
      { Technology: 'New', Category: 'Acquisition', Item: 'vial', Per: 'patient-year', 'Price item': 'vial' },
      { Technology: 'New', Category: 'Administration', Item: 'vial', Per: 'dose', 'Unit cost': 200 },
      { Technology: 'Old', Category: 'Acquisition', Item: 'tablets', Per: 'month', 'Unit cost': 300 },
    ),
  });
  // 25 start each month; in month m those who began a months ago are on treatment with S(a).
  const months = (S: (a: number) => number): readonly number[] =>
    [0, 1].map((year) => {
      let sum = 0;
      for (let m = 12 * year; m < 12 * year + 12; m += 1) for (let j = 0; j <= m; j += 1) sum += 25 * S(m - j);
      return sum;
    });
  const fresh = months((a) => Math.exp((-0.7 * a) / 12));
  const old = months((a) => Math.exp(-((a / 9) ** 1.2)));
  // 175 mg: one vial of 100 and two of 40 (1,900) beat two of 100 (2,000).
  close(
    made.impact.byCategory['Acquisition'] ?? [],
    fresh.map((n, t) => (n + 300) * 1900 - (old[t] ?? 0) * 300),
  );
  close(
    made.impact.byCategory['Administration'] ?? [],
    fresh.map((n) => (n + 300) * 200),
  );
  close(
    all(made, { world: 'with', technology: 'New' })[0]?.values ?? [],
    fresh.map((n) => n / 12),
  );
});
