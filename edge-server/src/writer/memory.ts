// What the writer decides on, between the log and the tables: the queue and the till as they stand, the clinic, and the
// end of the chain. Loaded from the projections at the start, never replayed; every change can be undone.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
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
      tills: map('tills'),
      charges: map('charges'),
      payments: map('payments'),
      series: map('series'),
    };
  }

  /** Takes over what the tables hold: everything open, and what belongs to the day of the last row or later. */
  load(last: LogRow | undefined, dayBegan: (clinic: ClinicConfiguration, day: BusinessDay) => EpochMs): void {
    this.#clinic = this.#projections.clinic();
    this.#end = last;
    const configuration = this.#clinic?.configuration;
    const businessDay = last?.businessDay ?? '';
    const at = last === undefined || configuration == null ? 0 : dayBegan(configuration, last.businessDay);
    for (const kind of Object.keys(this.#maps) as RecordKind[]) this.#loadKind(kind, { businessDay, at });
  }

  #loadKind<K extends RecordKind>(kind: K, since: { businessDay: BusinessDay; at: EpochMs }): void {
    const map: ResidentMap<StoredRecords[K]> = this.#maps[kind];
    map.clear();
    for (const record of this.#projections.residents(kind, since)) map.admit(record);
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

  /** The records that were put since the last call, as they are now. */
  takeChanged(): { readonly queue: QueueChanges; readonly billing: BillingChanges } {
    const changed = <K extends RecordKind>(kind: K): { [P in K]?: StoredRecords[K][] } => {
      const map: ResidentMap<StoredRecords[K]> = this.#maps[kind];
      const ids = this.#changed.get(kind);
      if (ids === undefined) return {};
      return { [kind]: [...ids].map((id) => map.get(id)).filter((record) => record !== undefined) } as { [P in K]?: StoredRecords[K][] };
    };
    const queue: QueueChanges = {
      ...changed('tickets'), ...changed('servicePoints'), ...changed('calls'), ...changed('help'), ...changed('ordinals'),
    };
    const billing: BillingChanges = {
      ...changed('tills'), ...changed('charges'), ...changed('payments'), ...changed('series'),
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
