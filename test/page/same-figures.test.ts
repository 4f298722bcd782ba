/**
 * The same figures everywhere: what the pane asked of its workers in Chromium, in another language and time zone and
 * with two workers that draw, is asked again here, of one, and answered alike to the last digit.
 */
import { hepatitisCEngland } from '../../src/inputs/examples/hepatitis-c-england';
import { HEPATITIS_C_OPTIONS } from '../../src/inputs/examples/hepatitis-c-options';
import { templateReport } from '../../src/inputs/template';
import { answering, type Answer, type Task } from '../../src/worker/tasks';
import type { Answered, Asked } from '../../src/worker/worker';
import { newXlsx } from '../../src/workbook/xlsx';
import { Site } from './site';

const DRAWS = '20,000';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(async () => {
  await site.close();
});

interface Told {
  readonly worker: number;
  readonly asked: readonly Asked[];
  readonly answered: readonly Answered[];
}

/** In the page, before its own scripts: every worker's questions and answers are written down. */
function overhear(): void {
  const told: { worker: number; asked: unknown[]; answered: unknown[] }[] = [];
  class Overheard extends Worker {
    private readonly mine = { worker: told.length, asked: [] as unknown[], answered: [] as unknown[] };
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      told.push(this.mine);
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.mine.answered.push(data));
    }
    override postMessage(message: unknown): void {
      this.mine.asked.push(message);
      super.postMessage(message);
    }
  }
  Object.assign(globalThis, { Worker: Overheard, told });
}

async function drawnModel(): Promise<Buffer> {
  const option = HEPATITIS_C_OPTIONS.find(({ brings }) => brings.includes('Uncertainty'));
  const tables = option?.add(hepatitisCEngland.tables);
  if (!tables) throw new Error('no distributions');
  const workbook = newXlsx();
  await workbook.write(templateReport({ ...hepatitisCEngland, tables }));
  return Buffer.from(await workbook.bytes());
}

/** Here one worker makes every draw. */
function alone(task: Task): Task {
  if (task.kind !== 'stress' || task.question.kind !== 'chance') return task;
  const { fellow: _, ...question } = task.question;
  return { ...task, question };
}

async function answeredHere(task: Task): Promise<Answer> {
  const steps = await answering(alone(task));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

test('a run, its hash and twenty thousand draws are those of Node', async () => {
  const abroad = { locale: 'ar-EG', timezoneId: 'Asia/Kathmandu' };
  const { page, faults } = await site.visit('workbench.html', abroad, overhear);
  const pane = page.getByRole('complementary', { name: 'Realise' });
  await page.getByText(/Up to date/).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open…' }).click();
  const buffer = await drawnModel();
  await (await chooser).setFiles({ name: 'drawn.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByTestId('file').getByText('drawn.xlsx').waitFor();
  await page.getByText(/Up to date/).waitFor();
  await pane.getByRole('tab', { name: 'Stress' }).click();
  await pane.getByRole('tab', { name: 'Chance' }).click();
  await pane.getByText(/^2,000 draws, /).waitFor();
  await pane.getByRole('textbox', { name: 'Draws' }).fill(DRAWS);
  await pane.getByRole('button', { name: 'Draw again' }).click();
  await pane.getByText(/^20,000 draws, /).waitFor();
  expect(faults).toEqual([]);

  const told = JSON.parse(
    await page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'told'))),
  ) as readonly Told[];
  const compared: string[] = [];
  for (const { asked, answered } of told)
    for (const { number, task } of asked) {
      const there = answered.find((one) => one.number === number && 'answer' in one);
      if (!there || !('answer' in there) || isHelp(task)) continue;
      const here = JSON.parse(JSON.stringify(await answeredHere(task))) as unknown;
      expect(there.answer).toEqual(here);
      compared.push(task.kind);
    }
  // The two models that were opened, and what was drawn twice.
  expect(compared.filter((kind) => kind === 'assess').length).toBeGreaterThanOrEqual(2);
  expect(compared.filter((kind) => kind === 'stress').length).toBeGreaterThanOrEqual(2);
});

/** What helps another worker is heard by that one only. */
const isHelp = (task: Task): boolean => task.kind === 'stress' && task.question.kind === 'draw for';
