/** What official templates are made of, each as a small workbook and worked out by hand: Australia (PBAC), Germany (AMNOG dossier), England (NICE resource impact), New Zealand (PHARMAC), Canada (claims-based). */
import { D, results, type Tables } from '../small';
import { all, close, settings, table } from './by-hand';

test('Australia: scripts of two schemes, co-payments between payers, a confidential rebate, patients carried over', () => {
  const tables: Tables = {
    Model: settings({ Currency: 'AUD', 'First year': 2027, Years: 6, Payer: 'PBS' }),
    Population: table(
      { Subgroup: 'General', Step: 'Prevalent', Op: 'count', Base: 20000, Growth: 0.02 },
      { Subgroup: 'General', Step: 'Carried over', Op: '+', 'Year 1': 30, 'Year 2': 0 },
      { Subgroup: 'Veterans', Step: 'Prevalent', Op: 'count', 'Year 1': 1000, 'Year 2': 1100 },
      { Subgroup: 'All', Step: 'Eligible', Op: 'x', Base: 0.5 },
    ),
    Technologies: table(
      { Technology: 'New', Role: 'new' },
      { Technology: 'Comparator', Role: 'current' },
      { Technology: 'Supportive care', Role: 'none' },
    ),
    Uptake: table(
      { World: 'without', Technology: 'Comparator', 2027: 0.8 },
      { World: 'with', Technology: 'New', 2027: 0.1, 2028: 0.2, 2029: 0.3, 2030: 0.35, 2031: 0.4 },
    ),
    Displacement: table(
      { Technology: 'New', Displaced: 'Comparator', Share: 0.9 },
      { Technology: 'New', Displaced: 'Supportive care', Share: 0.1 },
    ),
    Prices: table(
      { Item: 'New', Pack: '30 tablets', 'List price': 500, Rebate: 0.3, Confidential: 'yes' },
      { Item: 'Comparator', 'List price': 120 },
    ),
    Costs: table(
      {
        Technology: 'New',
        Category: 'Acquisition',
        Item: 'scripts',
        Quantity: 11.7,
        Per: 'patient-year',
        'Price item': 'New',
        Payer: 'PBS',
      },
      {
        Technology: 'New',
        Subgroup: 'General',
        Category: 'Co-payment',
        Item: 'copayment',
        Quantity: 11.7,
        Per: 'patient-year',
        'Unit cost': -31.6,
        Payer: 'PBS',
      },
      {
        Technology: 'New',
        Subgroup: 'General',
        Category: 'Co-payment',
        Item: 'paid',
        Quantity: 11.7,
        Per: 'patient-year',
        'Unit cost': 31.6,
        Payer: 'Patients',
      },
      {
        Technology: 'Comparator',
        Category: 'Acquisition',
        Item: 'scripts',
        Quantity: 12,
        Per: 'patient-year',
        'Price item': 'Comparator',
        Payer: 'PBS',
      },
      {
        Technology: 'All',
        Category: 'Visits',
        Item: 'visit',
        Quantity: 2,
        Per: 'patient-year',
        'Unit cost': 40,
        Payer: 'MBS',
      },
      {
        Technology: 'New',
        Category: 'Visits',
        Item: 'visit',
        Quantity: 3,
        Per: 'patient-year',
        'Unit cost': 40,
        Payer: 'MBS',
      },
    ),
  };
  const made = results(tables);
  const uptake = [0.1, 0.2, 0.3, 0.35, 0.4, 0.4];
  const general = uptake.map((_, n) => (20000 * 1.02 ** n + (n === 0 ? 30 : 0)) / 2);
  const veterans = uptake.map((_, n) => (n === 0 ? 1000 : 1100) / 2);
  const onNew = uptake.map((share, n) => ({
    general: share * (general[n] ?? 0),
    veterans: share * (veterans[n] ?? 0),
  }));
  close(made.eligible[0]?.values ?? [], general);
  const pbs = onNew.map(
    ({ general: g, veterans: v }) => (g + v) * 11.7 * 350 - g * 11.7 * 31.6 - 0.9 * (g + v) * 12 * 120,
  );
  close(made.impact.total, pbs);
  close(
    made.impact.byPayer['Patients'] ?? [],
    onNew.map(({ general: g }) => g * 11.7 * 31.6),
  );
  // Everybody has two visits; those on the new drug a third.
  close(
    made.impact.byPayer['MBS'] ?? [],
    onNew.map(({ general: g, veterans: v }) => (g + v) * 40),
  );
  close(
    made.impact.grossDrug ?? [],
    onNew.map(({ general: g, veterans: v }) => (g + v) * 11.7 * 350),
  );
  const scripts = made.volumes?.filter((row) => row.world === 'with' && row.technology === 'New') ?? [];
  close(
    scripts.find((row) => row.subgroup === 'Veterans')?.units ?? [],
    onNew.map(({ veterans: v }) => v * 11.7),
  );
});

