/** `npm run icons`: draws the icons of the ribbon, and those of stores, from their SVG in every size that Office asks for. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const assets = path.join(path.dirname(fileURLToPath(import.meta.url)), '../assets');
/** Mandatory are 16, 32 and 80; the others keep lines sharp on screens of 125 to 250 %. */
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const browser = await chromium.launch({
  executablePath: process.env.REALISE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();

async function draw(source, size, target, filter = 'none') {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px;filter:${filter}}</style>${source}`,
  );
  writeFileSync(path.join(assets, target), await page.screenshot({ omitBackground: true }));
}

for (const file of readdirSync(path.join(assets, 'ribbon')).filter((name) => name.endsWith('.svg'))) {
  const source = readFileSync(path.join(assets, 'ribbon', file), 'utf8');
  for (const size of SIZES) await draw(source, size, `ribbon/${path.parse(file).name}-${size}.png`);
}
const logo = readFileSync(path.join(assets, 'logo.svg'), 'utf8');
for (const size of SIZES) await draw(logo, size, `ribbon/pane-${size}.png`);
await draw(logo, 192, 'icon-192.png');
// White on nothing: the curve without the field behind it.
await draw(logo.replace(/<path fill="#b1dcec"[^>]*>/, ''), 32, 'outline-32.png', 'brightness(0) invert(1)');
await browser.close();
