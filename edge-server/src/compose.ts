// Builds the main thread's adapters and wires them: the only file here that may. Components start in order and stop in
// reverse; the doors open last, so that nobody is let in before there is somebody to answer.

import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { TokenCredentials } from './adapters/auth/credentials.ts';
import { CodeEnrolments } from './adapters/auth/enrolments.ts';
import { Argon2PinHasher } from './adapters/auth/argon2-pin-hasher.ts';
import { Argon2PinVerifier } from './adapters/auth/pin-verifier.ts';
import { createBadgeHasher } from './adapters/auth/keyed-badge-hasher.ts';
import { KeyRenewals } from './adapters/auth/renewals.ts';
import { PinSessions } from './adapters/auth/sessions.ts';
import { ClipFolder } from './adapters/clinic-files/clip-folder.ts';
import { MediaFolder } from './adapters/clinic-files/media-folder.ts';
import { ClinicAuthority } from './adapters/certificates/clinic-authority.ts';
import { createEd25519Verifier } from './adapters/crypto/ed25519-verifier.ts';
import { createRandomIds } from './adapters/crypto/random-ids.ts';
import { CsvTableReader } from './adapters/csv/csv-table-reader.ts';
import { fingerprintOf } from './adapters/http/authority-fingerprint.ts';
import { EdgeMetrics } from './adapters/http/metrics.ts';
import { FolderLock } from './adapters/sqlite/folder-lock.ts';
import { openPatientSearch } from './adapters/sqlite/find/patient-search.ts';
import { openReadModel } from './adapters/sqlite/read-model.ts';
import { EspeakVoice } from './adapters/voice/espeak-voice.ts';
import type { Relay } from '@foyer/cloud-sync/relay.ts';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { LogLevel } from '@foyer/contracts/log-level.ts';
import { admitsNobody, storageStates } from '@foyer/contracts/storage.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import { TableImports } from './appointment-import/table-imports.ts';
import { Components } from './components.ts';
import { drawQr } from './compose-authority.ts';
import { composeBox } from './compose-box.ts';
import { composeCopies, endReplaced } from './compose-copies.ts';
import { composeScanners, kioskNamed, wedgePrefix } from './compose-devices.ts';
import { composeLogos, composePaperPictures, warmPaperLetters } from './compose-paper.ts';
import {
  composePrinters,
  type Printing,
  printersNow,
  printerState,
  profileNameOf,
  startedPrinters,
} from './compose-printers.ts';
import { composeHealth } from './compose-health.ts';
import { composeIntegrity } from './compose-integrity.ts';
import { composeLive } from './compose-live.ts';
import { composePruning } from './compose-pruning.ts';
import { composeRelay, relayView, relayWord } from './compose-relay.ts';
import { composeStorage } from './compose-storage.ts';
import { startThings } from './compose-things.ts';
import { ensureBoxKey } from './config/box-key.ts';
import { dataFiles } from './config/data-files.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import { refuseReplaced } from './config/replaced-box.ts';
import { OneDoor } from './door/command-door.ts';
import { PatientIdentifications } from './door/patient-identifications.ts';
import { ClinicFirstRun } from './first-run/first-run.ts';
import type { BoxReports } from './ports/box-reports.ts';
import type { Health } from './ports/health.ts';
import { type Log, silentLog } from './ports/log.ts';
import type { Scanner } from './ports/scanner.ts';
import type { TicketPrinter } from './ports/ticket-printer.ts';
import type { StatusAnswer } from './ports/writer.ts';
import { PrintDocuments } from './reactions/print-documents.ts';
import { CallBacks } from './reactions/call-backs.ts';
import { GradeWaits } from './reactions/grade-waits.ts';
import { GiveUpCalls } from './reactions/give-up-calls.ts';
import { ClipsOfRooms } from './reactions/clips-of-rooms.ts';
import { LookAfterStranded } from './reactions/look-after-stranded.ts';
import { ApplySettings } from './reactions/apply-settings.ts';
import { ProvePaper } from './reactions/prove-paper.ts';
import { ResumeHolds } from './reactions/resume-holds.ts';
import { SettlePrints } from './reactions/settle-prints.ts';
import { SystemCommands } from './reactions/system-commands.ts';
import { TellDevices } from './reactions/tell-devices.ts';
import { TellFeedFailures } from './reactions/tell-feed-failures.ts';
import { WarmPaper } from './reactions/warm-paper.ts';
import { ClinicMirror } from './views/clinic-mirror.ts';
import { ClinicViews } from './views/clinic-views.ts';
import { ClinicSetUpViews } from './views/clinic-set-up.ts';
import { ClinicForms } from './views/clinic-forms.ts';
import { PeopleAtTheDesk } from './views/people-at-the-desk.ts';
import { ScheduleAtTheDesk } from './views/schedule-at-the-desk.ts';
import { StorageHealth } from './views/storage-health.ts';
import { ThreadEstimator } from './waits/estimator.ts';
import { WaitEstimates } from './waits/wait-estimates.ts';
import { WriterClient } from './writer/client.ts';

