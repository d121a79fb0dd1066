// The clinic in the main thread's memory, kept level with the writer by what it tells after each commit, so that a call
// reaches the walls without a query. Closed tickets leave it when their pages end. Nothing here is a source of truth:
// a restart reads it all again.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { StorageView } from '@foyer/contracts/storage.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { dayMs, minuteMs, secondMs, type BusinessDay, type EpochMs } from '@foyer/contracts/time.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { PatientView, StaffView } from '@foyer/contracts/staff-view.ts';
import type { CentreBalance } from '@foyer/domain/billing/balance.ts';
import type { BillingChanges, BillingState } from '@foyer/domain/billing/billing-state.ts';
import { businessDayAt, dayBounds, type DayBounds } from '@foyer/domain/calendar/business-day.ts';
import { closedOn } from '@foyer/domain/calendar/closed-dates.ts';
import { openUntil, opensFrom, timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { initialsOf, plainText } from '@foyer/domain/identity-documents/names.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type {
  CallRecord,
  HelpRecord,
  QueueChanges,
  QueueState,
  TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';
import { walkReasonsOf } from '@foyer/domain/queue/walk.ts';
import type { BoxReports } from '../ports/box-reports.ts';
import type { ReadModel, StoredAppointment } from '../ports/read-model.ts';
import type { ThingReport } from '../ports/things.ts';
import type { Committed, Writer } from '../ports/writer.ts';
import type { ClinicState, Print, PrintersNow, ScannersNow, ToldWaits } from './clinic-state.ts';
import { isWantedStill } from './unprinted.ts';
import { helpEscalatesMs } from './clinic-view.ts';
import { gatewayOf, gatewayThings } from './gateway-things.ts';
import { walkEscalatesMs } from './outside-view.ts';
import { patientView } from './patient-view.ts';
import { RecentTickets } from './recent-tickets.ts';
import { ticketPageLifeMs } from './ticket-view.ts';

/** For how long a screen is shown what became of a sheet, and a code that was scanned. */
const printShownMs = 5 * minuteMs;
const scanShownMs = 30 * secondMs;
const mostRecentCalls = 32;
const nothingSetUp: ClinicState['thingSetUps'] = new Map();
/** After these, another day may be the one that goes on, or somebody is booked, or there is something to decide. */
const readAgainAfter: ReadonlySet<string> = new Set([
  'v1.ClockFrozen',
  'v1.ClockConfirmed',
  'v1.DayClosed',
  'v1.DayReopened',
  'v1.EvacuationStarted',
  'v1.EvacuationEnded',
  'v1.AppointmentAdded',
  'v1.AppointmentMoved',
  'v1.AppointmentCancelled',
  'v1.RequestRaised',
  'v1.RequestAnswered',
  'v1.RequestWithdrawn',
  'v1.SubjectErased',
  'v1.PatientDetailChosen',
  'v1.WorkItemRaised',
  'v1.WorkItemResolved',
  'v1.DisplayLayoutSet',
  'v1.ThingSetUp',
  'v1.SettingChanged',
]);

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

type Hours = Pick<ClinicState, 'openUntil' | 'opensAt' | 'closedFor' | 'opensNextDayAt' | 'timeOfDay'>;
type MutableMap<M> = M extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never;
type Tables<S> = { readonly [T in keyof S]: MutableMap<S[T]> };
interface Reference {
  readonly configuration: ClinicConfiguration;
  readonly staff: ClinicState['staff'];
  readonly prices: ClinicState['prices'];
  readonly appointments: readonly StoredAppointment[];
  readonly balances: ClinicState['balances'];
  readonly workItems: ClinicState['workItems'];
  readonly conflicts: ClinicState['conflicts'];
  readonly bookingRequests: ClinicState['bookingRequests'];
  readonly isAdopted: boolean;
  readonly displayLayouts: ClinicState['displayLayouts'];
  readonly settings: SettingValues;
  readonly thingSetUps: ClinicState['thingSetUps'];
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
  readonly #connections = new Map<string, { open: number; lastSeenAt: number }>();
  readonly #things = new Map<string, ThingReport>();
  readonly #recentTickets = new RecentTickets();
  readonly #timers = new Set<NodeJS.Timeout>();
  #queue: Tables<QueueState> | undefined;
  #billing: Tables<BillingState> | undefined;
  #reference: Reference | undefined;
  #day: DayBounds | undefined;
  #position = { epoch: 0, seq: 0, at: 0 };
  #recentCalls: readonly CallRecord[] = [];
  #deviceViews: ClinicState['devices'] | undefined;
  #hours: ({ readonly minute: number } & Hours) | undefined;
  #clockFrozen = false;
  /** The business day that goes on while the clock is not trusted, or an evacuation lasts. */
  #lastDay: BusinessDay | undefined;
  #printers: PrintersNow = { printer: 'none' };
  #scanners: ScannersNow = {};
  #waits: ToldWaits = { tickets: new Map(), services: new Map() };
  #relay: StaffView['relay'] = { state: 'none', waitingRows: 0 };
  #boxReports: BoxReports = {};
  #storage: StorageView | undefined;
  #minute: NodeJS.Timeout | undefined;

  constructor(parts: ClinicMirrorParts) {
    this.#parts = parts;
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
    this.#enrolled ??= this.#parts.readModel.devices().filter(({ revoked }) => !revoked);
    return this.#enrolled;
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
      businessDay: this.#businessDay(configuration, now),
      configuration,
      ...this.#hoursAt(configuration, now),
      clockFrozen: this.#clockFrozen,
      overdueHelp: this.#overdueHelp,
      queue: this.#queue,
      billing: this.#billing,
      recentCalls: this.#recentCalls,
      staff,
      lockedStaff: this.#lockedStaff,
      devices: this.#devices(),
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
    const { open } = this.#connections.get(deviceId) ?? { open: 0 };
    this.#connections.set(deviceId, {
      open: Math.max(0, open + (connected ? 1 : -1)),
      lastSeenAt: this.#parts.now(),
    });
    this.#deviceViews = undefined;
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
    this.#enrolled = undefined;
    this.#deviceViews = undefined;
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
    const { readModel, now } = this.#parts;
    this.#clockFrozen = readModel.clockFrozen();
    this.#lastDay = readModel.lastBusinessDay();
    const configuration = readModel.configuration();
    this.#hours = undefined;
    if (configuration === undefined) return;
    this.#businessDay(configuration, now());
    const { from, until } = this.#day!;
    const appointments = readModel.appointmentsBetween(from, until).toSorted((a, b) => a.at - b.at);
    this.#reference = {
      configuration,
      staff: new Map(readModel.staff().map(({ id, name, roles }) => [id, { name: plainText(name), roles }])),
      prices: new Map(readModel.prices().map(({ serviceId, amountMinor }) => [serviceId, amountMinor])),
      appointments,
      balances: balancesOf(appointments, readModel),
      workItems: readModel.workItems(),
      conflicts: readModel.detailConflicts(from),
      bookingRequests: readModel.bookingRequests(from),
      isAdopted: readModel.feedNumber() > 0,
      displayLayouts: readModel.displayLayouts(),
      settings: { ...this.#parts.startedWith, ...readModel.settings() },
      thingSetUps: readModel.thingSetUps(),
    };
    this.#deviceViews = undefined;
  }

  #enrolled: ReturnType<ReadModel['devices']> | undefined;
  #devices(): ClinicState['devices'] {
    const { enrolled } = this;
    const behind = gatewayThings(this.thingSetUps, (id) => enrolled.some((device) => device.id === id));
    this.#deviceViews ??= [...enrolled, ...behind].map(({ id, name, role }) => {
      const connection = this.#connections.get(id);
      const lastSeen = connection === undefined ? {} : { lastSeenAt: connection.lastSeenAt };
      const { renewedLateAt, passwordUntil } = enrolled.find((device) => device.id === id) ?? {};
      return {
        id,
        name: plainText(name),
        role,
        connected: (connection?.open ?? 0) > 0,
        ...lastSeen,
        ...(renewedLateAt === undefined ? {} : { renewedLateAt }),
        ...(passwordUntil === undefined ? {} : { passwordUntil }),
        ...gatewayOf(id, behind),
      };
    });
    return this.#deviceViews;
  }

  #patient(id: string): PatientView | undefined {
    if (!this.#patients.has(id)) {
      const stored = this.#parts.readModel.patient(id);
      this.#patients.set(id, stored === undefined ? undefined : patientView(stored));
    }
    return this.#patients.get(id);
  }

  get #dayGoesOn(): boolean {
    return this.#clockFrozen || (this.#queue !== undefined && evacuationNow(this.#queue) !== undefined);
  }

  /** Kept until the day is over: working it out takes longer than a whole view. */
  #businessDay({ zone, businessDayStartsAt }: ClinicConfiguration, now: number): string {
    if (this.#dayGoesOn && this.#lastDay !== undefined) {
      if (this.#day?.businessDay !== this.#lastDay) {
        this.#day = dayBounds(this.#lastDay, zone, businessDayStartsAt);
      }
    } else if (this.#day === undefined || now < this.#day.from || now >= this.#day.until) {
      this.#day = businessDayAt(now, zone, businessDayStartsAt);
    }
    return this.#day.businessDay;
  }

  /** They change with the minute at most. */
  #hoursAt(configuration: ClinicConfiguration, now: number): Hours {
    const minute = Math.floor(now / minuteMs);
    if (this.#hours?.minute !== minute) {
      const open = openUntil(configuration, now);
      const { zone, businessDayStartsAt } = configuration;
      const nextDay = dayBounds(this.#businessDay(configuration, now), zone, businessDayStartsAt).until;
      this.#hours = {
        minute,
        openUntil: open,
        timeOfDay: timeOfDay(now, zone),
        opensAt: open === undefined ? opensFrom(configuration, now) : undefined,
        closedFor: closedOn(configuration, now)?.reason,
        opensNextDayAt: opensFrom(configuration, nextDay),
      };
    }
    const { minute: _minute, ...hours } = this.#hours;
    return hours;
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
    const before = this.#day?.businessDay;
    const configuration = this.#reference?.configuration;
    if (configuration !== undefined && this.#businessDay(configuration, this.#parts.now()) !== before) {
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
    const longAgo = this.#parts.now() - ticketPageLifeMs;
    for (const [id, ticket] of this.#queue?.tickets ?? []) {
      if (!isOpen(ticket.standing.state) && (ticket.closedAt ?? 0) < longAgo) this.#queue?.tickets.delete(id);
    }
    for (const [id, call] of this.#queue?.calls ?? []) if (call.at < longAgo - dayMs) this.#queue?.calls.delete(id);
    for (const [id, { acknowledgedAt }] of this.#queue?.help ?? []) {
      if (acknowledgedAt !== null && acknowledgedAt < longAgo) this.#queue?.help.delete(id);
    }
    for (const [id, { until }] of this.#queue?.messages ?? []) if (until < longAgo) this.#queue?.messages.delete(id);
    for (const [id, payment] of this.#billing?.payments ?? []) {
      if (payment.at < longAgo) this.#billing?.payments.delete(id);
    }
    for (const [id, charge] of this.#billing?.charges ?? []) {
      if (charge.at < longAgo && charge.paymentId !== null) this.#billing?.charges.delete(id);
    }
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

function balancesOf(appointments: readonly StoredAppointment[], readModel: ReadModel): ClinicState['balances'] {
  const balances = new Map<string, CentreBalance>();
  for (const { patientId } of appointments) {
    const balance = readModel.balanceOf(patientId);
    if (balance !== undefined) balances.set(patientId, balance);
  }
  return balances;
}

function copyOf<S extends object>(state: S): Tables<S> {
  const tables = Object.entries(state) as [string, ReadonlyMap<string, unknown>][];
  return Object.fromEntries(tables.map(([table, records]) => [table, new Map(records)])) as Tables<S>;
}

/** Records in place of those with the same id, in the table of the same name. */
function putAll(
  tables: Tables<QueueState> | Tables<BillingState> | undefined,
  changes: QueueChanges | BillingChanges,
): void {
  const byName = tables as { readonly [table: string]: Map<string, unknown> } | undefined;
  for (const [table, records] of Object.entries(changes) as [
    string,
    readonly { readonly id: string }[] | undefined,
  ][]) {
    for (const record of records ?? []) byName?.[table]?.set(record.id, record);
  }
}
