/** What may be asked on the command line, and what may not. */
import { prepared, realise } from '../../src/cli/command-line';
import { actions, actionsAsked } from '../../src/cli/commands/actions';
import { run, runAsked } from '../../src/cli/commands/run';
import { template, templateAsked } from '../../src/cli/commands/template';
import { givenOf } from '../../src/cli/given';

test('a run with everything', () => {
  const args = ['m.xlsx', '-o', 'o.xlsx', '--json', '--scenario', 'Dear'];
  const sets = ['--set', "Prices/'a=b'/List price=12.5", '--set', 'Model/Years = 3'];
  expect(runAsked(givenOf(run, [...args, ...sets]))).toEqual({
    model: 'm.xlsx',
    output: 'o.xlsx',
    json: true,
    conventions: [],
    options: {
      scenario: 'Dear',
      changes: [
        { parameter: "Prices/'a=b'/List price", op: 'set', value: '12.5', at: null },
        { parameter: 'Model/Years', op: 'set', value: '3', at: null },
      ],
    },
  });
});

test('actions with a target', () => {
  const asked = (...args: string[]) => actionsAsked(givenOf(actions, args));
  expect(asked('m.xlsx', '--target', '12,500', '--measure', 'value')).toEqual({
    model: 'm.xlsx',
    target: '12500',
    measure: 'value',
    json: false,
  });
  expect(asked('m.xlsx', '--target=-1.5', '--json')).toMatchObject({ target: '-1.5', measure: 'starts', json: true });
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
  [['check', 'a.xlsx', '--output', 'x.xlsx'], /check does not take --output/],
  [['check', 'a.xlsx', '-o', 'x.xlsx'], /check does not take -o/],
  [['explain', 'a.xlsx'], /'FIGURE' is missing/],
  [['explain', 'a.xlsx', 'Budget', 'impact'], /needs quotes/],
  [['actions', 'a.xlsx'], /--target 5000/],
  [['actions', 'a.xlsx', '--target', 'many'], /--target 5000/],
  [['actions', 'a.xlsx', '--target', '5', '--measure', 'cost'], /starts or value, not "cost"/],
  [['run', 'a.xlsx', '--target', '5'], /run does not take --target/],
  [['live', 'a.xlsx'], /-o LIVE.xlsx/],
  [['template'], /NEW.xlsx is missing/],
  [['template', 'n.xlsx', '--json'], /does not take --json/],
] as const)('%j is refused with the usage', (args, message) => {
  expect(() => prepared(args)).toThrow(message);
  expect(() => prepared(args)).toThrow(expect.objectContaining({ usage: true }) as Error);
});

test('help, asked for in any way, tells every command', async () => {
  for (const args of [['help'], ['--help'], ['run', '-h']]) {
    const said: string[] = [];
    const terminal = { out: (text: string) => said.push(text), error: () => undefined, now: () => new Date(0) };
    expect(await realise(args, terminal)).toBe(0);
    expect(said.join('')).toMatch(/realise run MODEL.xlsx .*\n {14}\[--convention/);
    expect(said.join('')).toMatch(/realise template NEW.xlsx/);
  }
});

test('conventions to try, divided at the first sign; a template with more tables', () => {
  const tried = ['--convention', 'Leavers cost = 0.5', '--convention', 'Patients=round'];
  expect(runAsked(givenOf(run, ['m.xlsx', ...tried]))).toMatchObject({
    conventions: [
      { setting: 'Leavers cost', value: '0.5' },
      { setting: 'Patients', value: 'round' },
    ],
  });
  expect(templateAsked(givenOf(template, ['n.xlsx', '--with', 'regimens,tests', '--with', 'goals']))).toEqual({
    output: 'n.xlsx',
    tables: ['regimens', 'tests', 'goals'],
    example: null,
  });
  expect(templateAsked(givenOf(template, ['n.xlsx', '--example', 'car-t'])).example).toBe('car-t');
  expect(() => prepared(['run', 'm.xlsx', '--convention', 'Leavers cost'])).toThrow('SETTING=VALUE');
  expect(() => prepared(['check', 'm.xlsx', '--convention', 'Leavers cost=1'])).toThrow('--convention');
});
