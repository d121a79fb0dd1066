// The bench of virtual devices: codes and passports to scan, buttons to press, the printer's tray and its faults.
// And the two things that everybody wants to pull: the internet, and the plug of the box; and a busy morning. A tool of the demonstration:
// it listens on loopback unless told otherwise and changes nothing but through the cables themselves.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import fastifyStatic from '@fastify/static';
import { longestScan, scanFormats } from '@foyer/contracts/scan-format.ts';
import fastify, { type FastifyInstance } from 'fastify';
import { toString as qrSvg } from 'qrcode';

import type { BusyMorning } from '../busy-morning/busy-morning.ts';
import { switchesFrom } from '../virtual-printer/printer-http.ts';
import type { CuttableLine } from '../launch/cuttable-line.ts';
import type { VirtualPrinter } from '../virtual-printer/virtual-printer.ts';
import type { BenchView } from './bench-view.ts';
import type { DemoFacts, DemoThing } from './demo-facts.ts';
import { drawCard } from './draw-card.ts';
import { liveCodeOf } from './live-code.ts';
import { sampleCards } from './sample-cards.ts';
import { TrayStream } from './tray-stream.ts';
import { VirtualThings, type VirtualPress } from './virtual-things.ts';
import { sendFlood, sendScan, type ScannerAddress, type VirtualScan } from './virtual-scanner.ts';

export interface DevicesOptions {
  readonly host?: string;
  /** 0 picks a free port. */
  readonly port?: number;
  /** Asked at every opening of the page, so that kiosks enrolled since are there. */
  readonly facts: () => DemoFacts | Promise<DemoFacts>;
  readonly scanner: ScannerAddress;
  readonly mqttUrl: string;
  readonly printer: Pick<VirtualPrinter, 'tickets' | 'switches' | 'switch' | 'onTicket' | 'onSwitch'>;
  /** The internet; absent where the edge relays to a PMS of somebody else. */
  readonly line?: Pick<CuttableLine, 'isCut' | 'cut' | 'mend' | 'onChanged'>;
  /** Ends the edge as a pulled plug does. */
  readonly pullPlug?: () => void;
  /** Patients and staff that come and go by themselves. */
  readonly morning?: Pick<BusyMorning, 'isRunning' | 'begin' | 'stop' | 'onChanged'>;
  /** The built page. */
  readonly pageFolder?: string;
}