test('Germany: yearly therapy costs by 365 days, the makers’ rebate on the pack, a pharmacy discount as a negative fee', () => {
  const made = results({
    Model: settings({ Currency: 'EUR', 'First year': 2025, Years: 1, 'Days in year': 365 }),
    Population: table({ Step: 'Statutory health insurance', Op: 'count', Base: 10000 }),
    Technologies: table({ Technology: 'New', Role: 'new' }, { Technology: 'Comparator', Role: 'current' }),
    Uptake: table(
      { World: 'without', Technology: 'Comparator', 2025: 1 },
      { World: 'with', Technology: 'New', 2025: 0.3 },
    ),
    Prices: table(
      { Item: 'New 28', Content: 28, Unit: 'tablet', 'List price': 2000, Rebate: 0.07, VAT: 0.19, Fee: -1.77 },
      { Item: 'Comparator 100', Content: 100, Unit: 'tablet', 'List price': 20 },
    ),
    Regimens: table(
      { Technology: 'New', Item: 'New 28', Dose: 2, 'Dose unit': 'tablets', Every: 1, 'Every unit': 'day' },
      {
        Technology: 'Comparator',
        Item: 'Comparator 100',
        Dose: 1,
        'Dose unit': 'tablet',
        Every: 1,
        'Every unit': 'days',
      },
    ),
    Costs: table(
      { Technology: 'New', Category: 'Acquisition', Per: 'patient-year', 'Price item': 'New 28' },
      { Technology: 'Comparator', Category: 'Acquisition', Per: 'patient-year', 'Price item': 'Comparator 100' },
    ),
  });
  const pack = new D(2000).times('1.19').minus(140).minus('1.77');
  const therapy = pack.times(365 * 2).div(28);
  close(made.impact.total, [therapy.minus(new D(20).times(365).div(100)).times(3000)]);
});

test('England: ten regions grow and take up each in its own way; starts cost once, monitoring each year; 20 % VAT in hospital', () => {
  const regions = Array.from({ length: 10 }, (_, n) => `Region ${String(n + 1)}`);
  const growth = (n: number): number => (n - 4) / 1000;
  const level = (n: number, t: number): number => 0.05 * (n % 3) + 0.1 * t;
  const made = results({
    Model: settings({ Currency: 'GBP', 'First year': 2026, Years: 5 }),
    Population: table(
      ...regions.map((Subgroup, n) => ({
        Subgroup,
        Group: 'England',
        Step: 'Adults',
        Op: 'count',
        Base: 100000 * (n + 1),
        Growth: growth(n),
      })),
      { Subgroup: 'All', Step: 'Eligible', Op: 'x', Base: 0.004 },
      { Subgroup: 'Region 10', Step: 'Eligible', Op: 'x', Base: 0.002 },
    ),
    Technologies: table({ Technology: 'New', Role: 'new' }, { Technology: 'Standard', Role: 'current' }),
    Uptake: table(
      { World: 'without', Technology: 'Standard', 2026: 1 },
      ...regions.map((Subgroup, n) => ({
        World: 'with',
        Subgroup,
        Technology: 'New',
        ...Object.fromEntries([0, 1, 2, 3, 4].map((t) => [String(2026 + t), level(n, t)])),
      })),
    ),
    Prices: table({ Item: 'New', 'List price': 50, VAT: 0.2 }),
    Costs: table(
      {
        Technology: 'New',
        Category: 'Acquisition',
        Item: 'packs',
        Quantity: 13,
        Per: 'patient-year',
        'Price item': 'New',
      },
      { Technology: 'New', Category: 'Administration', Item: 'training', Per: 'start', 'Unit cost': 90 },
      { Technology: 'All', Category: 'Monitoring', Item: 'clinic', Quantity: 2, Per: 'patient-year', 'Unit cost': 70 },
      {
        Technology: 'New',
        Category: 'Offsets',
        Item: 'admissions',
        Quantity: 0.1,
        Per: 'patient-year',
        'Unit cost': -1800,
      },
    ),
  });
  const eligible = (n: number, t: number): number =>
    100000 * (n + 1) * (1 + growth(n)) ** t * (n === 9 ? 0.002 : 0.004);
  regions.forEach((region, n) => {
    close(
      made.eligible.find((row) => row.subgroup === region)?.values ?? [],
      [0, 1, 2, 3, 4].map((t) => eligible(n, t)),
    );
    const on = (t: number): number => (t < 0 ? 0 : eligible(n, t) * level(n, t));
    close(all(made, { world: 'with', technology: 'New', subgroup: region })[0]?.values ?? [], [0, 1, 2, 3, 4].map(on));
    close(
      made.impact.bySubgroup[region] ?? [],
      [0, 1, 2, 3, 4].map((t) => on(t) * (13 * 60 - 180) + Math.max(0, on(t) - on(t - 1)) * 90),
    );
  });
});

