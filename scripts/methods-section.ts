/**
 * The generated part of docs/METHODS.md: every quantity of the published models, of the worked models of value
 * realisation, of the template with all its tables and of a few small models, and the catalogues of kinds.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AGREEMENTS } from '../src/engine/agreements';
import { budgetImpact } from '../src/engine/model/budget-impact';
import { PERSISTENCES } from '../src/engine/persistence';
import { documented, united, type Documented, type Equation } from '../src/engine/readings/document';
import { CURVES } from '../src/engine/uptake';
import type { Example } from '../src/inputs/examples/example';
import { workedExample } from '../src/inputs/examples/gallery';
import { withTables } from '../src/inputs/examples/options';
import { WORKED } from '../src/inputs/examples/worked';
import { readAssumptions } from '../src/inputs/read-assumptions';
import { templateReport } from '../src/inputs/template';
import type { Snapshot } from '../src/workbook/workbook';
import { newXlsx, openXlsx } from '../src/workbook/xlsx';
import { FURTHER } from '../test/docs/further-models';

export const METHODS = path.join(__dirname, '../docs/METHODS.md');
const PUBLISHED = path.join(__dirname, '../test/published');
const BETWEEN = /(<!-- quantities: written by npm run methods -->\n)[\s\S]*?(\n<!-- quantities: end -->)/;

/** The page with its generated part made anew. */
export async function renewed(page: string): Promise<string> {
  if (!BETWEEN.test(page)) throw new Error('docs/METHODS.md has lost its markers');
  const impact = united([...(await modelsIn(PUBLISHED)), ...FURTHER.impact.map(ofSnapshot)]);
  const known = new Set(impact.map(({ name }) => name));
  const worked = WORKED.map(({ name }) => workedExample(name));
  const realisation = united([
    ...(await modelsIn(path.join(PUBLISHED, 'realisation'))),
    ...(await Promise.all([...worked, withTables(['all'])].map(ofExample))),
    ...FURTHER.realisation.map(ofSnapshot),
  ]);
  const section = sectionOf(
    impact,
    realisation.filter(({ name }) => !known.has(name)),
  );
  return page.replace(BETWEEN, (_, before: string, after: string) => `${before}${section}${after}`);
}

/** The models of all cases in a folder, in the order of their names. */
async function modelsIn(folder: string): Promise<readonly (readonly Documented[])[]> {
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'model.xlsx')));
  return Promise.all(
    names.sort().map(async (name) => {
      const workbook = await openXlsx(readFileSync(path.join(folder, name, 'model.xlsx')));
      return ofSnapshot(await workbook.read());
    }),
  );
}

async function ofExample(example: Example): Promise<readonly Documented[]> {
  const workbook = newXlsx();
  await workbook.write(templateReport(example));
  return ofSnapshot(await workbook.read());
}

function ofSnapshot(snapshot: Snapshot): readonly Documented[] {
  const { assumptions, findings } = readAssumptions(snapshot);
  if (!assumptions) throw new Error(findings.map(({ message }) => message).join('\n'));
  return documented(budgetImpact(assumptions).model, assumptions.model.currency);
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const equation = ({ when, equation: said }: Equation): string =>
  when === '' ? cell(said) : `*${cell(when)}*: ${cell(said)}`;

const quantity = ({ name, unit, axes, equations, source }: Documented): readonly string[] => [
  `**${cell(name)}**`,
  cell(unit === '1' ? '–' : unit),
  cell(axes.join(' × ') || 'one figure'),
  equations.map(equation).join('<br>'),
  cell(source || '–'),
];

const kind = (each: {
  readonly name: string;
  readonly equation: string;
  readonly source: string;
}): readonly string[] => [`\`${each.name}\``, cell(each.equation), cell(each.source)];

/** `realisation`: what value realisation adds to the quantities of the budget impact. */
function sectionOf(impact: readonly Documented[], realisation: readonly Documented[]): string {
  const of = (wanted: Documented['kind']): readonly Documented[] =>
    [...impact, ...(wanted === 'formula' ? [] : realisation)].filter((each) => each.kind === wanted);
  const formulas = (title: string, from: readonly Documented[]): string => {
    const rows = from.filter((each) => each.kind === 'formula').map(quantity);
    return `### ${title}\n\n${table(['quantity', 'unit', 'axes', 'equation', 'source'], rows)}`;
  };
  const kinds = (title: string, what: string, list: Parameters<typeof kind>[0][]): string =>
    `### ${title}\n\n${table([what, 'equation', 'source'], list.map(kind))}`;
  return [
    formulas('Quantities', impact),
    formulas('Quantities of value realisation', realisation),
    `### Inputs\n\n${table(
      ['input', 'unit', 'axes'],
      of('input').map((each) => quantity(each).slice(0, 3)),
    )}`,
    `### What the structure fixes\n\n${table(
      ['block', 'unit', 'axes'],
      of('structure').map((each) => quantity(each).slice(0, 3)),
    )}`,
    kinds('Uptake curves', 'Curve', [...CURVES]),
    kinds('Persistence', 'Persistence', [...PERSISTENCES]),
    kinds('Agreements: what is taken off', 'Type', [...AGREEMENTS]),
  ].join('\n\n');
}
