// What the writer decides on, between the log and the tables: the queue and the till as they stand, the clinic, and the
// end of the chain. Loaded from the projections at the start, never replayed; every change can be undone.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { BillingChanges, BillingState } from '@foyer/domain/billing/billing-state.ts';
import type { QueueChanges, QueueState } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicRow, Projections, RecordKind, StoredRecords } from '../ports/projections.ts';
import { Journal } from './journal.ts';
import { ResidentMap } from './resident-map.ts';

/** The newest row, as far as the next one needs it. */
export type ChainEnd = Pick<LogRow, 'epoch' | 'seq' | 'at' | 'businessDay' | 'hash'>;

type Maps = { readonly [K in RecordKind]: ResidentMap<StoredRecords[K]> };

export class Memory {
  readonly journal = new Journal();
  readonly #projections: Projections;
  readonly #maps: Maps;
  readonly #changed = new Map<RecordKind, Set<string>>();
  #clinic: ClinicRow | undefined;
  #end: ChainEnd | undefined;

  constructor(projections: Projections) {
    this.#projections = projections;
    const map = <K extends RecordKind>(kind: K): ResidentMap<StoredRecords[K]> =>
      new ResidentMap<StoredRecords[K]>((id) => projections.find(kind, id));
    this.#maps = {
      tickets: map('tickets'),
      servicePoints: map('servicePoints'),
      calls: map('calls'),
      help: map('help'),
      ordinals: map('ordinals'),
      evacuations: map('evacuations'),
      closings: map('closings'),
      walkIns: map('walkIns'),
      delays: map('delays'),
      messages: map('messages'),
      reassignments: map('reassignments'),
      reassignedAppointments: map('reassignedAppointments'),
      paperNumbers: map('paperNumbers'),
      gaps: map('gaps'),
      forms: map('forms'),
      callingRules: map('callingRules'),
      tills: map('tills'),
      charges: map('charges'),
      payments: map('payments'),
      series: map('series'),
    };
  }

  /** Takes over what the tables hold, and lets go of what only an earlier day needed. */
  load(last: LogRow | undefined): void {
    this.#clinic = this.#projections.clinic();
    this.#end = last;
    for (const kind of Object.keys(this.#maps) as RecordKind[]) this.#loadKind(kind);
  }

  #loadKind<K extends RecordKind>(kind: K): void {
    const map: ResidentMap<StoredRecords[K]> = this.#maps[kind];
    map.clear();
    for (const record of this.#projections.walked(kind)) map.admit(record);
  }

  get queue(): QueueState {
    return this.#maps;
  }
  get billing(): BillingState {
    return this.#maps;
  }
  get clinic(): ClinicRow | undefined {
    return this.#clinic;
  }
  get end(): ChainEnd | undefined {
    return this.#end;
  }

  /** Makes resident what decisions about this ticket walk through. */
  admitTicket(ticketId: string): void {
    if (!this.#maps.tickets.has(ticketId)) return;
    for (const charge of this.#projections.chargesOfTicket(ticketId)) this.#maps.charges.admit(charge);
  }

  /** Makes resident everything that names this patient. */
  admitPatient(patientId: string): void {
    for (const ticketId of this.#projections.ticketIdsOfPatient(patientId)) this.#maps.tickets.get(ticketId);
    for (const charge of this.#projections.chargesOfPatient(patientId)) this.#maps.charges.admit(charge);
  }

  /** Puts changed records in place, here and in their tables. */
  put(changes: QueueChanges & BillingChanges): void {
    for (const kind of Object.keys(changes) as RecordKind[]) this.#putKind(kind, changes[kind] ?? []);
  }

  #putKind<K extends RecordKind>(kind: K, records: readonly unknown[]): void {
    const map: ResidentMap<StoredRecords[K]> = this.#maps[kind];
    for (const record of records as readonly StoredRecords[K][]) {
      const before = map.get(record.id);
      this.#projections.put(kind, record, before);
      map.put(record, before, this.journal);
      this.#note(kind, record.id);
    }
  }

  #note(kind: RecordKind, id: string): void {
    const ids = this.#changed.get(kind);
    if (ids === undefined) this.#changed.set(kind, new Set([id]));
    else ids.add(id);
  }

  /** After a commit: a ticket that is closed is walked through no more. */
  letGoOfClosed(tickets: QueueChanges['tickets'] = []): void {
    for (const { id, standing } of tickets) if (!isOpen(standing.state)) this.#maps.tickets.letGo(id);
  }

  /** The records that were put since the last call, as they are now. */
  takeChanged(): { readonly queue: QueueChanges; readonly billing: BillingChanges } {
    const changed = <K extends RecordKind>(kind: K): { [P in K]?: StoredRecords[K][] } => {
      const map: ResidentMap<StoredRecords[K]> = this.#maps[kind];
      const ids = this.#changed.get(kind);
      if (ids === undefined) return {};
      return {
        [kind]: [...ids].map((id) => map.get(id)).filter((record) => record !== undefined),
      } as { [P in K]?: StoredRecords[K][] };
    };
    const queue: QueueChanges = {
      ...changed('tickets'),
      ...changed('servicePoints'),
      ...changed('calls'),
      ...changed('help'),
      ...changed('ordinals'),
      ...changed('evacuations'),
      ...changed('closings'),
      ...changed('walkIns'),
      ...changed('delays'),
      ...changed('messages'),
      ...changed('reassignments'),
      ...changed('reassignedAppointments'),
      ...changed('paperNumbers'),
      ...changed('gaps'),
      ...changed('forms'),
      ...changed('callingRules'),
    };
    const billing: BillingChanges = {
      ...changed('tills'),
      ...changed('charges'),
      ...changed('payments'),
      ...changed('series'),
    };
    this.#changed.clear();
    return { queue, billing };
  }

  putClinic(clinic: ClinicRow): void {
    const before = this.#clinic;
    this.#projections.putClinic(clinic);
    this.#clinic = clinic;
    this.journal.note(() => {
      this.#clinic = before;
    });
  }

  putEnd(end: ChainEnd): void {
    const before = this.#end;
    this.#end = end;
    this.journal.note(() => {
      this.#end = before;
    });
  }
}