export interface DevicesServer {
  readonly name: string;
  /** Where it answers, once started; no slash at the end. */
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const BUILT_PAGE = fileURLToPath(new URL('../../dist/', import.meta.url));
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function createDevicesServer(options: DevicesOptions): DevicesServer {
  const things = new VirtualThings({ mqttUrl: options.mqttUrl, facts: options.facts, now: Date.now });
  const tray = new TrayStream({ ...options, things });
  let app: FastifyInstance | undefined;
  let url = '';
  return {
    name: 'virtual-devices',
    get url() {
      return url;
    },
    async start() {
      app = fastify({ forceCloseConnections: true });
      addPage(app, options.pageFolder ?? BUILT_PAGE);
      addBench(app, options, things);
      addActions(app, options, things);
      app.get('/api/events', (request, reply) => {
        reply.hijack();
        tray.attach(request.raw, reply.raw);
      });
      tray.start();
      void things.look();
      url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
    },
    async stop() {
      tray.stop();
      await things.stop();
      await app?.close();
      app = undefined;
    },
  };
}

function addPage(app: FastifyInstance, folder: string): void {
  app.addHook('onSend', async (_, reply) => {
    void reply.header('content-security-policy', POLICY).header('x-content-type-options', 'nosniff');
  });
  if (existsSync(folder)) app.register(fastifyStatic, { root: folder });
  else app.get('/', (_, reply) => reply.code(503).send('The page is not built yet: npm run build'));
}

function addBench(
  app: FastifyInstance,
  { facts, line, pullPlug, morning }: DevicesOptions,
  things: VirtualThings,
): void {
  app.get('/api/bench', async (): Promise<BenchView> => {
    void things.look();
    const { clinicName, appointments, passports, kiosks, buttons, signs, gateways } = await facts();
    return {
      clinicName,
      appointments,
      passports,
      kiosks,
      buttons: [
        ...buttons.map(named),
        ...gateways.flatMap((gateway) => gateway.buttons.map((each) => ({ ...named(each), behind: gateway.name }))),
      ],
      signs: signs.map(named),
      ...(line === undefined ? {} : { internet: true as const }),
      ...(pullPlug === undefined ? {} : { plug: true as const }),
      ...(morning === undefined ? {} : { busyMorning: true as const }),
    };
  });
  app.get<{ Params: { id: string } }>('/api/codes/:id.svg', async (request, reply) => {
    const { appointments } = await facts();
    const appointment = appointments.find(({ id }) => id === request.params.id);
    if (appointment === undefined) return notFound(reply);
    return reply.type('image/svg+xml').send(await qrSvg(appointment.qr, { type: 'svg', errorCorrectionLevel: 'M' }));
  });
  app.get<{ Params: { id: string } }>('/api/live-codes/:id', async (request, reply) => {
    const { appointments } = await facts();
    const page = appointments.find(({ id }) => id === request.params.id)?.page;
    const code = page === undefined ? undefined : await liveCodeOf(page);
    return code === undefined ? notFound(reply) : { code };
  });
  app.get<{ Params: { id: string } }>('/api/cards/:id.svg', (request, reply) => {
    const card = sampleCards.find(({ id }) => id === request.params.id);
    const drawn = card && drawCard(card);
    return drawn === undefined ? notFound(reply) : reply.type('image/svg+xml').send(drawn);
  });
}

function named({ deviceId, name }: DemoThing): DemoThing {
  return { deviceId, name };
}

function addActions(app: FastifyInstance, options: DevicesOptions, things: VirtualThings): void {
  const { scanner, printer, line, pullPlug, morning } = options;
  app.post('/api/scans', { schema: { body: scanBody } }, (request) => {
    const { times, ...scan } = request.body as ScanBody;
    return times === undefined ? sendScan(scanner, scan) : sendFlood(scanner, scan, times);
  });
  app.post('/api/presses', { schema: { body: pressBody } }, async (request, reply) => {
    const { deviceId, press = 'single' } = request.body as { deviceId: string; press?: VirtualPress };
    return (await things.press(deviceId, press)) ?? notFound(reply);
  });
  app.put('/api/batteries', { schema: { body: batteryBody } }, (request) => {
    const { deviceId, percent } = request.body as { deviceId: string; percent: number };
    return things.setBattery(deviceId, percent);
  });
  app.put('/api/printer', async (request, reply) => {
    const change = switchesFrom(request.body);
    if (typeof change === 'string') {
      return reply.code(400).send({ ok: false, error: { code: 'invalid-state', message: change } });
    }
    await printer.switch(change);
    return { ok: true };
  });
  app.put('/api/internet', { schema: { body: internetBody } }, (request, reply) => {
    if (line === undefined) return notFound(reply);
    if ((request.body as { connected: boolean }).connected) line.mend();
    else line.cut();
    return { ok: true };
  });
  app.put('/api/busy-morning', { schema: { body: morningBody } }, async (request, reply) => {
    if (morning === undefined) return notFound(reply);
    if ((request.body as { running: boolean }).running) morning.begin();
    else await morning.stop();
    return { ok: true };
  });
  app.post('/api/plug-pulls', (_, reply) => {
    if (pullPlug === undefined) return notFound(reply);
    pullPlug();
    return { ok: true };
  });
}

interface ScanBody extends VirtualScan {
  readonly times?: number;
}

const scanBody = {
  type: 'object',
  required: ['kioskDeviceId', 'text'],
  additionalProperties: false,
  properties: {
    kioskDeviceId: { type: 'string', minLength: 1, maxLength: 100 },
    format: { enum: scanFormats },
    text: { type: 'string', minLength: 1, maxLength: longestScan },
    times: { type: 'integer', minimum: 1, maximum: 1_000 },
  },
} as const;

const internetBody = {
  type: 'object',
  required: ['connected'],
  additionalProperties: false,
  properties: { connected: { type: 'boolean' } },
} as const;

const morningBody = {
  type: 'object',
  required: ['running'],
  additionalProperties: false,
  properties: { running: { type: 'boolean' } },
} as const;

const pressBody = {
  type: 'object',
  required: ['deviceId'],
  additionalProperties: false,
  properties: {
    deviceId: { type: 'string', minLength: 1, maxLength: 100 },
    press: { enum: ['single', 'double', 'long'] },
  },
} as const;

const batteryBody = {
  type: 'object',
  required: ['deviceId', 'percent'],
  additionalProperties: false,
  properties: {
    deviceId: { type: 'string', minLength: 1, maxLength: 100 },
    percent: { type: 'integer', minimum: 0, maximum: 100 },
  },
} as const;

function notFound(reply: { code(status: number): { send(body: object): unknown } }): unknown {
  return reply.code(404).send({ ok: false, error: { code: 'not-found' } });
}
