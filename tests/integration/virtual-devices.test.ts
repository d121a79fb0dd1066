// The bench of virtual devices on the edge's own ends of the cables: its scanner, its broker, its printer.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

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
import type { DeviceCredential } from '@foyer/edge-server/ports/access.ts';
import type { Press, ThingReport } from '@foyer/edge-server/ports/things.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import { launchChromium, openPage, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';

const CLINIC = '0190a000-0000-7000-8000-000000000001';
const BUTTON = '0190a000-0000-7000-8000-000000000002';
const KIOSK = '0190a000-0000-7000-8000-000000000003';
const PASSWORD = 'the-password-of-the-button';
const SIGN = '0190a000-0000-7000-8000-000000000004';
const SIGN_PASSWORD = 'the-password-of-the-sign';
const GATEWAY = '0190a000-0000-7000-8000-000000000005';
const GATEWAY_PASSWORD = 'the-password-of-the-gateway';
const ZIGBEE = '0190a000-0000-7000-8000-000000000006';
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
  signs: [{ deviceId: SIGN, name: 'Sign of Room 3', password: SIGN_PASSWORD }],
  gateways: [
    {
      deviceId: GATEWAY,
      name: 'Zigbee gateway',
      password: GATEWAY_PASSWORD,
      branch: 'zigbee2mqtt',
      buttons: [{ deviceId: ZIGBEE, name: 'Room 4', topicName: 'button_1', servicePointId: 'room-4' }],
    },
  ],
};

let pageFolder: string;
let printer: VirtualPrinter;
let scanner: TcpScanner;
let broker: MqttBroker;
let devices: DevicesServer;
let scans: Scan[];
let presses: Press[];
let reports: (ThingReport & { readonly deviceId: string })[];

const credentials = new Map<string | undefined, DeviceCredential>([
  [PASSWORD, { kind: 'device', deviceId: BUTTON, role: 'button', servicePointId: 'room-3' }],
  [SIGN_PASSWORD, { kind: 'device', deviceId: SIGN, role: 'sign', servicePointId: 'room-3' }],
  [GATEWAY_PASSWORD, { kind: 'device', deviceId: GATEWAY, role: 'gateway', servicePointId: null }],
]);
const setUps = new Map<string, ThingSetUp>([
  [
    GATEWAY,
    {
      kind: 'gateway',
      branch: 'zigbee2mqtt',
      profile: 'zigbee2mqtt',
      things: [{ id: ZIGBEE, name: 'button_1', title: 'Room 4', servicePointId: 'room-4' }],
    },
  ],
]);

/** A broker that knows the things of the bench. */
function aBroker(): MqttBroker {
  return new MqttBroker({
    config: { mqttBind: '127.0.0.1', mqttPort: 0 },
    credentials: { stillValid: () => true, onRevoked: () => undefined },
    passwords: {
      signIn: async ({ deviceId, token }) => {
        const credential = credentials.get(token);
        return credential?.deviceId === deviceId ? { credential, onlyRenews: false } : undefined;
      },
    },
    readModel: {
      configuration: () => ({ clinicId: CLINIC }) as never,
      devices: () => [],
      fencedDevices: () => new Set(),
    },
    setUps: () => setUps,
    live: { connected: () => undefined, reported: (deviceId, report) => void reports.push({ deviceId, ...report }) },
    fence: () => undefined,
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
  reports = [];
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
      buttons: [
        { deviceId: BUTTON, name: 'Room 3' },
        { deviceId: ZIGBEE, name: 'Room 4', behind: 'Zigbee gateway' },
      ],
      signs: [{ deviceId: SIGN, name: 'Sign of Room 3' }],
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

  it('flood a kiosk', async () => {
    const scan = { kioskDeviceId: KIOSK, format: 'code128', text: 'x' };
    expect(await send('POST', '/api/scans', { ...scan, times: 50 })).toEqual({ ok: true });
    expect(new Set(scans.map(({ text }) => text)).size).toBe(50);
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

  it('press a button behind a gateway in the gateway’s own words, each way that there is', async () => {
    expect(await send('POST', '/api/presses', { deviceId: ZIGBEE, press: 'long' })).toEqual({ ok: true });
    await vi.waitFor(() => expect(presses).toEqual([{ deviceId: ZIGBEE, servicePointId: 'room-4', press: 'long' }]));
    expect(await send('POST', '/api/presses', { deviceId: BUTTON, press: 'double' })).toEqual({ ok: true });
    await vi.waitFor(() => expect(presses.at(-1)).toMatchObject({ deviceId: BUTTON, press: 'double' }));
  });

  it('say how full their batteries are, and take over what they should have', async () => {
    await vi.waitFor(() => expect(reports.some(({ deviceId }) => deviceId === SIGN)).toBe(true));
    await send('PUT', '/api/batteries', { deviceId: ZIGBEE, percent: 10 });
    await vi.waitFor(() => expect(reports.at(-1)).toMatchObject({ deviceId: ZIGBEE, batteryPercent: 10 }));
    broker.configure(SIGN, { brightness: 3 });
    await vi.waitFor(() => expect(reports.at(-1)).toMatchObject({ deviceId: SIGN, settings: { brightness: 3 } }));
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
    await page.getByAltText('Check-in code of M. O., 10:40').waitFor();
    await page.getByRole('button', { name: 'Scan M. O. 10:40 at Kiosk 1' }).click();
    await page.getByText('Kiosk 1 has read it.').waitFor();
    expect(scans).toEqual([{ kioskDeviceId: KIOSK, format: 'qr', text: 'FY1.check-in-code' }]);

    await page.getByRole('button', { name: 'Room 3', exact: true }).click();
    await page.getByText('Room 3 was pressed.').waitFor();
    await page.getByRole('button', { name: 'Room 4: Hold' }).click();
    await page.getByText('Room 4 was held down.').waitFor();
    await vi.waitFor(() => expect(presses.map(({ press }) => press)).toEqual(['single', 'long']));
    await page.getByLabel('Battery of Room 3').fill('20');
    await page.getByText('20 %').waitFor();
    broker.show(SIGN, { number: 'A047', flash: true, validUntil: Date.now() + 60_000 });
    await page.getByRole('img', { name: 'Sign of Room 3: A047' }).waitFor();

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
    await page.getByRole('button', { name: 'Cutter: Stuck' }).click();
    await page.getByRole('button', { name: 'Line: Hangs' }).click();
    await page.getByRole('button', { name: 'Line: Hangs', pressed: true }).waitFor();
    expect(printer.switches).toMatchObject({ paper: 'out', jam: true, line: 'hangs' });

    await page.getByRole('button', { name: 'Passports' }).click();
    await page.getByText('ICAO sample').click();
    await page.getByText('P<UTOERIKSSON').waitFor();
    await page.getByRole('button', { name: 'Cards' }).click();
    await page.getByRole('button', { name: 'Driver’s card (AAMVA)' }).click();
    await page.getByRole('button', { name: 'Scan Driver’s card (AAMVA) at Kiosk 1' }).click();
    await vi.waitFor(() => expect(scans.at(-1)?.format).toBe('pdf417'));
    expect(scans.at(-1)?.text.slice(0, 9)).toBe('@\n\x1e\rANSI ');
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
