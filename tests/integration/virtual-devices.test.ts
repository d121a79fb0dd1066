// The bench of virtual devices on the edge's own ends of the cables: its scanner, its broker, its printer.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { BusyMorning } from '@foyer/demo/busy-morning/busy-morning.ts';
import { Seeded } from '@foyer/demo/clinic/seeded.ts';
import { CuttableLine } from '@foyer/demo/launch/cuttable-line.ts';
import { icaoSample, type DemoFacts } from '@foyer/demo/devices/demo-facts.ts';
import { createDevicesServer, type DevicesOptions, type DevicesServer } from '@foyer/demo/devices/devices-server.ts';
import { VirtualPrinter } from '@foyer/demo/virtual-printer/virtual-printer.ts';
import { MqttBroker } from '@foyer/edge-server/adapters/mqtt/mqtt-broker.ts';
import { aTicketDocument } from '@foyer/edge-server/adapters/printer/sample-documents.ts';
import { ThermalPrinter } from '@foyer/edge-server/adapters/printer/thermal-printer.ts';
import { TcpScanner } from '@foyer/edge-server/adapters/scanner/tcp-scanner.ts';
import { silentLog } from '@foyer/edge-server/ports/log.ts';
import type { Scan } from '@foyer/edge-server/ports/scanner.ts';
import type { Press } from '@foyer/edge-server/ports/things.ts';
import { launchChromium, openPage, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';

const CLINIC = '0190a000-0000-7000-8000-000000000001';
const BUTTON = '0190a000-0000-7000-8000-000000000002';
const KIOSK = '0190a000-0000-7000-8000-000000000003';
const PASSWORD = 'the-password-of-the-button';
const VITE_CONFIG = fileURLToPath(new URL('../../demo/vite.config.ts', import.meta.url));

const facts: DemoFacts = {
  clinicId: CLINIC,
  clinicName: 'Harbour Street Clinic',
  appointments: [
    { id: 'a-1', time: '10:40', initials: 'M. O.', serviceName: 'Nurse', qr: 'FY1.check-in-code' },
    { id: 'a-2', time: '11:00', initials: 'L. Ż.', serviceName: 'Doctor', qr: 'FY1.another-code' },
  ],
  passports: [icaoSample],
  kiosks: [{ deviceId: KIOSK, name: 'Kiosk 1' }],
  buttons: [{ deviceId: BUTTON, name: 'Room 3', password: PASSWORD }],
};

let pageFolder: string;
let printer: VirtualPrinter;
let scanner: TcpScanner;
let broker: MqttBroker;
let devices: DevicesServer;
let scans: Scan[];
let presses: Press[];

/** A broker that knows one button. */
function aBroker(): MqttBroker {
  return new MqttBroker({
    config: { mqttBind: '127.0.0.1', mqttPort: 0 },
    credentials: {
      resolve: ({ token }) =>
        token === PASSWORD
          ? {
              ok: true,
              credential: {
                kind: 'device',
                deviceId: BUTTON,
                role: 'button',
                servicePointId: 'room-3',
              },
            }
          : { ok: false, code: 'unauthenticated' },
      stillValid: () => true,
      onRevoked: () => undefined,
    },
    readModel: { configuration: () => ({ clinicId: CLINIC }) as never },
    live: { connected: () => undefined },
    log: silentLog,
    now: () => 0,
  });
}

function serve(
  changes: Partial<Pick<DevicesOptions, 'mqttUrl' | 'line' | 'pullPlug' | 'morning'>> & {
    readonly facts?: DemoFacts;
  } = {},
): DevicesServer {
  return createDevicesServer({
    facts: () => changes.facts ?? facts,
    scanner: { host: '127.0.0.1', port: scanner.port },
    mqttUrl: changes.mqttUrl ?? `mqtt://127.0.0.1:${broker.port}`,
    printer,
    pageFolder,
    ...(changes.line === undefined ? {} : { line: changes.line }),
    ...(changes.pullPlug === undefined ? {} : { pullPlug: changes.pullPlug }),
    ...(changes.morning === undefined ? {} : { morning: changes.morning }),
  });
}

/** A morning at which nobody comes, and which goes on until it is stopped. */
function aMorning(): BusyMorning {
  return new BusyMorning({
    scene: { board: () => Promise.reject(new Error('no clinic')), send: () => Promise.resolve(false) },
    facts: () => ({ services: [], codes: [], cleaned: [] }),
    chance: new Seeded(1),
    now: () => 0,
    pause: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
  });
}

const send = async (method: string, path: string, body: object): Promise<unknown> => {
  const answer = await fetch(`${devices.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
};

beforeAll(async () => {
  pageFolder = await mkdtemp(join(tmpdir(), 'foyer-devices-'));
  await build({ configFile: VITE_CONFIG, logLevel: 'error', build: { outDir: pageFolder } });
});

afterAll(() => rm(pageFolder, { recursive: true }));

beforeEach(async () => {
  scans = [];
  presses = [];
  printer = new VirtualPrinter({ port: 0, now: () => 1_790_000_000_000 });
  scanner = new TcpScanner({ port: 0 });
  scanner.onScan((scan) => scans.push(scan));
  broker = aBroker();
  broker.onPress((press) => presses.push(press));
  await Promise.all([printer.start(), scanner.start(), broker.start()]);
  devices = serve();
  await devices.start();
});

afterEach(async () => {
  await devices.stop();
  await Promise.all([broker.stop(), scanner.stop(), printer.stop()]);
});

describe('virtual devices', () => {
  it('show what is on the bench, and no password', async () => {
    const bench = await (await fetch(`${devices.url}/api/bench`)).text();
    expect(JSON.parse(bench)).toMatchObject({
      kiosks: facts.kiosks,
      buttons: [{ deviceId: BUTTON, name: 'Room 3' }],
    });
    expect(bench).not.toContain(PASSWORD);
  });

  it('draw the code of an appointment', async () => {
    const code = await fetch(`${devices.url}/api/codes/a-1.svg`);
    expect(code.headers.get('content-type')).toBe('image/svg+xml');
    expect((await fetch(`${devices.url}/api/codes/a-9.svg`)).status).toBe(404);
  });

  it('scan at a kiosk', async () => {
    const scan: Scan = { kioskDeviceId: KIOSK, format: 'mrz', text: icaoSample.text };
    expect(await send('POST', '/api/scans', scan)).toEqual({ ok: true });
    expect(scans).toEqual([scan]);
  });

  it('say that the edge does not listen', async () => {
    await scanner.stop();
    const answer = await send('POST', '/api/scans', {
      kioskDeviceId: KIOSK,
      format: 'qr',
      text: 'x',
    });
    expect(answer).toEqual({ ok: false, error: { code: 'scanner-not-connected' } });
  });

  it('press a button as the device that it is', async () => {
    expect(await send('POST', '/api/presses', { deviceId: BUTTON })).toEqual({ ok: true });
    expect(presses).toEqual([{ deviceId: BUTTON, servicePointId: 'room-3', press: 'single' }]);
  });

  it('say that a button is not let in', async () => {
    await devices.stop();
    devices = serve({
      facts: { ...facts, buttons: [{ deviceId: BUTTON, name: 'Room 3', password: 'wrong' }] },
    });
    await devices.start();
    expect(await send('POST', '/api/presses', { deviceId: BUTTON })).toEqual({
      ok: false,
      error: { code: 'button-not-connected' },
    });
    expect(presses).toEqual([]);
  });

  it('cannot pull what is not there', async () => {
    expect(await send('PUT', '/api/internet', { connected: false })).toMatchObject({ error: { code: 'not-found' } });
    expect(await send('POST', '/api/plug-pulls', {})).toMatchObject({ error: { code: 'not-found' } });
    expect(await send('PUT', '/api/busy-morning', { running: true })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('make a fault of the printer, and refuse one that it has not', async () => {
    expect(await send('PUT', '/api/printer', { paper: 'out' })).toEqual({ ok: true });
    expect(printer.switches.paper).toBe('out');
    expect(await send('PUT', '/api/printer', { paper: 'wet' })).toMatchObject({ ok: false });
  });
});

describe('the page of virtual devices', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  it('scans, presses, shows a ticket as it is printed, and has no serious fault', async () => {
    const opened = await openPage(browser, devices.url, {
      viewport: { width: 1440, height: 900 },
    });
    const { page, complaints } = opened;
    await page.getByText('10:40').click();
    expect(await page.getByAltText('Check-in code of M. O., 10:40').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Scan M. O. 10:40 at Kiosk 1' }).click();
    await page.getByText('Kiosk 1 has read it.').waitFor();
    expect(scans).toEqual([{ kioskDeviceId: KIOSK, format: 'qr', text: 'FY1.check-in-code' }]);

    await page.getByRole('button', { name: 'Room 3' }).click();
    await page.getByText('Room 3 was pressed.').waitFor();
    expect(presses).toHaveLength(1);

    const edge = new ThermalPrinter({
      address: `tcp://127.0.0.1:${printer.port}`,
      clock: { wall: () => 0, monotonic: () => performance.now() },
    });
    await edge.print({ jobId: 'job', notAfter: 1, kind: 'ticket', document: aTicketDocument() });
    await page
      .getByRole('img', { name: /^Printed at .*A047/s })
      .first()
      .waitFor();
    await edge.stop();

    await page.getByRole('button', { name: 'Paper: Out' }).click();
    await page.getByRole('button', { name: 'Paper: Out', pressed: true }).waitFor();
    expect(printer.switches.paper).toBe('out');

    await page.getByRole('button', { name: 'Passports' }).click();
    await page.getByText('ICAO sample').click();
    await page.getByText('P<UTOERIKSSON').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('pulls the internet out and plugs it in, pulls the plug of the box, and runs a busy morning', async () => {
    await devices.stop();
    const line = new CuttableLine(1);
    let pulled = 0;
    const morning = aMorning();
    devices = serve({ line, pullPlug: () => (pulled += 1), morning });
    await devices.start();
    const opened = await openPage(browser, devices.url, { viewport: { width: 1024, height: 768 } });
    const { page, complaints } = opened;
    await page.getByRole('button', { name: 'Internet: Pulled out' }).click();
    await page.getByText('The clinic goes on.').waitFor();
    await page.getByRole('button', { name: 'Internet: Pulled out', pressed: true }).waitFor();
    expect(line.isCut).toBe(true);
    await page.getByRole('button', { name: 'Internet: Plugged in' }).click();
    await page.getByRole('button', { name: 'Internet: Plugged in', pressed: true }).waitFor();
    expect(line.isCut).toBe(false);
    await page.getByRole('button', { name: 'The box: Pull its plug' }).click();
    await page.getByText('It starts again by itself').waitFor();
    expect(pulled).toBe(1);
    await page.getByRole('button', { name: 'Busy morning: Start' }).click();
    await page.getByRole('button', { name: 'Busy morning: Stop' }).waitFor();
    await page.getByText('Watch the displays.').waitFor();
    expect(morning.isRunning).toBe(true);
    await page.getByRole('button', { name: 'Busy morning: Stop' }).click();
    await page.getByRole('button', { name: 'Busy morning: Start' }).waitFor();
    expect(morning.isRunning).toBe(false);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await opened.close();
  });
});
