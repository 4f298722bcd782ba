/** Microsoft's office.js, unmodified, in a context of its own with the least of a window that it needs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, Script, type Context } from 'node:vm';

/** What the context holds once the script has run. */
export interface Bundle {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: Record<string, unknown>;
}

/** The bridge by which office.js talks to a native host: JSON texts both ways. */
export interface Bridge {
  sendMessageToHost(message: string): void;
  onMessageFromHost?: (message: string) => void;
}

const dist = join(
  dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json')),
  'dist',
);
const compiled = new Map<string, Script>();

/** The text of a bundle. */
export const bundleText = (file: string): string => readFileSync(join(dist, file), 'utf8');

function script(file: string): Script {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const made = new Script(bundleText(file), { filename: file });
  compiled.set(file, made);
  return made;
}

/** Runs a bundle ("excel-web-16.00.js"); with a bridge it talks to that host from the start. */
export function runBundle(file: string, bridge?: Bridge): Bundle {
  const context = createContext(windowStub(bridge));
  script(file).runInContext(context);
  return context as unknown as Bundle; // the script itself puts the three there
}

function windowStub(bridge?: Bridge): Context {
  const nothing = (): void => undefined;
  const location = { href: 'https://localhost/', search: '', hash: '', protocol: 'https:', host: 'localhost' };
  const element = { setAttribute: nothing, style: {} };
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const stub: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    Promise,
    location,
    navigator: { userAgent: 'node', platform: 'node', appVersion: '' },
    document: {
      URL: location.href,
      location,
      cookie: '',
      head: { appendChild: nothing },
      addEventListener: nothing,
      getElementsByTagName: () => [],
      createElement: () => element,
    },
    addEventListener: nothing,
    removeEventListener: nothing,
    localStorage: storage,
    sessionStorage: storage,
    ...(bridge === undefined ? {} : { _richApiNativeBridge: bridge }),
  };
  stub.window = stub.self = stub.top = stub.parent = stub;
  return stub;
}
