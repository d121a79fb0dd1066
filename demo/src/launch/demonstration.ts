// Everything that `npm start` runs: the virtual devices in this process, the two servers as children. They start in the
// order in which they need each other and stop in reverse.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BusyMorning } from '../busy-morning/busy-morning.ts';
import { clinicScene } from '../busy-morning/clinic-scene.ts';
import { generateClinic } from '../clinic/generate.ts';
import { Seeded } from '../clinic/seeded.ts';
import { createDevicesServer } from '../devices/devices-server.ts';
import { PrinterHttp } from '../virtual-printer/printer-http.ts';
import { VirtualPrinter } from '../virtual-printer/virtual-printer.ts';
import { beginDay } from './begin-day.ts';
import { businessDayStart } from './business-day.ts';
import { CuttableLine } from './cuttable-line.ts';
import { claimDataFolder } from './data-folder.ts';
import { writeDemoFile } from './demo-file.ts';
import { edgeReadiness, hasHeardFromCentre } from './edge-readiness.ts';
import {
  benchFacts,
  demoFile,
  edgeDemonstration,
  morningFacts,
  pmsFacts,
  type DemoDevices,
  type PmsReady,
} from './hand-over.ts';
import { addressOf, inUrl } from './reach.ts';
import { screenLinks, type ScreenLink } from './screen-links.ts';
import { loadSecrets } from './secrets.ts';
import type { DemoSettings } from './settings.ts';
import { SupervisedProcess } from './supervised-process.ts';
import { edgeCodes, enrolThings, noThings, thingCodes } from './thing-codes.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export interface DemonstrationOptions {
  readonly settings: DemoSettings;
  /** Of this process: the children get it with their own settings. */
  readonly environment: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface RunningDemonstration {
  readonly links: readonly ScreenLink[];
  readonly edgeUrl: string;
  /** For other machines; undefined where none could reach it. */
  readonly lanTlsUrl: string | undefined;
  /** Whether one-time codes and the tokens of `demo.json` work from this machine. */
  readonly byLoopback: boolean;
  readonly pmsUrl: string;
  readonly devicesUrl: string;
  readonly users: readonly { readonly email: string; readonly password: string; readonly role: string }[];
  readonly staff: readonly { readonly name: string; readonly roles: readonly string[]; readonly pin: string }[];
  stop(): Promise<void>;
}

interface Part {
  start(): void | Promise<void>;
  stop(): Promise<void>;
}

/** The day's feed is there within a second, where there is a centre at all. */
const longestFeedMs = 20_000;
const root = join(import.meta.dirname, '../../..');