test('New Zealand: phased in, a price that falls at a patent’s end, leavers charged half, discounted at 3.5 % from the first year', () => {
  const made = results({
    Model: settings({
      Currency: 'NZD',
      'First year': 2026,
      Years: 5,
      'Discount rate': 0.035,
      'Discount from': 'first year',
      'Leavers cost': 0.5,
    }),
    Population: table(
      { Step: 'People', Op: 'count', Base: 4000 },
      { Step: 'Die in the year', Op: 'leave', Base: 0.05 },
    ),
    Technologies: table(
      { Technology: 'New', Role: 'new', Discontinuation: 0.2 },
      { Technology: 'Old', Role: 'current' },
    ),
    Uptake: table(
      { World: 'without', Technology: 'Old', 2026: 1 },
      { World: 'with', Technology: 'New', Curve: 'linear', P1: 0, P2: 0.8, P3: 4 },
    ),
    Prices: table({ Item: 'New', 'List price': 900, 2029: 300 }, { Item: 'Old', 'List price': 100 }),
    Costs: table(
      { Technology: 'New', Category: 'Acquisition', Per: 'patient-year', 'Price item': 'New' },
      { Technology: 'Old', Category: 'Acquisition', Per: 'patient-year', 'Price item': 'Old' },
    ),
  });
  const share = [0.2, 0.4, 0.6, 0.8, 0.8];
  // 3,800 are left of 4,000; 200 die. Of those on it 80 % stay; half a year for those who stop, and for those who die.
  const impact = share.map((s, t) => {
    const charged = (stay: number): number => 3800 * s * stay + 0.5 * (3800 * s * (1 - stay) + 200 * s);
    return charged(0.8) * (t === 3 ? 300 : 900) - charged(1) * 100;
  });
  close(made.impact.total, impact);
  close([made.impact.discounted], [impact.reduce((sum, x, t) => sum + x / 1.035 ** (t + 1), 0)]);
});

test('Canada: claims in the market, generic entry by displacement, mark-up and a fee each dispensing', () => {
  const made = results({
    Model: settings({ Currency: 'CAD', 'First year': 2026, Years: 3, 'Baseline year': 'yes' }),
    Population: table({ Step: 'Claimants', Op: 'count', 2025: 8000, 2026: 8400, 2027: 8600, 2028: 8800 }),
    Technologies: table(
      { Technology: 'New', Role: 'new' },
      { Technology: 'Brand', Role: 'current' },
      { Technology: 'Generic', Role: 'current' },
    ),
    Uptake: table(
      { World: 'without', Technology: 'Brand', 2025: 0.6, 2026: 0.5, 2027: 0.4, 2028: 0.3 },
      { World: 'without', Technology: 'Generic', 2025: 0.4, 2026: 0.5, 2027: 0.6, 2028: 0.7 },
      { World: 'with', Technology: 'New', 2026: 0.1, 2027: 0.2, 2028: 0.3 },
    ),
    Prices: table(
      {
        Item: 'New',
        Pack: '30',
        Content: 30,
        Unit: 'tablet',
        'List price': 90,
        'Mark-up': 0.08,
        Fee: 12,
        'Fee per': 'dispensing',
      },
      { Item: 'Brand', 'List price': 60, 'Mark-up': 0.08, Fee: 12 },
      { Item: 'Generic', 'List price': 15, 'Mark-up': 0.08, Fee: 12 },
    ),
    Regimens: table({
      Technology: 'New',
      Item: 'New',
      Dose: 90,
      'Dose unit': 'tablet',
      Every: 3,
      'Every unit': 'months',
    }),
    Costs: table(
      { Technology: 'New', Category: 'Acquisition', Item: 'claims', Per: 'patient-year', 'Price item': 'New' },
      { Technology: 'Brand', Category: 'Acquisition', Item: 'claims', Per: 'month', 'Price item': 'Brand' },
      { Technology: 'Generic', Category: 'Acquisition', Item: 'claims', Per: 'month', 'Price item': 'Generic' },
    ),
  });
  const [brand, generic] = [12 * (60 * 1.08 + 12), 12 * (15 * 1.08 + 12)];
  // Four dispensings of three packs a year.
  const fresh = 4 * (3 * 90 * 1.08 + 12);
  const impact = [8400, 8600, 8800].map((n, t) => {
    const [rise, of] = [0.1 * (t + 1), 0.5 - 0.1 * t];
    return n * rise * (fresh - of * brand - (1 - of) * generic);
  });
  close(made.impact.total, impact);
  close(made.baseline?.costs.map(({ values }) => values[0] ?? '0').filter((value) => value !== '0') ?? [], [
    8000 * 0.6 * brand,
    8000 * 0.4 * generic,
  ]);
});
