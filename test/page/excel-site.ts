/**
 * Excel on the web, played by a page of ours: the built add-in in an iframe, both over https on localhost, office.js as
 * Microsoft ships it. The parent page only carries messages; the workbook is here, in Node.
 */
import { readFileSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from 'playwright-core';
import { webHost, type WebHost, type WebOptions } from '../excel-host/web';

const root = path.resolve(__dirname, '../..');
const dist = path.resolve(process.env.REALISE_DIST ?? path.join(root, 'dist'));
const office = path.join(root, 'node_modules/@microsoft/office-js/dist');
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
/** Shared application, custom functions, public add-in: as Excel on the web puts them into the frame's name. */
const FLAGS = 1 | 2 | 16;

/** The page that plays Excel: it hands every message of the frame to Node, and every answer to the frame. */
const hostPage = (frame: string, name: string): string => `<!doctype html><meta charset="utf-8"><title>Excel</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe id="pane" title="Realise" src="${frame}" name="${name.replaceAll('"', '&quot;')}"></iframe>
<script>
const frame = document.getElementById('pane');
window.toFrame = (text) => frame.contentWindow.postMessage(text, '*');
window.addEventListener('message', (event) => { if (typeof event.data === 'string') window.toExcel(event.data); });
</script>`;

/** The add-in, open beside a workbook. */
export interface OpenAddin {
  readonly page: Page;
  /** The frame in which the add-in runs. */
  readonly pane: Frame;
  readonly host: WebHost;
  /** What the pages complained of. */
  readonly faults: string[];
  /** Every address that was asked for. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

export interface Opening extends BrowserContextOptions {
  readonly host?: WebOptions;
  /** Puts the workbook into shape before the add-in is opened. */
  readonly arrange?: (host: WebHost) => void;
  /** Page of the add-in; the pane where it is not said. */
  readonly file?: string;
}

export class ExcelSite {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<ExcelSite> {
    const server = createServer(await certificate(), (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'https://localhost');
      const file = path.join(dist, path.normalize(pathname));
      const found = file.startsWith(dist + path.sep) && existsSync(file) && statSync(file).isFile();
      response.writeHead(found ? 200 : 404, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      });
      response.end(found ? readFileSync(file) : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({
      executablePath: process.env.REALISE_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    return new ExcelSite(server, browser);
  }

  get address(): string {
    return `https://localhost:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Opens a workbook with the add-in in it. */
  async visit({ host: options = {}, arrange, file = 'taskpane.html', ...browsing }: Opening = {}): Promise<OpenAddin> {
    const context = await this.browser.newContext({
      viewport: { width: 350, height: 720 },
      ignoreHTTPSErrors: true,
      ...browsing,
    });
    const page = await context.newPage();
    const [faults, requests]: [string[], string[]] = [[], []];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy|TrustedHTML/.test(message.text()))
        faults.push(message.text());
    });
    page.on('request', (request) => requests.push(request.url()));
    const host = webHost(options, (text) => {
      void page
        .evaluate((said) => {
          (window as unknown as { toFrame: (text: string) => void }).toFrame(said);
        }, text)
        .catch(() => undefined); // the page may be gone by then
    });
    arrange?.(host);
    await page.exposeFunction('toExcel', host.take);
    await page.route(`${CDN}**`, async (route) => {
      const asked = path.join(office, new URL(route.request().url()).pathname.replace('/lib/1/hosted/', ''));
      await (existsSync(asked) ? route.fulfill({ path: asked }) : route.fulfill({ status: 404 }));
    });
    const excel = `${this.address}/excel-of-the-tests.html`;
    await page.route(excel, (route) =>
      route.fulfill({ contentType: 'text/html', body: hostPage(`${this.address}/${file}`, frameName(excel, options)) }),
    );
    await page.goto(excel);
    const pane = page.frames().find((frame) => frame.url().includes(file));
    if (pane === undefined) throw new Error('the add-in was not loaded');
    return { page, pane, host, faults, requests, close: () => context.close() };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What Excel on the web writes into the name of the frame, for office.js to find. */
const frameName = (excel: string, { language = 'en-GB' }: WebOptions): string =>
  JSON.stringify({
    baseFrameName: 'pane',
    hostInfo: `Excel|Web|16.01|${language}|correlation||disableLogging|${String(FLAGS)}`,
    xdmInfo: `conversation|agave|${excel}`,
    serializerVersion: '1',
    flights: '[]',
  });

/** Made on the spot, by the maker of certificates that the development server has: nobody is asked to trust it. */
async function certificate(): Promise<{ key: string; cert: string }> {
  const near = createRequire(require.resolve('webpack-dev-server'));
  const { generate } = near('selfsigned') as {
    generate: (attributes: readonly object[], options: object) => Promise<{ private: string; cert: string }>;
  };
  const made = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048, algorithm: 'sha256' });
  return { key: made.private, cert: made.cert };
}
