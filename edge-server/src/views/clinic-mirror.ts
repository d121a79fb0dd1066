// The clinic in the main thread's memory, kept level with the writer by what it tells after each commit, so that a call
// reaches the walls without a query. Closed tickets leave it when their pages end. Nothing here is a source of truth:
// a restart reads it all again.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { StorageView } from '@foyer/contracts/storage.ts';
import { minuteMs, secondMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { PatientView, StaffView } from '@foyer/contracts/staff-view.ts';
import type { BillingState } from '@foyer/domain/billing/billing-state.ts';
import { initialsOf } from '@foyer/domain/identity-documents/names.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { CallRecord, HelpRecord, QueueState, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { walkReasonsOf } from '@foyer/domain/queue/walk.ts';
import type { BoxReports } from '../ports/box-reports.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { ThingReport } from '../ports/things.ts';
import type { Committed, Writer } from '../ports/writer.ts';
import { ClinicDay } from './clinic-day.ts';
import { readAgainAfter, readReference, type Reference } from './clinic-reference.ts';
import type { ClinicState, Print, PrintersNow, ScannersNow, ToldWaits } from './clinic-state.ts';
import { isWantedStill } from './unprinted.ts';
import { helpEscalatesMs } from './clinic-view.ts';
import { DevicesSeen } from './devices-seen.ts';
import { walkEscalatesMs } from './outside-view.ts';
import { copyOf, forgetBefore, putAll, type Tables } from './mirror-tables.ts';
import { patientView } from './patient-view.ts';
import { RecentTickets } from './recent-tickets.ts';
import { ticketPageLifeMs } from './ticket-view.ts';

/** For how long a screen is shown what became of a sheet, and a code that was scanned. */
const printShownMs = 5 * minuteMs;
const scanShownMs = 30 * secondMs;
const mostRecentCalls = 32;
const nothingSetUp: ClinicState['thingSetUps'] = new Map();

export interface ClinicMirrorParts {
  readonly readModel: ReadModel;
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly now: () => number;
  readonly voice: () => boolean;
  /** In which languages clips are recorded; absent: in none. */
  readonly recorded?: () => readonly Language[];
  readonly ticketUrl: string | null;
  /** What the scanner that types into this kiosk puts first; absent: no kiosk has one. */
  readonly wedgePrefix?: (deviceId: string) => string | undefined;
  /** Settings that the machine gave; absent: each as it is usual. */
  readonly startedWith?: SettingValues;
}

export class ClinicMirror {
  readonly name = 'clinic-mirror';
  readonly #parts: ClinicMirrorParts;
  readonly #screens: (() => void)[] = [];
  readonly #listeners: (() => void)[] = [];
  readonly #patients = new Map<string, PatientView | undefined>();
  readonly #prints = new Map<string, Print>();
  readonly #scans = new Map<string, NonNullable<KioskView['scan']>>();
  readonly #lockedStaff = new Map<string, EpochMs>();
  readonly #overdueHelp = new Set<string>();
  readonly #things = new Map<string, ThingReport>();
  readonly #recentTickets = new RecentTickets();
  readonly #devices: DevicesSeen;
  readonly #day = new ClinicDay(() => this.#queue !== undefined && evacuationNow(this.#queue) !== undefined);
  readonly #timers = new Set<NodeJS.Timeout>();
  #queue: Tables<QueueState> | undefined;
  #billing: Tables<BillingState> | undefined;
  #reference: Reference | undefined;
  #position = { epoch: 0, seq: 0, at: 0 };
  #recentCalls: readonly CallRecord[] = [];
  #printers: PrintersNow = { printer: 'none' };
  #scanners: ScannersNow = {};
  #waits: ToldWaits = { tickets: new Map(), services: new Map() };
  #relay: StaffView['relay'] = { state: 'none', waitingRows: 0 };
  #boxReports: BoxReports = {};
  #storage: StorageView | undefined;
  #minute: NodeJS.Timeout | undefined;

  constructor(parts: ClinicMirrorParts) {
    this.#parts = parts;
    const { readModel, now } = parts;
    this.#devices = new DevicesSeen({ readModel, now, setUps: () => this.thingSetUps });
  }

  async start(): Promise<void> {
    const { readModel, writer } = this.#parts;
    this.#position = readModel.position();
    this.#queue = copyOf(readModel.queue());
    this.#billing = copyOf(readModel.billing());
    this.#rememberCalls(this.#queue.calls.values());
    this.#awaitHelp(this.#queue.help.values());
    for (const { id, at, acknowledgedAt } of this.#queue.help.values()) {
      // How long it has been asked for, nobody can say any more.
      if (acknowledgedAt === null && at > this.#parts.now()) this.#overdueHelp.add(id);
    }
    this.#readReference();
    this.#forgetOld();
    for (const { id, lockedUntil } of readModel.staff()) this.pinLocked(id, lockedUntil);
    writer.onCommitted((committed) => this.#apply(committed));
    this.#minute = setInterval(() => this.#everyMinute(), minuteMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#minute);
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Told before those of `onChanged`, whoever came first: a wall does not wait for what the machine does about it. */
  onChangedFirst(listener: () => void): void {
    this.#screens.push(listener);
  }

  /** By the id of their device; undefined until the first run has named the clinic. */
  get displayLayouts(): ClinicState['displayLayouts'] | undefined {
    return this.#reference?.displayLayouts;
  }

  /** Undefined until the first run has named the clinic. */
  get configuration(): ClinicConfiguration | undefined {
    return this.#reference?.configuration;
  }

  /** Screens and things that may come in. */
  get enrolled(): ReturnType<ReadModel['devices']> {
    return this.#devices.enrolled;
  }

  /** What things were set up to do, by the id of their device. */
  get thingSetUps(): ClinicState['thingSetUps'] {
    return this.#reference?.thingSetUps ?? nothingSetUp;
  }

  /** What displays are told; undefined until the first run has named the clinic. */
  get messages(): QueueState['messages'] | undefined {
    return this.#queue?.messages;
  }

  /** Undefined until the first run has named the clinic. */
  get state(): ClinicState | undefined {
    if (this.#reference === undefined || this.#queue === undefined || this.#billing === undefined) return undefined;
    const {
      configuration,
      staff,
      prices,
      appointments,
      balances,
      workItems,
      conflicts,
      bookingRequests,
      isAdopted,
      displayLayouts,
      thingSetUps,
    } = this.#reference;
    const now = this.#parts.now();
    const { epoch, seq, at } = this.#position;
    return {
      epoch,
      seq,
      logNow: Math.max(now, at),
      now,
      businessDay: this.#day.at(configuration, now).businessDay,
      configuration,
      ...this.#day.hoursAt(configuration, now),
      clockFrozen: this.#day.clockFrozen,
      overdueHelp: this.#overdueHelp,
      queue: this.#queue,
      billing: this.#billing,
      recentCalls: this.#recentCalls,
      staff,
      lockedStaff: this.#lockedStaff,
      devices: this.#devices.views,
      recentTickets: (deviceId) => this.#recentTickets.of(deviceId),
      settings: this.#reference.settings,
      prices,
      appointments,
      balances,
      workItems,
      conflicts,
      bookingRequests,
      isAdopted,
      displayLayouts,
      things: this.#things,
      thingSetUps,
      boxReports: this.#boxReports,
      ...(this.#storage === undefined ? {} : { storage: this.#storage }),
      prints: this.#prints,
      scans: this.#scans,
      ...(this.#parts.wedgePrefix === undefined ? {} : { wedgePrefix: this.#parts.wedgePrefix }),
      waits: this.#waits,
      ...this.#printers,
      ...this.#scanners,
      voice: this.#parts.voice(),
      recorded: this.#parts.recorded?.() ?? [],
      ticketUrl: this.#parts.ticketUrl ?? undefined,
      relay: this.#relay,
      patient: (id) => this.#patient(id),
      initials: (id) => initialsOf(this.#parts.readModel.patient(id)?.details.name),
    };
  }

  connected(deviceId: string, connected: boolean): void {
    this.#devices.connected(deviceId, connected);
    this.#changed();
  }

  reported(deviceId: string, report: ThingReport): void {
    const before = this.#things.get(deviceId);
    const after = { ...before, ...report };
    if (saysTheSame(before, after)) return;
    this.#things.set(deviceId, after);
    this.#changed();
  }

  scanned(deviceId: string, scan: NonNullable<KioskView['scan']>): void {
    this.#scans.set(deviceId, scan);
    this.#changed();
    this.#later(scanShownMs, () => {
      if (this.#scans.get(deviceId)?.id === scan.id) this.#scans.delete(deviceId);
    });
  }

  /** A kiosk took what was scanned beside it. */
  scanUsed(deviceId: string): void {
    if (this.#scans.delete(deviceId)) this.#changed();
  }

  pinLocked(staffId: string, until: EpochMs | null): void {
    const lasts = until === null ? 0 : until - this.#parts.now();
    if (until === null || lasts <= 0) {
      if (this.#lockedStaff.delete(staffId)) this.#changed();
      return;
    }
    this.#lockedStaff.set(staffId, until);
    this.#changed();
    this.#later(lasts, () => {
      if (this.#lockedStaff.get(staffId) === until) this.#lockedStaff.delete(staffId);
    });
  }

  printed(print: Print): void {
    this.#prints.set(print.jobId, print);
    this.#changed();
    if (print.state === 'printing') return;
    this.#later(printShownMs, () => this.#forgetPrint(print));
  }

  printersAre(printers: PrintersNow): void {
    this.#printers = printers;
    this.#changed();
  }

  scannersAre(scanners: ScannersNow): void {
    if (saysTheSame(scanners, this.#scanners)) return;
    this.#scanners = scanners;
    this.#changed();
  }

  relayIs(relay: StaffView['relay']): void {
    const { state, waitingRows, since } = this.#relay;
    if (relay.state === state && relay.waitingRows === waitingRows && relay.since === since) return;
    this.#relay = relay;
    this.#changed();
  }

  /** What others on this machine say of it. */
  boxIs(reports: BoxReports): void {
    if (saysTheSame(this.#boxReports, reports)) return;
    this.#boxReports = reports;
    this.#changed();
  }

  /** Whether what is done can be kept. */
  storageIs(storage: StorageView | undefined): void {
    this.#storage = storage;
    this.#changed();
  }

  /** A clip was recorded or removed. */
  clipsChanged(): void {
    this.#changed();
  }

  waitsAre(waits: ToldWaits): void {
    this.#waits = waits;
    this.#changed();
  }

  /** Screens were enrolled or revoked. */
  devicesChanged(): void {
    this.#devices.changed();
    this.#changed();
  }

  #apply(committed: Committed): void {
    const { epoch, seq, at } = committed;
    this.#position = { epoch, seq, at };
    putAll(this.#queue, committed.queue);
    putAll(this.#billing, committed.billing);
    if (committed.queue.calls !== undefined) this.#rememberCalls(committed.queue.calls);
    this.#recentTickets.remember(committed.rows, (id) => this.#queue?.tickets.get(id)?.number);
    for (const subject of committed.subjects) this.#patients.delete(subject);
    if (committed.reference || this.#reference === undefined) {
      this.#patients.clear();
      this.#readReference();
    }
    if (committed.rows.some(({ type }) => readAgainAfter.has(type))) this.#readReference();
    this.#awaitHelp(committed.queue.help ?? []);
    this.#awaitWalks(committed.queue.tickets ?? []);
    this.#changed();
  }

  #readReference(): void {
    const { readModel, now, startedWith } = this.#parts;
    this.#day.readAgain(readModel);
    const configuration = readModel.configuration();
    if (configuration === undefined) return;
    this.#reference = readReference(readModel, configuration, this.#day.at(configuration, now()), startedWith);
    this.#devices.setUpAgain();
  }

  #patient(id: string): PatientView | undefined {
    if (!this.#patients.has(id)) {
      const stored = this.#parts.readModel.patient(id);
      this.#patients.set(id, stored === undefined ? undefined : patientView(stored));
    }
    return this.#patients.get(id);
  }

  /** By a timer of ours: a wall clock that is set back must not keep an alarm quiet. */
  #awaitHelp(changed: Iterable<HelpRecord>): void {
    for (const { id, acknowledgedAt } of changed) {
      if (acknowledgedAt !== null) this.#overdueHelp.delete(id);
      else {
        this.#later(helpEscalatesMs, () => {
          if (this.#queue?.help.get(id)?.acknowledgedAt === null) this.#overdueHelp.add(id);
        });
      }
    }
  }

  /** Reception is told of who was not fetched in time. */
  #awaitWalks(changed: Iterable<TicketRecord>): void {
    for (const ticket of changed) if (walkReasonsOf(ticket).length > 0) this.#later(walkEscalatesMs, () => undefined);
  }

  #rememberCalls(changed: Iterable<CallRecord>): void {
    const calls = new Map([...this.#recentCalls, ...changed].map((call) => [call.id, call]));
    this.#recentCalls = [...calls.values()].toSorted((a, b) => a.at - b.at).slice(-mostRecentCalls);
  }

  #everyMinute(): void {
    const before = this.#day.latest;
    const configuration = this.#reference?.configuration;
    if (configuration !== undefined && this.#day.at(configuration, this.#parts.now()).businessDay !== before) {
      this.#readReference();
      this.#forgetOld();
    }
    this.#changed();
  }

  /** Not while somebody waits without it. */
  #forgetPrint(print: Print): void {
    if (this.#queue === undefined || isWantedStill(print, this.#queue.tickets)) return;
    this.#prints.delete(print.jobId);
  }

  /** What no view shows any more. */
  #forgetOld(): void {
    const shownSince = this.#parts.now() - printShownMs;
    for (const print of this.#prints.values()) if (print.at < shownSince) this.#forgetPrint(print);
    // Who is still looked at is read again.
    this.#patients.clear();
    forgetBefore(this.#parts.now() - ticketPageLifeMs, this.#queue, this.#billing);
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
      this.#changed();
    }, ms);
    timer.unref();
    this.#timers.add(timer);
  }

  #changed(): void {
    for (const listener of this.#screens) listener();
    for (const listener of this.#listeners) listener();
  }
}