export interface EdgeOptions {
  readonly log?: Log;
  /** The writer's, where the process has begun it before it had loaded the rest. */
  readonly writerThread?: Worker;
  /** Instead of those that the configuration names. */
  readonly printer?: TicketPrinter;
  readonly printing?: Printing;
  readonly scanner?: Scanner;
  /** The disk failed, or the writer ended: the process must end. */
  readonly onFatal?: (error: Error) => void;
  /** The clinic set how much is written to the log. */
  readonly onLogLevel?: (level: LogLevel) => void;
}

/** An edge that serves. */
export interface RunningEdge {
  /** On this machine. */
  readonly url: string;
  readonly tlsUrl: string;
  readonly mqttUrl: string;
  readonly scannerPort: number | undefined;
  /** By which a device's user knows the clinic's authority again. */
  readonly authorityWords: string;
  /** The one-time code that lets the first tablet in; undefined once one is. */
  readonly firstRunCode: string | undefined;
  stop(): Promise<void>;
}

/** Resolves when it serves; what had been started is stopped again when something does not start. */
export async function startEdge(config: EdgeConfig, options: EdgeOptions = {}): Promise<RunningEdge> {
  const components = new Components();
  try {
    return await compose(config, options, components);
  } catch (fault) {
    await components.stop();
    throw fault;
  }
}