export async function startDemonstration(options: DemonstrationOptions): Promise<RunningDemonstration> {
  const started: Part[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0).toReversed()) await part.stop();
  };
  const start = async (part: Part): Promise<void> => {
    started.push(part);
    await part.start();
  };
  try {
    return { ...(await compose(options, start)), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

async function compose(
  { settings, environment, say, signal }: DemonstrationOptions,
  start: (part: Part) => Promise<void>,
): Promise<Omit<RunningDemonstration, 'stop'>> {
  const { dataDir, seed, reach } = settings;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clinic = generateClinic(seed, zone, businessDayStart(Date.now(), zone));
  mkdirSync(dataDir, { recursive: true });
  const secrets = loadSecrets(dataDir, clinic.configuration.servicePoints.length);
  const { servicePoints } = clinic.configuration;
  const devices = demoDevices(seed);
  const { links, codes } = screenLinks();
  const ofThings = thingCodes(servicePoints);

  const host = settings.devicesBind;
  const printer = new VirtualPrinter({ host, port: settings.printerPort, now: Date.now });
  const printerHttp = new PrinterHttp({ printer, host, port: settings.printerHttpPort });
  await start(printer);
  await start(printerHttp);

  const demonstrationFile = claimDataFolder(
    dataDir,
    edgeDemonstration(clinic, secrets, devices, [...codes, ...edgeCodes(ofThings)]),
  );
  const own = {
    ...environment,
    FOYER_DATA_DIR: dataDir,
    FOYER_BIND: settings.bind,
    // The links stay in sight: a screen that is open asks for something every few seconds.
    FOYER_LOG_LEVEL: environment['FOYER_LOG_LEVEL'] || 'warn',
  };
  say('starting the PMS and its PostgreSQL');
  const tokenFile = join(dataDir, 'edge-token');
  const pms = await startPms();
  const ownCentre = environment['FOYER_PMS_URL'];
  const line = ownCentre ? undefined : new CuttableLine(settings.pmsPort, reach.host);
  if (line !== undefined) await start(line);

  say('starting the edge');
  const edgeUrl = `http://${reach.host}:${settings.edgePort}`;
  const edgeTlsUrl = `https://${reach.host}:${settings.edgeTlsPort}`;
  const edge = new SupervisedProcess({
    name: 'edge',
    command: [join(root, 'edge-server/src/main.ts')],
    environment: {
      ...own,
      // As it was set, or not: MQTT stays on loopback unless it was.
      FOYER_BIND: environment['FOYER_BIND'],
      FOYER_EDGE_PORT: String(settings.edgePort),
      FOYER_EDGE_TLS_PORT: String(settings.edgeTlsPort),
      FOYER_MQTT_PORT: String(settings.mqttPort),
      FOYER_SCANNER_PORT: String(settings.scannerPort),
      FOYER_PRINTER: settings.printer,
      FOYER_PMS_URL: line?.url ?? ownCentre,
      FOYER_PMS_TOKEN_FILE: environment['FOYER_PMS_TOKEN_FILE'] || tokenFile,
      FOYER_PUBLIC_TICKET_URL: settings.publicTicketUrl,
      FOYER_DEMONSTRATION_FILE: demonstrationFile,
    },
    say,
  });
  await start(edge);
  const { byLoopback } = reach;
  const readiness = (patience: AbortSignal) =>
    edgeReadiness({ url: edgeUrl, tlsUrl: edgeTlsUrl, byLoopback }, patience);
  await waitUntilReady(async (patience) => (await readiness(patience)).ok, signal);
  // Today's appointments are there then. A centre that is away keeps nobody from looking around.
  const hasHeard = await waitUntilReady(
    async (patience) => hasHeardFromCentre(await readiness(patience)),
    AbortSignal.any([signal, AbortSignal.timeout(longestFeedMs)]),
  ).then(
    () => true,
    () => false,
  );
  signal.throwIfAborted();
  if (!hasHeard) say('the edge has not heard from its PMS yet');
  if (byLoopback) {
    const clinicAccess = { url: edgeUrl, supervisorToken: secrets.tokens.supervisor, now: Date.now };
    for (const name of await beginDay(clinicAccess)) say(`${name} stays closed`);
  }

  const thingEdge = { url: edgeUrl, adminToken: secrets.tokens.admin, now: Date.now };
  const things = byLoopback ? await enrolThings(thingEdge, ofThings, servicePoints) : noThings;
  const deviceHost = addressOf(host);
  const mqttUrl = `mqtt://${inUrl(deviceHost)}:${settings.mqttPort}`;
  const kiosks = async () => {
    const answer = await fetch(`${edgeUrl}/api/v1/devices`, {
      headers: { authorization: `Bearer ${secrets.tokens.admin}` },
    });
    if (!answer.ok) return [];
    const { devices: enrolled } = (await answer.json()) as { devices: { id: string; name: string; role: string }[] };
    return enrolled.filter(({ role }) => role === 'kiosk').map(({ id, name }) => ({ deviceId: id, name }));
  };
  const morning = new BusyMorning({
    scene: clinicScene(edgeUrl, secrets.tokens.supervisor),
    facts: () => morningFacts(clinic, pms),
    chance: new Seeded(seed),
    now: Date.now,
    pause: (ms, ended) => pause(ms, undefined, { signal: ended }).catch(() => undefined),
  });
  // Tokens work from loopback alone where other machines may ask too.
  if (byLoopback) await start({ start: () => undefined, stop: () => morning.stop() });
  const devicesServer = createDevicesServer({
    host,
    port: settings.devicesPort,
    printer,
    mqttUrl,
    scanner: { host: '127.0.0.1', port: settings.scannerPort },
    facts: async () => benchFacts(clinic, pms, things, await kiosks()),
    ...(line === undefined ? {} : { line }),
    pullPlug: () => edge.kill(),
    ...(byLoopback ? { morning } : {}),
  });
  await start(devicesServer);

  const addresses = {
    edgeUrl,
    edgeTlsUrl,
    mqttUrl,
    devicesUrl: devicesServer.url,
    printer: { host: deviceHost, port: printer.port, url: printerHttp.url },
  };
  writeDemoFile(dataDir, demoFile(clinic, secrets, pms, addresses));
  return {
    links,
    edgeUrl,
    lanTlsUrl: reach.lanHost === undefined ? undefined : `https://${reach.lanHost}:${settings.edgeTlsPort}`,
    byLoopback,
    pmsUrl: pms.url,
    devicesUrl: devicesServer.url,
    users: clinic.users,
    staff: clinic.staff,
  };

  /** Every start of the PMS, the first and those after a fall, makes a credential for the edge: the file follows. */
  async function startPms(): Promise<PmsReady> {
    let first: (ready: PmsReady) => void = () => undefined;
    const ready = new Promise<PmsReady>((resolve) => {
      first = resolve;
    });
    await start(
      new SupervisedProcess({
        name: 'PMS',
        command: [join(root, 'pms-service/src/demonstration-main.ts')],
        environment: { ...own, FOYER_PMS_PORT: String(settings.pmsPort) },
        greeting: pmsFacts(clinic),
        onMessage: (message) => {
          const said = message as PmsReady;
          writeFileSync(tokenFile, said.edgeToken, { mode: 0o600 });
          first({ ...said, url: `http://${reach.host}:${settings.pmsPort}` });
        },
        say,
      }),
    );
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    );
    return Promise.race([ready, aborted]);
  }
}

/** The same ids at every start of the same seed. */
function demoDevices(seed: number): DemoDevices {
  const seeded = new Seeded(seed ^ 0x5eed);
  const id = (): string => seeded.id(Date.UTC(2026, 0, 1));
  return { kiosk: id(), display: id() };
}
