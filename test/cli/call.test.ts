/** What may be asked on the command line, and what may not. */
import { callOf } from '../../src/cli/call';

test('a run with everything', () => {
  const call = callOf([
    'run',
    'm.xlsx',
    '-o',
    'o.xlsx',
    '--json',
    '--scenario',
    'Dear',
    '--set',
    "Prices/'a=b'/List price=12.5",
    '--set',
    'Model/Years = 3',
  ]);
  expect(call).toEqual({
    command: 'run',
    model: 'm.xlsx',
    output: 'o.xlsx',
    conventions: [],
    options: {
      json: true,
      scenario: 'Dear',
      changes: [
        { parameter: "Prices/'a=b'/List price", op: 'set', value: '12.5', at: null },
        { parameter: 'Model/Years', op: 'set', value: '3', at: null },
      ],
    },
  });
});

test('actions with a target', () => {
  expect(callOf(['actions', 'm.xlsx', '--target', '12,500', '--measure', 'value'])).toEqual({
    command: 'actions',
    model: 'm.xlsx',
    target: '12500',
    measure: 'value',
    json: false,
  });
  expect(callOf(['actions', 'm.xlsx', '--target=-1.5', '--json'])).toMatchObject({
    target: '-1.5',
    measure: 'starts',
  });
});

test.each([
  [[], /what to do/],
  [['rum'], /no command "rum"/],
  [['run'], /MODEL.xlsx is missing/],
  [['run', 'a.xlsx', 'b.xlsx'], /"b.xlsx" is one argument too many/],
  [['run', 'a.xlsx', '--outptu', 'x'], /--outptu/],
  [['run', 'a.xlsx', '--set', 'Years'], /PARAMETER=VALUE/],
  [['run', 'a.xlsx', '--set', '=3'], /PARAMETER=VALUE/],
  [['run', 'a.xlsx', '--set', 'a='], /PARAMETER=VALUE/],
  [['run', 'a.xlsx', '-o', 'x', '-o', 'y'], /--output is given more than once/],
  [['run', 'a.xlsx', '-o'], /./],
  [['check', 'a.xlsx', '-o', 'x.xlsx'], /check does not take --output/],
  [['explain', 'a.xlsx'], /'FIGURE' is missing/],
  [['explain', 'a.xlsx', 'Budget', 'impact'], /needs quotes/],
  [['actions', 'a.xlsx'], /--target 5000/],
  [['actions', 'a.xlsx', '--target', 'many'], /--target 5000/],
  [['actions', 'a.xlsx', '--target', '5', '--measure', 'cost'], /starts or value, not "cost"/],
  [['run', 'a.xlsx', '--target', '5'], /run does not take --target/],
  [['template'], /NEW.xlsx is missing/],
  [['template', 'n.xlsx', '--json'], /does not take --json/],
] as const)('%j is refused with the usage', (args, message) => {
  expect(() => callOf(args)).toThrow(message);
  expect(() => callOf(args)).toThrow(expect.objectContaining({ usage: true }) as Error);
});

test('help, asked for in any way', () => {
  for (const args of [['help'], ['--help'], ['run', '-h']]) expect(callOf(args)).toEqual({ command: 'help' });
});

test('conventions to try, divided at the first sign; a template with more tables', () => {
  expect(
    callOf(['run', 'm.xlsx', '--convention', 'Leavers cost = 0.5', '--convention', 'Patients=round']),
  ).toMatchObject({
    conventions: [
      { setting: 'Leavers cost', value: '0.5' },
      { setting: 'Patients', value: 'round' },
    ],
  });
  expect(callOf(['template', 'n.xlsx', '--with', 'regimens,tests', '--with', 'goals'])).toEqual({
    command: 'template',
    output: 'n.xlsx',
    tables: ['regimens', 'tests', 'goals'],
  });
  expect(() => callOf(['run', 'm.xlsx', '--convention', 'Leavers cost'])).toThrow('SETTING=VALUE');
  expect(() => callOf(['check', 'm.xlsx', '--convention', 'Leavers cost=1'])).toThrow('--convention');
});
