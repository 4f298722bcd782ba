/** The add-in only manifest, which every Excel since 2016 reads: manifest.xml. */
import { ADDIN, address, buttonsOf, picture, SIZES, type Button, type Group } from './definition';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const indented = (lines: readonly string[], by: number): string =>
  lines.map((line) => ' '.repeat(by) + line).join('\n');

/** The eight sizes of a button's picture, as references. */
const icon = (name: string): readonly string[] => [
  '<Icon>',
  ...SIZES.map((size) => `  <bt:Image size="${String(size)}" resid="${name}.${String(size)}"/>`),
  '</Icon>',
];

const control = ({ id, action, icon: name }: Button): readonly string[] => [
  `<Control xsi:type="Button" id="${id}">`,
  `  <Label resid="${id}.Label"/>`,
  '  <Supertip>',
  `    <Title resid="${id}.Label"/>`,
  `    <Description resid="${id}.Tip"/>`,
  '  </Supertip>',
  ...icon(name).map((line) => `  ${line}`),
  ...(action === 'pane'
    ? [
        '  <Action xsi:type="ShowTaskpane">',
        '    <TaskpaneId>Realise.Pane</TaskpaneId>',
        '    <SourceLocation resid="Pane.Url"/>',
        '  </Action>',
      ]
    : ['  <Action xsi:type="ExecuteFunction">', `    <FunctionName>${action}</FunctionName>`, '  </Action>']),
  '</Control>',
];

const group = ({ id, buttons }: Group): readonly string[] => [
  `<Group id="${id}">`,
  `  <Label resid="${id}.Label"/>`,
  ...icon(buttons[0]?.icon ?? 'pane').map((line) => `  ${line}`),
  ...buttons.flatMap(control).map((line) => `  ${line}`),
  '</Group>',
];

function resources(): readonly string[] {
  const { tab, ready, functions } = ADDIN;
  const image = (name: string): readonly string[] =>
    SIZES.map((size) => `<bt:Image id="${name}.${String(size)}" DefaultValue="${picture(name, size)}"/>`);
  const url = (id: string, file: string): string => `<bt:Url id="${id}" DefaultValue="${address(file)}"/>`;
  const text = (id: string, value: string): string => `<bt:String id="${id}" DefaultValue="${escaped(value)}"/>`;
  const shorts = [
    text('GetStarted.Title', ready.title),
    text('Functions.Namespace', functions.namespace),
    text(`${tab.id}.Label`, tab.label),
    ...tab.groups.map((one) => text(`${one.id}.Label`, one.label)),
    ...buttonsOf().map((button) => text(`${button.id}.Label`, button.label)),
  ];
  const longs = [
    text('GetStarted.Description', ready.text),
    ...buttonsOf().map((button) => text(`${button.id}.Tip`, button.tip)),
  ];
  const section = (name: string, lines: readonly string[]): readonly string[] => [
    `<bt:${name}>`,
    ...lines.map((line) => `  ${line}`),
    `</bt:${name}>`,
  ];
  return [
    '<Resources>',
    ...section('Images', [...new Set(buttonsOf().map((button) => button.icon))].flatMap(image)).map(
      (line) => `  ${line}`,
    ),
    ...section('Urls', [
      url('Pane.Url', 'taskpane.html'),
      url('Functions.Script.Url', 'taskpane.js'),
      url('Functions.Metadata.Url', 'functions.json'),
      url('Support.Url', 'support.html'),
    ]).map((line) => `  ${line}`),
    ...section('ShortStrings', shorts).map((line) => `  ${line}`),
    ...section('LongStrings', longs).map((line) => `  ${line}`),
    '</Resources>',
  ];
}

const set = ({ set: name, version }: { readonly set: string; readonly version: string }): string =>
  `<Set Name="${name}" MinVersion="${version}"/>`;

/** The functions stand before the form factor, and both in the same page: one runtime is shared. */
const host = (): readonly string[] => [
  '<Host xsi:type="Workbook">',
  '  <Runtimes>',
  '    <Runtime resid="Pane.Url" lifetime="long"/>',
  '  </Runtimes>',
  '  <AllFormFactors>',
  '    <ExtensionPoint xsi:type="CustomFunctions">',
  '      <Script>',
  '        <SourceLocation resid="Functions.Script.Url"/>',
  '      </Script>',
  '      <Page>',
  '        <SourceLocation resid="Pane.Url"/>',
  '      </Page>',
  '      <Metadata>',
  '        <SourceLocation resid="Functions.Metadata.Url"/>',
  '      </Metadata>',
  '      <Namespace resid="Functions.Namespace"/>',
  '    </ExtensionPoint>',
  '  </AllFormFactors>',
  '  <DesktopFormFactor>',
  '    <GetStarted>',
  '      <Title resid="GetStarted.Title"/>',
  '      <Description resid="GetStarted.Description"/>',
  '      <LearnMoreUrl resid="Support.Url"/>',
  '    </GetStarted>',
  '    <FunctionFile resid="Pane.Url"/>',
  '    <ExtensionPoint xsi:type="PrimaryCommandSurface">',
  `      <CustomTab id="${ADDIN.tab.id}">`,
  indented(ADDIN.tab.groups.flatMap(group), 8),
  `        <Label resid="${ADDIN.tab.id}.Label"/>`,
  '      </CustomTab>',
  '    </ExtensionPoint>',
  '  </DesktopFormFactor>',
  '</Host>',
];

/** manifest.xml, whole. */
export function manifestXml(): string {
  const { id, version, provider, locale, name, description, requires, runtime } = ADDIN;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<!-- Made by \`npm run manifest\` from scripts/manifest; change it there. Addresses are those of \`npm run start:excel\`;
     the build writes dist/manifest.xml with REALISE_BASE_URL in their place. -->
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
           xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
           xsi:type="TaskPaneApp">
  <Id>${id}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${escaped(provider)}</ProviderName>
  <DefaultLocale>${locale}</DefaultLocale>
  <DisplayName DefaultValue="${escaped(name)}"/>
  <Description DefaultValue="${escaped(description)}"/>
  <IconUrl DefaultValue="${address('assets/icon-32.png')}"/>
  <HighResolutionIconUrl DefaultValue="${address('assets/icon-64.png')}"/>
  <SupportUrl DefaultValue="${address('support.html')}"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="${requires.version}">
      ${set(requires)}
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${address('taskpane.html')}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements>
      <bt:Sets DefaultMinVersion="${runtime.version}">
        <bt:${set(runtime).slice(1)}
      </bt:Sets>
    </Requirements>
    <Hosts>
${indented(
  host().flatMap((line) => line.split('\n')),
  6,
)}
    </Hosts>
${indented(resources(), 4)}
  </VersionOverrides>
  <ExtendedOverrides Url="${address('shortcuts.json')}"/>
</OfficeApp>
`;
}
