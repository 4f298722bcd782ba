/** The workbench: the sheet on the left, the pane on the right, one workbook between them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { calculator, type Calculator } from '../taskpane/calculator';
import { useDarkPage } from '../taskpane/appearance';
import { Pane } from '../taskpane/Pane';
import { readFile, type FileGiven } from '../taskpane/picking';
import { startWorker } from '../taskpane/startWorker';
import type { ChartSource } from '../workbook/grid/chart-source';
import { Desk } from './desk';
import { Divider, WIDTHS } from './Divider';
import { useDropping } from './dropping';
import { pickFile, savedName, saveFile } from './files';
import { writingRuns } from './runs';
import { newModel, SAMPLES } from './samples';
import { SheetChart } from './SheetChart';
import { TopBar } from './TopBar';

const another = (): Calculator => calculator(startWorker);
const message = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
/** Hands a new workbook over as a file. */
const download = (file: FileGiven): Promise<string> => {
  saveFile(file);
  return Promise.resolve(`“${file.name}” is among your downloads.`);
};
/** A component for one chart over the sheet. */
const drawChart = (source: ChartSource) =>
  function Chart(): React.JSX.Element {
    return <SheetChart source={source} />;
  };

/** What is on the desk. A file that cannot be shown leaves the one before where it was. */
function useDesk(
  dark: boolean,
  say: (sentence: string) => void,
): {
  readonly screen: React.RefObject<HTMLDivElement>;
  readonly desk: Desk | null;
  readonly busy: boolean;
  readonly put: (file: () => Promise<FileGiven | null>) => Promise<void>;
} {
  const screen = useRef<HTMLDivElement>(null);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [busy, setBusy] = useState(true);
  const now = useRef<Desk | null>(null);
  const darkNow = useRef(dark);
  darkNow.current = dark;
  const put = useCallback(
    async (getFile: () => Promise<FileGiven | null>): Promise<void> => {
      const element = document.createElement('div');
      element.className = 'screen';
      try {
        const file = await getFile();
        if (file === null) return;
        setBusy(true);
        screen.current?.append(element);
        const next = new Desk(file, { element, dark: darkNow.current, draw: drawChart, say });
        await next.opened();
        now.current?.close();
        for (const other of [...(screen.current?.children ?? [])]) if (other !== element) other.remove();
        now.current = next;
        setDesk(next);
      } catch (thrown) {
        element.remove();
        say(message(thrown));
      } finally {
        setBusy(false);
      }
    },
    [say],
  );
  useEffect(() => {
    now.current?.setDark(dark);
  }, [dark]);
  return { screen, desk, busy, put };
}

export function Workbench(): React.JSX.Element {
  const [said, say] = useState<string | null>(null);
  const [width, setWidth] = useState<number>(WIDTHS.usual);
  const dark = useDarkPage();
  const { screen, desk, busy, put } = useDesk(dark, say);
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) void put(SAMPLES[0].file);
    begun.current = true;
  }, [put]);
  const dropped = useCallback(
    (file: File) => {
      void put(() => readFile(file));
    },
    [put],
  );
  const over = useDropping(dropped);
  const save = (): void => {
    if (desk === null) return;
    desk.bytes().then(
      (bytes) => {
        saveFile({ name: savedName(desk.name), bytes });
      },
      (thrown: unknown) => {
        say(message(thrown));
      },
    );
  };
  return (
    <div className="workbench">
      <TopBar
        name={desk?.name ?? ''}
        samples={SAMPLES}
        busy={desk === null}
        onSave={save}
        onOpen={() => {
          void put(pickFile);
        }}
        onTemplate={() => {
          void put(newModel);
        }}
        onSample={(sample) => {
          void put(sample.file);
        }}
      />
      <section className="sheet" aria-label="Sheet">
        <div ref={screen} className="screen" />
        {busy && desk === null && <div className="waiting">Opening the sample model</div>}
        {said !== null && (
          <div className="said" role="alert">
            {said}
            <button
              type="button"
              aria-label="Close"
              onClick={() => {
                say(null);
              }}
            >
              ✕
            </button>
          </div>
        )}
        {over && <div className="over">Drop the workbook to open it</div>}
      </section>
      <Divider width={width} onWidth={setWidth} />
      <aside
        className="pane"
        style={{ width }}
        aria-label="Realise"
        onFocusCapture={() => {
          desk?.settle().catch(() => undefined);
        }}
      >
        {desk !== null && <PaneBeside key={desk.serial} desk={desk} say={say} put={put} />}
      </aside>
    </div>
  );
}

/** The pane for one workbook. */
function PaneBeside({
  desk,
  say,
  put,
}: {
  readonly desk: Desk;
  readonly say: (sentence: string) => void;
  readonly put: (file: () => Promise<FileGiven | null>) => Promise<void>;
}): React.JSX.Element {
  const runs = useMemo(() => writingRuns(calculator(startWorker), desk, () => new Date(), say), [desk, say]);
  const sample = useCallback(() => put(SAMPLES[0].file), [put]);
  const gallery = useMemo(
    () => SAMPLES.map(({ name, shows, file }) => ({ label: name, shows, open: () => put(file) })),
    [put],
  );
  const template = useCallback(() => put(newModel), [put]);
  return (
    <Pane
      workbook={desk}
      calculator={runs}
      another={another}
      sample={sample}
      gallery={gallery}
      template={template}
      watch={desk.watch}
      handOver={download}
      host="The sheet"
    />
  );
}
