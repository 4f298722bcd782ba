/** Instead of the pane, where it cannot stand on a workbook: what is missing, and what to do about it. */
import { Button, FluentProvider } from '@fluentui/react-components';
import { THEMES, useAppearance } from './appearance';
import { useLooks } from './parts/looks';
import { Message } from './parts/Message';

export type Reason = 'no office' | 'silent' | 'not excel' | 'too old';

const WORDS: Readonly<Record<Reason, readonly [title: string, text: string]>> = {
  'no office': [
    'office.js could not load',
    'Realise needs it to talk to Excel. Check the connection, and that appsforoffice.microsoft.com is not blocked. Nothing in the workbook was touched.',
  ],
  silent: ['Excel does not answer', 'Close this pane and open it again. Nothing in the workbook was touched.'],
  'not excel': [
    'This page belongs in Excel',
    'Open a workbook in Excel and press Realise on the Home tab. To work without Excel, use the workbench.',
  ],
  'too old': [
    'This Excel is too old',
    'Realise needs Excel 2021, Microsoft 365 or Excel on the web (ExcelApi 1.9). The command line and the workbench read the same workbooks.',
  ],
};

export function Unavailable({ reason }: { readonly reason: Reason }): React.JSX.Element {
  const appearance = useAppearance(undefined);
  return (
    <FluentProvider theme={THEMES[appearance]} style={{ height: '100%', fontSize: 13, lineHeight: '18px' }}>
      <Words reason={reason} />
    </FluentProvider>
  );
}

function Words({ reason }: { readonly reason: Reason }): React.JSX.Element {
  const looks = useLooks();
  const [title, text] = WORDS[reason];
  return (
    <main className={looks.page}>
      <h1 className={looks.lead}>Realise cannot start here.</h1>
      <div role="alert">
        <Message tone="wrong" title={title}>
          {text}
        </Message>
      </div>
      <Button
        appearance="primary"
        onClick={() => {
          location.reload();
        }}
      >
        Try again
      </Button>
    </main>
  );
}
