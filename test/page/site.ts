/** The built site on a port of its own, and a browser that looks at it. `npm run build` comes first. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const dist = path.resolve(process.env.REALISE_DIST ?? path.join(__dirname, '../../dist'));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A page with what went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly faults: string[];
}

export class Site {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Site> {
    const server = createServer((request, response) => {
      const file = path.join(dist, path.normalize(new URL(request.url ?? '/', 'http://site').pathname));
      if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({
      executablePath: process.env.REALISE_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    return new Site(server, browser);
  }

  /** Visits a page; what it complains of, or asks of another site, is a fault. `before` runs in the page before its own scripts. */
  async visit(file: string, options: BrowserContextOptions = {}, before?: () => void): Promise<Visit> {
    const context = await this.browser.newContext({ viewport: { width: 1480, height: 860 }, ...options });
    if (before !== undefined) await context.addInitScript(before);
    const page = await context.newPage();
    const faults: string[] = [];
    const own = `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${own}/`)) faults.push(request.url());
    });
    await page.goto(`${own}/${file}`);
    return { page, faults };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
