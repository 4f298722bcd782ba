/** The unified manifest (JSON), and the two files that stand beside the pages: of functions and of keyboard shortcuts. */
import { FUNCTIONS, type Parameter } from '../../src/functions/catalogue';
import { ADDIN, address, buttonsOf, picture, type Button } from './definition';

const SCHEMA = '1.24';
/** This manifest takes three sizes of a picture; the add-in only manifest takes all. */
const SIZES_HERE = [16, 32, 80] as const;

const capability = ({ set, version }: { readonly set: string; readonly version: string }): object => ({
  name: set,
  minVersion: version,
});

/** Arguments as Excel takes them; "any" where a year may be a number or a word. */
const parameter = ({ name, description, type, optional }: Parameter): object => ({
  name,
  description,
  type,
  ...(optional ? { optional: true } : {}),
});

const OPTIONS = { stream: true, cancelable: true };

/** functions.json: what Excel reads of the functions, with the help that it shows. */
export const functionsJson = (): object => ({
  allowCustomDataForDataTypeAny: false,
  functions: FUNCTIONS.map(({ id, description, parameters }) => ({
    id,
    name: id,
    description,
    helpUrl: address('support.html#functions'),
    parameters: parameters.map(parameter),
    result: { type: 'number' },
    options: OPTIONS,
  })),
});

const keys = (): readonly (Button & { readonly shortcut: { readonly default: string; readonly mac: string } })[] =>
  buttonsOf().flatMap((button) => (button.shortcut === undefined ? [] : [{ ...button, shortcut: button.shortcut }]));

/** shortcuts.json: the keys of the add-in only manifest. */
export const shortcutsJson = (): object => ({
  actions: keys().map(({ action, label }) => ({ id: action, type: 'ExecuteFunction', name: `Realise: ${label}` })),
  shortcuts: keys().map(({ action, shortcut }) => ({ action, key: shortcut })),
});

const control = ({ id, action, label, tip, icon }: Button): object => ({
  id,
  type: 'button',
  label,
  icons: SIZES_HERE.map((size) => ({ size, url: picture(icon, size) })),
  supertip: { title: label, description: tip },
  actionId: action,
});

const runtime = (): object => ({
  id: 'Realise.Runtime',
  type: 'general',
  requirements: { capabilities: [capability(ADDIN.runtime)] },
  lifetime: 'long',
  code: { page: address('taskpane.html'), script: address('taskpane.js') },
  actions: buttonsOf().map(({ action }) =>
    action === 'pane'
      ? { id: action, type: 'openPage', view: 'Realise.Pane', pinnable: true }
      : { id: action, type: 'executeFunction' },
  ),
  customFunctions: {
    namespace: { id: ADDIN.functions.namespace, name: ADDIN.functions.namespace },
    functions: FUNCTIONS.map(({ id, description, parameters }) => ({
      id,
      name: id,
      description,
      helpUrl: address('support.html#functions'),
      parameters: parameters.map(parameter),
      result: { dimensionality: 'scalar' },
      stream: true,
      cancelable: true,
    })),
  },
});

/** manifest.json, whole. */
export function unifiedManifest(): object {
  const { id, version, provider, name, short, description, locale, tab, accent } = ADDIN;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    id,
    version,
    name: { short: name, full: name },
    description: { short, full: description },
    developer: {
      name: provider,
      websiteUrl: address('support.html'),
      privacyUrl: address('support.html#privacy'),
      termsOfUseUrl: address('LICENSE.txt'),
    },
    localizationInfo: { defaultLanguageTag: locale.toLowerCase() },
    icons: { color: 'assets/icon-192.png', outline: 'assets/outline-32.png' },
    accentColor: accent,
    authorization: {
      permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] },
    },
    extensions: [
      {
        requirements: { scopes: ['workbook'], capabilities: [capability(ADDIN.requires)] },
        runtimes: [runtime()],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                id: tab.id,
                label: tab.label,
                groups: tab.groups.map((group) => ({
                  id: group.id,
                  label: group.label,
                  icons: SIZES_HERE.map((size) => ({ size, url: picture(group.buttons[0]?.icon ?? 'pane', size) })),
                  controls: group.buttons.map(control),
                })),
              },
            ],
          },
        ],
        keyboardShortcuts: [
          {
            requirements: { capabilities: [capability(ADDIN.shortcuts)] },
            shortcuts: keys().map(({ action, shortcut }) => ({ key: shortcut, actionId: action })),
          },
        ],
        getStartedMessages: [
          { title: ADDIN.ready.title, description: ADDIN.ready.text, learnMoreUrl: address('support.html') },
        ],
      },
    ],
  };
}