async function compose(config: EdgeConfig, options: EdgeOptions, components: Components): Promise<RunningEdge> {
  const { log = silentLog } = options;
  const now = (): number => Date.now();
  const files = dataFiles(config.dataDir);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  await components.start(new FolderLock(files.lock));
  refuseReplaced(files.replaced);

  // The writer's thread opens the database while this one loads what is heavy.
  const { database: databasePath, clinicKey: clinicKeyPath } = files;
  const writer = new WriterClient({ databasePath, clinicKeyPath }, options.writerThread);
  writer.onFatal((error) => {
    log.error('writer-ended', {}, error);
    options.onFatal?.(error);
  });
  writer.onFault(({ task, commandId, stack }) => log.error('command-fault', { task, commandId, stack }));
  const doors = Promise.all([import('./adapters/http/http-servers.ts'), import('./adapters/sockets/socket-server.ts')]);
  doors.catch(() => undefined);
  await components.start(writer);
  const readModel = openReadModel(files.database);
  await components.start({
    name: 'read-model',
    start: async () => undefined,
    stop: async () => {
      // What is committed from now on is durable, and whoever would look it up is gone.
      writer.tellNobody();
      readModel.close();
    },
  });
  await initialiseDemonstration(config, readModel.configuration() === undefined, writer);

  const voice = new EspeakVoice({ folder: files.voice, log });
  await voice.start();
  const media = new MediaFolder(files.media);
  media.start();
  const clips = new ClipFolder(files.clips);
  clips.start();
  const { demonstration } = config;
  // What the clinic set up itself counts, and until then what the machine was started with.
  const startedWith = { printers: startedPrinters(config), scanners: config.scanners };
  const scannerSetUps = () => mirror.configuration?.scanners ?? startedWith.scanners;
  const printersSetUp = () => mirror.configuration?.printers ?? startedWith.printers;
  const mirror = new ClinicMirror({
    readModel,
    writer,
    now,
    voice: () => voice.available,
    recorded: () => clips.languages(),
    ticketUrl: config.publicTicketUrl,
    startedWith: config.settings ?? {},
    wedgePrefix: (deviceId) => wedgePrefix(scannerSetUps(), readModel, deviceId),
  });
  await components.start(mirror);
  clips.onChanged(() => mirror.clipsChanged());
  const replaced = endReplaced(config.dataDir, { log, now, onFatal: (error) => options.onFatal?.(error) });
  const copies = composeCopies(config, { readModel, writer, log, now, onReplaced: replaced });
  await components.start(copies).catch((fault: unknown) => {
    if (fault instanceof AppError && fault.code === 'edge-replaced') replaced(Number(fault.facts['epoch']));
    throw fault;
  });
  const told = (reports: BoxReports): void => mirror.boxIs({ ...reports, copies: copies.health() });
  await components.start(composeBox(config.dataDir, told));
  const storage = new StorageHealth({ now, onChanged: (view) => mirror.storageIs(view) });
  await components.start(composeStorage(config.dataDir, { storage, writer, log }));
  const integrity = composeIntegrity({ files, readModel, writer, storage, log, now });
  await components.start(integrity);
  const credentials = new TokenCredentials({ readModel, demonstration, now });
  writer.onCommitted(({ reference }) => {
    if (reference) credentials.revoked();
  });
  credentials.onRevoked(() => mirror.devicesChanged());
  const enrolments = new CodeEnrolments({ readModel, writer, credentials, demonstration, now });
  const boxKey = ensureBoxKey(files.boxKey);
  const badges = createBadgeHasher(boxKey);
  const sessions = new PinSessions({
    readModel,
    writer,
    credentials,
    pins: new Argon2PinVerifier(),
    badges,
    live: mirror,
    now,
  });
  const identifications = new PatientIdentifications({
    readModel,
    now,
    codes: createEd25519Verifier(),
    key: boxKey,
  });
  const views = new ClinicViews({ mirror, readModel, writer, log });
  const search = openPatientSearch(files.database);
  await components.start({
    name: 'patient-search',
    start: async () => undefined,
    stop: async () => search.close(),
  });
  const people = new PeopleAtTheDesk({ mirror, readModel, search, writer, log });
  const schedule = new ScheduleAtTheDesk({ mirror, readModel, writer, log });
  const forms = new ClinicForms({ mirror, readModel, identifications, writer, log });

  const printers = await composePrinters({
    printer: options.printer,
    setUp: printersSetUp,
    printing: options.printing,
    kioskName: (deviceId) => mirror.state?.devices.find(({ id }) => id === deviceId)?.name,
    log,
  });
  const { spool } = printers;
  const late: { relay?: Relay | undefined } = {};
  const metrics = new EdgeMetrics(() => ({
    foyer_log_seq: readModel.position().seq,
    foyer_log_epoch: readModel.position().epoch,
    foyer_log_first_seq: readModel.logBegin().first,
    foyer_tickets_waiting: [...(mirror.state?.queue.tickets.values() ?? [])].filter(
      ({ standing }) => standing.state === 'waiting',
    ).length,
    foyer_screens_connected: mirror.state?.devices.filter(({ connected }) => connected).length ?? 0,
    foyer_relay_waiting_rows: readModel.position().seq - readModel.acknowledged().seq,
    foyer_feed_failures: readModel.feedFailures(),
    foyer_relay_halted: Number(late.relay?.status.state === 'halted'),
    foyer_relay_linked: Number(late.relay?.status.state === 'linked'),
    foyer_relay_state_since_timestamp_seconds: (late.relay?.status.since ?? 0) / secondMs,
    foyer_feed_number: readModel.feedNumber(),
    foyer_printer_ready: Number(spool.healthAt(undefined) === 'ready'),
    foyer_storage_state: storageStates.indexOf(storage.state),
    foyer_database_checked_timestamp_seconds: integrity.checkedAt / secondMs,
    foyer_backup_timestamp_seconds: Math.max(0, ...Object.values(mirror.state?.boxReports?.backups ?? {})) / secondMs,
    foyer_copies_waiting_rows: Math.max(0, ...copies.health().map(({ waitingRows }) => waitingRows)),
  }));
  const pins = new Argon2PinHasher();
  const door = new OneDoor({
    writer,
    identifications,
    log,
    now,
    live: mirror,
    pins,
    badges,
    refusal: () => storage.refusal,
    answered: (type, answer) => metrics.commandAnswered(type, outcomeOf(answer)),
  });

  const ids = createRandomIds();
  const commands = new SystemCommands({ writer, ids, log, now });
  const state = () => mirror.state;
  const tellPrinters = (): void => mirror.printersAre(printersNow(spool));
  spool.onChanged(tellPrinters);
  await components.start(spool);
  tellPrinters();
  const waits = new WaitEstimates({
    writer,
    state,
    readModel,
    estimator: new ThreadEstimator(),
    screens: mirror,
    commands,
    log,
  });
  await components.start(waits);
  const logos = composeLogos(media);
  await components.start(
    new PrintDocuments({ writer, spool, state, readModel, logos, screens: mirror, waits, commands, ids, log }),
  );
  await components.start(new WarmPaper({ state, spool, warmLetters: warmPaperLetters, log }));
  await components.start(new ResumeHolds({ writer, state, commands, now }));
  await components.start(new CallBacks({ writer, state, commands }));
  await components.start(new GiveUpCalls({ writer, state, commands, now }));
  await components.start(new LookAfterStranded({ writer, state, commands, history: readModel, now }));
  await components.start(new ClipsOfRooms({ writer, state, clips }));
  await components.start(
    new SettlePrints({ readModel, hasPrinter: () => spool.hasPrinter, screens: mirror, commands, ids }),
  );
  await components.start(new GradeWaits({ state, readModel, commands }));
  await components.start(new TellFeedFailures({ writer, log }));
  await components.start(
    new ApplySettings({
      settings: () => mirror.state?.settings,
      onChanged: (listener) => mirror.onChanged(listener),
      setLogLevel: (level) => options.onLogLevel?.(level),
    }),
  );
  const scanners = composeScanners(config, {
    setUps: scannerSetUps,
    kioskDeviceId: (kiosk) => kioskNamed(readModel, kiosk),
    log,
    tell: (on, found) => mirror.scannersAre({ scanners: on, foundScanners: found }),
  });
  const scanner = options.scanner ?? scanners.scanner;
  scanner.onScan(({ kioskDeviceId, ...read }) => mirror.scanned(kioskDeviceId, { id: ids.newId(now()), ...read }));
  await components.start(scanner);
  if (options.scanner === undefined) await components.start(scanners.watch);
  mirror.onChanged(() => {
    void printers.setUpChanged();
    scanners.setUpChanged();
  });

  const authority = new ClinicAuthority({ folder: files.certificates, log, now });
  await components.start(authority);
  const [{ HttpServers }, { SocketServer }] = await doors;
  const firstRun = new ClinicFirstRun({
    readModel,
    writer,
    enrolments,
    pins,
    ids,
    printer: () => printerState(spool.healthAt(undefined)),
    hasCentre: config.pms !== null,
    now,
  });
  const health: Health = {
    readiness: () => [
      {
        name: 'storage',
        ok: !admitsNobody(storage.view),
        needed: true,
        state: storage.state === 'ok' ? `row ${readModel.position().seq}` : storage.state,
      },
      {
        name: 'clinic',
        ok: readModel.configuration() !== undefined,
        needed: true,
        state: readModel.configuration()?.code ?? 'first-run',
      },
      {
        name: 'printer',
        ok: spool.healthAt(undefined) === 'ready',
        needed: false,
        state: spool.healthAt(undefined),
      },
      {
        name: 'scanners',
        ok: scanner.health() === 'ready',
        needed: false,
        state: scanner === scanners.scanner && scanners.scanner.isEmpty ? 'none' : scanner.health(),
      },
      {
        name: 'relay',
        ok: late.relay?.status.state === 'linked',
        needed: false,
        state: relayWord(late.relay?.status),
      },
      {
        name: 'voice',
        ok: voice.available,
        needed: false,
        state: voice.available ? 'ready' : 'missing',
      },
    ],
    metrics: () => metrics.scrape(),
  };
  const http = new HttpServers({
    config,
    credentials,
    sessions,
    enrolments,
    renewals: new KeyRenewals({ readModel, writer, credentials, now }),
    identifications,
    door,
    readModel,
    people,
    schedule,
    forms,
    clinicSetUp: new ClinicSetUpViews({ mirror, readModel, startedWith, now }),
    paperProofs: new ProvePaper({
      state,
      logos,
      pictures: composePaperPictures(() => profileNameOf(printersSetUp().printers[0] ?? { address: '' })),
      printer: spool,
      ids,
      now,
    }),
    firstRun,
    imports: new TableImports({ readModel, tables: new CsvTableReader(), door, now }),
    reading: views,
    voice,
    media,
    clips,
    live: mirror,
    health,
    authority,
    drawQr,
    log,
    now,
  });
  await http.prepare();
  const sockets = new SocketServer({
    servers: () => http.servers,
    credentials,
    door,
    views,
    reading: views,
    live: mirror,
    log,
    now,
  });
  await components.start(
    new TellDevices({ writer, state, screens: sockets, printers: spool, scanners: scanners.orders, ids, log, now }),
  );
  const { mqttUrl } = await startThings({ config, credentials, mirror, readModel, writer, door, log, now }, components);
  metrics.start();
  await components.start({
    name: 'metrics',
    start: async () => undefined,
    stop: async () => metrics.stop(),
  });
  const firstRunCode = enrolments.offerFirstRun();
  await components.start(http);
  await components.start(sockets);
  // Last: whoever is at the door does not wait for the centre.
  const run = randomUUID();
  const relay = await composeRelay(config, {
    readModel,
    writer,
    clinicKeyPath: files.clinicKey,
    run,
    log,
    onStatus: (state) => mirror.relayIs(state),
    onReplaced: replaced,
  });
  late.relay = relay;
  if (relay !== undefined) {
    await components.start({
      name: 'relay',
      start: async () => relay.start(),
      stop: () => relay.stop(),
    });
    mirror.relayIs(relayView(relay.status, readModel));
    await components.start(await composePruning(config, { files, readModel, writer, log, now }));
  }
  const deviceReports = await composeHealth(config, state);
  if (deviceReports !== undefined) await components.start(deviceReports);
  const liveReports = await composeLive(config, { readModel, state, run });
  if (liveReports !== undefined) await components.start(liveReports);
  const host = ['0.0.0.0', '::'].includes(config.bind) ? '127.0.0.1' : config.bind;
  return {
    url: `http://${host}:${http.port}`,
    tlsUrl: `https://${host}:${http.tlsPort}`,
    mqttUrl,
    scannerPort: scanners.port,
    authorityWords: fingerprintOf(authority.authorityDer, 'en').words.join(' '),
    firstRunCode,
    stop: () => components.stop(),
  };
}

function outcomeOf(answer: StatusAnswer): string {
  if (answer.ok) return 'ok';
  return 'refusal' in answer ? answer.refusal.code : answer.error.code;
}

/** The demonstration's clinic is there from the first moment, with its service points open. */
async function initialiseDemonstration(config: EdgeConfig, isEmpty: boolean, writer: WriterClient): Promise<void> {
  if (config.demonstration === null || !isEmpty) return;
  const { configuration } = config.demonstration;
  await writer.initialise({ configuration, openServicePoints: true, staff: [], prices: [] });
}
