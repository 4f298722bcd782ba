/** The register that products are added to: BIM_Horizon, if the workbook has one. */
import { horizon } from '../../../inputs/tables/horizon';
import { whereToAdd, type Growing, type Where } from '../../adding';
import type { Model } from '../../state';

const REGISTER: Growing = { word: horizon.word, labels: horizon.fields.map(({ label }) => label) };

/** A sheet of ours that the user has begun to fill in is his. */
export function whereToRegister(model: Model): Where {
  if (model.kind === 'unread') return { kind: 'ours', key: null, before: [] };
  const { snapshot } = model;
  return whereToAdd({ ...snapshot, owned: snapshot.owned.filter(({ changed }) => !changed) }, REGISTER);
}

/** Whether a technology stands in the register already. */
export function registered(model: Model): (technology: string) => boolean {
  const tables = model.kind === 'unread' ? [] : model.snapshot.tables;
  const table = tables.find(({ name }) => name.toLowerCase() === `bim_${horizon.word.toLowerCase()}`);
  const at = table?.headers.findIndex((header) => header.trim().toLowerCase() === 'technology') ?? -1;
  const plain = (name: unknown): string => String(name).trim().toLowerCase();
  const known = new Set(table?.rows.map((row) => plain(row[at]?.value ?? '')));
  return (technology) => known.has(plain(technology));
}

/** Whether the workbook has settings of a model: without them a register wants its own. */
export const hasModel = (model: Model): boolean =>
  model.kind !== 'unread' && model.snapshot.tables.some(({ name }) => /^BIM_Model$/i.test(name));
