// The README's first picture: a patient's way from the kiosk to the till, in the form that all of Foyer's screens have:
// things stand on a floor, a path leads past them, and the one lit door is where it ends.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

interface Station {
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly shape: 'screen' | 'paper';
}

const stations: readonly Station[] = [
  { picture: 'kiosk-idle', width: 324, height: 576, caption: 'Checks in', shape: 'screen' },
  { picture: 'ticket-paper', width: 220, height: 476, caption: 'Takes a ticket', shape: 'paper' },
  { picture: 'display', width: 544, height: 306, caption: 'Is called', shape: 'screen' },
  { picture: 'staff-nurse', width: 400, height: 250, caption: 'Is seen', shape: 'screen' },
  { picture: 'staff-till', width: 400, height: 250, caption: 'Pays', shape: 'screen' },
];

/** From pictures of this folder into `patients-way.png` beside them. */
export async function paintPatientsWay(browser: Browser, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2400, height: 860 } });
  await page.setContent(html(folder));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, 'patients-way.png') });
  await page.close();
}

function html(folder: string): string {
  const data = (type: string, path: string): string => `data:${type};base64,${readFileSync(path).toString('base64')}`;
  const require = createRequire(import.meta.url);
  const font = (weight: number): string =>
    `@font-face { font-family: Noto; font-weight: ${weight}; src: url(${data(
      'font/woff2',
      require.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`),
    )}); }`;
  const stands = stations.map(
    ({ picture, width, height, shape }) =>
      `<img class="${shape}" width="${width}" height="${height}"
        src="${data('image/png', join(folder, `${picture}.png`))}">`,
  );
  const stops = stations.map(({ width, caption }) => stop(width, caption));
  return `<style>
    ${font(400)} ${font(700)}
    * { box-sizing: border-box; margin: 0; }
    body { width: 2400px; height: 860px; background: #f3f4f1; color: #15191a; font: 700 34px Noto; }
    h1 { position: absolute; left: 688px; top: 64px; font-size: 144px; line-height: 1; letter-spacing: -0.025em; }
    h2 { position: absolute; left: 696px; top: 226px; font-weight: 400; font-size: 56px; line-height: 1; }
    .row { display: flex; gap: 40px; padding: 0 64px; }
    .row > * { flex: none; }
    .things { height: 692px; align-items: flex-end; border-bottom: 8px solid #15191a; }
    img { display: block; object-fit: cover; object-position: top; border: 2px solid #15191a; border-bottom: 0; }
    .screen { border-radius: 12px 12px 0 0; }
    .paper { padding: 16px 16px 0; background: #fff; object-fit: contain; }
    .door { width: 180px; height: 360px; background: #ffc933; border: 4px solid #15191a; border-bottom: 0;
      border-radius: 12px 12px 0 0; position: relative; }
    .door::after { content: ''; position: absolute; right: 20px; top: 190px; width: 24px; height: 24px;
      border-radius: 50%; background: #15191a; }
    .path { position: relative; padding-top: 48px; }
    .path::before { content: ''; position: absolute; left: 76px; right: 232px; top: 58px; height: 4px;
      background: #15191a; }
    i { display: block; position: relative; width: 24px; height: 24px; border-radius: 50%; background: #15191a;
      margin-bottom: 16px; }
    .stop:last-child i { background: #ffc933; border: 4px solid #15191a; }
    span { white-space: nowrap; }
  </style>
  <h1>Foyer</h1><h2>The front door of a clinic</h2>
  <div class="row things">${stands.join('')}<div class="door"></div></div>
  <div class="row path">${stops.join('')}${stop(180, 'Goes home')}</div>`;
}

function stop(width: number, caption: string): string {
  return `<div class="stop" style="width:${width}px"><i></i><span>${caption}</span></div>`;
}
