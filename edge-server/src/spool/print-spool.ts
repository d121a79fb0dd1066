// Every sheet of the clinic goes through here. Invariants: a job has one end, and the same job again gets it; each printer
// prints in the order in which jobs came; a backup prints only what the first printer has not begun, and what the backup
// could not print comes back to the first only while nothing newer was given to it; what is too old is printed by nobody;
// what ended is never printed later, so that a printer that comes back has nothing to catch up with.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Paper, PrinterStatus, PrintJob, PrintOutcome, TicketPrinter } from '../ports/ticket-printer.ts';
import { PrintFailure } from '../ports/ticket-printer.ts';
import type { Lane, LaneReport, Places, PrintPlace, SpooledEnd } from './spool-types.ts';

export interface PrintSpoolParts {
  /** None: the clinic has no printer. */
  readonly lanes: readonly Lane[];
  readonly places: Places;
  /** What a kiosk is called now. */
  readonly kioskName: (deviceId: string) => string | undefined;
  readonly now: () => EpochMs;
}

/** A kiosk or a tablet asks again within seconds; this many jobs are hours. */
const rememberedEnds = 500;
const nobody: SpooledEnd = { outcome: 'failed', code: PrintFailure.noPrinter };

export class PrintSpool {
  readonly name = 'print-spool';
  readonly #parts: PrintSpoolParts;
  #lanes: ReadonlyMap<string, Lane>;
  #places: Places;
  #isRunning = false;
  readonly #ends = new Map<string, Promise<SpooledEnd>>();
  readonly #since = new Map<string, EpochMs>();
  /** How many jobs each printer was given. */
  readonly #given = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #leave = new Map<TicketPrinter, () => void>();

  constructor(parts: PrintSpoolParts) {
    this.#parts = parts;
    this.#lanes = byId(parts.lanes);
    this.#places = parts.places;
  }

  async start(): Promise<void> {
    this.#isRunning = true;
    await Promise.all(Array.from(this.#lanes.values(), (lane) => this.#begin(lane)));
  }

  /** Jobs that wait end as `print-expired`. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    await Promise.all(Array.from(this.#lanes.values(), (lane) => this.#end(lane)));
  }

  /** From now on these printers, and who prints where. One that stays, under whatever name, goes on without a break. */
  async arrange({ lanes, places }: Pick<PrintSpoolParts, 'lanes' | 'places'>): Promise<void> {
    const before = [...this.#lanes.values()];
    this.#lanes = byId(lanes);
    this.#places = places;
    if (!this.#isRunning) return;
    const isIn = ({ id, printer }: Lane, list: readonly Lane[]): boolean =>
      list.some((other) => other.id === id && other.printer === printer);
    await Promise.all(before.filter((lane) => !isIn(lane, lanes)).map((lane) => this.#end(lane)));
    await Promise.all(lanes.filter((lane) => !isIn(lane, before)).map((lane) => this.#begin(lane)));
    for (const listener of this.#listeners) listener();
  }

  get hasPrinter(): boolean {
    return this.#lanes.size > 0;
  }

  /** Never rejects. */
  print(job: PrintJob, place?: PrintPlace): Promise<SpooledEnd> {
    const known = this.#ends.get(job.jobId);
    if (known !== undefined) return known;
    const end = this.#printed(job, place);
    this.#ends.set(job.jobId, end);
    const oldest = this.#ends.keys().next().value;
    if (this.#ends.size > rememberedEnds && oldest !== undefined) this.#ends.delete(oldest);
    return end;
  }

  /** What is likely to be printed here in a moment. */
  prepare(paper: Paper, place?: PrintPlace): void {
    this.#laneAt(place)?.printer.prepare(paper);
  }

  /** On exactly this printer, no other standing in. Never rejects. */
  async printOn(id: string, job: PrintJob): Promise<SpooledEnd> {
    const lane = this.#lanes.get(id);
    return lane === undefined ? nobody : this.#printAt(lane, job);
  }

  /** Whether paper that is wanted here would come: `no-printer` where there is none. */
  healthAt(place: PrintPlace): PrinterStatus['health'] {
    const own = this.#laneAt(place);
    if (own === undefined) return PrintFailure.noPrinter;
    const { health } = own.printer.status();
    const other = this.#backupOf(own)?.printer.status().health;
    return health !== 'ready' && other === 'ready' ? 'ready' : health;
  }

  reports(): readonly LaneReport[] {
    return Array.from(this.#lanes.values(), ({ id, name, printer }) => {
      const { health, paperLow } = printer.status();
      return { id, name, health, paperLow, since: this.#since.get(id) ?? this.#parts.now() };
    });
  }

  /** Calls `listener` whenever a printer is otherwise than before; the answer ends that. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #begin({ id, printer }: Lane): Promise<void> {
    this.#since.set(id, this.#parts.now());
    this.#leave.set(
      printer,
      printer.onStatus(() => this.#changed(id)),
    );
    return printer.start();
  }

  #end({ printer }: Lane): Promise<void> {
    this.#leave.get(printer)?.();
    this.#leave.delete(printer);
    return printer.stop();
  }

  async #printed(job: PrintJob, place: PrintPlace): Promise<SpooledEnd> {
    const own = this.#laneAt(place);
    if (own === undefined) return nobody;
    const backup = this.#backupOf(own);
    if (backup === undefined) return this.#printAt(own, job);
    // A patient does not stand there for the patience of a printer that is known to be out of paper.
    const isKnownDown = isDown(own) && !isDown(backup);
    if (!isKnownDown) {
      const end = await this.#printAt(own, job);
      if (!mayMoveOn(end) || this.#parts.now() > job.notAfter) return end;
      const other = await this.#printAt(backup, job);
      return isUntouched(other) ? end : { ...other, elsewhere: backup.name };
    }
    const givenBefore = this.#given.get(own.id);
    const other = await this.#printAt(backup, job);
    if (!mayMoveOn(other)) return { ...other, elsewhere: backup.name };
    // Whoever came later stands before it now, and would take a sheet that is not theirs.
    return this.#given.get(own.id) === givenBefore ? this.#printAt(own, job) : other;
  }

  #printAt({ id, printer }: Lane, job: PrintJob): Promise<PrintOutcome> {
    this.#given.set(id, (this.#given.get(id) ?? 0) + 1);
    return printer.print(job);
  }

  #laneAt(place: PrintPlace): Lane | undefined {
    const { desk, kiosks } = this.#places;
    if (place === undefined) return this.#lanes.get(desk);
    const id = kiosks[place] ?? kiosks[this.#parts.kioskName(place) ?? ''] ?? desk;
    return this.#lanes.get(id);
  }

  #backupOf({ backup }: Lane): Lane | undefined {
    return backup === undefined ? undefined : this.#lanes.get(backup);
  }

  #changed(id: string): void {
    this.#since.set(id, this.#parts.now());
    for (const listener of this.#listeners) listener();
  }
}

function byId(lanes: readonly Lane[]): ReadonlyMap<string, Lane> {
  return new Map(lanes.map((lane) => [lane.id, lane]));
}

function isDown({ printer }: Lane): boolean {
  const { health } = printer.status();
  return health !== 'ready' && health !== 'unknown';
}

/** Nothing of it is on paper, and it is wanted still. */
function mayMoveOn(end: PrintOutcome): boolean {
  return isUntouched(end) && end.code !== PrintFailure.expired;
}

function isUntouched(end: PrintOutcome): end is Extract<PrintOutcome, { outcome: 'failed' }> {
  return end.outcome === 'failed' && end.begun !== true;
}
