/** The built site: whole, strict about scripts, and silent in a browser. `npm run build` comes first. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { faultsOf, read } from './manifest';

const dist = path.resolve(__dirname, '../../dist');
const built = (file: string): string => readFileSync(path.join(dist, file), 'utf8');
const OFFICE = 'https://appsforoffice.microsoft.com';

const directives = (html: string): ReadonlyMap<string, readonly string[]> => {
  const policy = /Content-Security-Policy"? content="([^"]+)"/.exec(html)?.[1] ?? '';
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources];
    }),
  );
};
const scripts = (html: string): readonly string[] =>
  [...html.matchAll(/<script[^>]*\ssrc="?([^\s">]+)/g)].map(([, source = '']) => source);

describe('each page', () => {
  test('the pane loads the rule about scripts first, then office.js from Microsoft alone', () => {
    const html = built('taskpane.html');
    expect(directives(html).get('script-src')).toEqual(["'self'", OFFICE, "'wasm-unsafe-eval'"]);
    expect(scripts(html).slice(0, 2)).toEqual(['trusted.js', `${OFFICE}/lib/1/hosted/office.js`]);
    expect(directives(html).get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(scripts(html).filter((source) => source.includes(':'))).toHaveLength(1);
  });

  test('workbench.html loads nothing from elsewhere', () => {
    const html = built('workbench.html');
    expect(directives(html).get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(scripts(html).filter((source) => source.includes(':'))).toEqual([]);
  });

  test.each(['taskpane.html', 'workbench.html'])('%s may connect to its own site alone', (page) => {
    const policy = directives(built(page));
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(built(page)).not.toMatch(/<script(?![^>]*\ssrc=)|\son[a-z]+=|'unsafe-eval'/);
  });
});

test('the manifest that ships keeps the rules, and every address in it has its file', () => {
  const manifest = built('manifest.xml');
  expect(
    faultsOf(read(manifest), (file) => readFileSync(path.join(dist, file.slice(file.indexOf('assets/'))))),
  ).toEqual([]);
  const base = /<SourceLocation DefaultValue="(https:[^"]*\/)taskpane\.html"/.exec(manifest)?.[1] ?? 'none';
  const addresses = [...manifest.matchAll(/DefaultValue="(https:[^"]+)"/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses) {
    expect(address.startsWith(base)).toBe(true);
    expect(existsSync(path.join(dist, address.slice(base.length)))).toBe(true);
  }
});

test('no path of the machine that built it, and no code made from text, is in the bundles', () => {
  const own = ['taskpane.js', 'trusted.js', 'workbench.js'];
  expect(readdirSync(dist)).toEqual(expect.arrayContaining(own));
  for (const file of own) {
    const text = built(file);
    expect(text).not.toContain(path.resolve(dist, '..') + path.sep);
    expect(text).not.toMatch(/\beval\(/);
  }
});

describe('in a browser', () => {
  let server: Server;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    const kinds = new Map([
      ['.html', 'text/html; charset=utf-8'],
      ['.js', 'text/javascript'],
      ['.png', 'image/png'],
    ]);
    server = createServer((request, response) => {
      const file = path.join(dist, path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
      const found = file.startsWith(dist) && existsSync(file) && statSync(file).isFile();
      response.writeHead(found ? 200 : 404, {
        'content-type': kinds.get(path.extname(file)) ?? 'application/octet-stream',
      });
      response.end(found ? readFileSync(file) : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    browser = await chromium.launch({
      executablePath: process.env.REALISE_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Opens a page and gathers all it complains of. */
  async function complaints(file: string): Promise<readonly string[]> {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) said.push(`${String(response.status())} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url()))
        said.push(`asks ${request.url()}`);
    });
    await page.goto(`${address}/${file}`, { waitUntil: 'load' });
    await page.waitForTimeout(5000);
    await page.close();
    return said;
  }

  test.each(['workbench.html', 'support.html'])(
    '%s opens without a complaint or a word to another host',
    async (file) => {
      expect(await complaints(file)).toEqual([]);
    },
  );

  test('the pane outside Office asks for office.js, and for nothing else of another host', async () => {
    const asked = (await complaints('taskpane.html')).filter((one) => one.startsWith('asks '));
    expect(new Set(asked)).toEqual(new Set([`asks ${OFFICE}/lib/1/hosted/office.js`]));
  });
});
