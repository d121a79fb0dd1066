// Every sheet of the clinic goes through here. Invariants: a job has one end, and the same job again gets it; each printer
// prints in the order in which jobs came; a backup prints only what the first printer has not begun, and what is too old is
// printed by nobody; what ended is never printed later, so that a printer that comes back has nothing to catch up with.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { PrinterStatus, PrintJob, PrintOutcome } from '../ports/ticket-printer.ts';
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
  readonly #lanes: ReadonlyMap<string, Lane>;
  readonly #ends = new Map<string, Promise<SpooledEnd>>();
  readonly #since = new Map<string, EpochMs>();
  readonly #listeners = new Set<() => void>();
  #leave: readonly (() => void)[] = [];

  constructor(parts: PrintSpoolParts) {
    this.#parts = parts;
    this.#lanes = new Map(parts.lanes.map((lane) => [lane.id, lane]));
  }

  async start(): Promise<void> {
    const lanes = [...this.#lanes.values()];
    for (const { id } of lanes) this.#since.set(id, this.#parts.now());
    this.#leave = lanes.map(({ id, printer }) => printer.onStatus(() => this.#changed(id)));
    await Promise.all(lanes.map(({ printer }) => printer.start()));
  }

  /** Jobs that wait end as `print-expired`. */
  async stop(): Promise<void> {
    for (const leave of this.#leave) leave();
    await Promise.all([...this.#lanes.values()].map(({ printer }) => printer.stop()));
  }

  get hasPrinter(): boolean {
    return this.#lanes.size > 0;
  }

  /** Never rejects. */
  print(job: PrintJob, place?: PrintPlace): Promise<SpooledEnd> {
    const known = this.#ends.get(job.jobId);
    if (known !== undefined) return known;
    const end = this.#end(job, place);
    this.#ends.set(job.jobId, end);
    const oldest = this.#ends.keys().next().value;
    if (this.#ends.size > rememberedEnds && oldest !== undefined) this.#ends.delete(oldest);
    return end;
  }

  /** On exactly this printer, no other standing in. Never rejects. */
  async printOn(id: string, job: PrintJob): Promise<SpooledEnd> {
    return this.#lanes.get(id)?.printer.print(job) ?? nobody;
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

  async #end(job: PrintJob, place: PrintPlace): Promise<SpooledEnd> {
    const own = this.#laneAt(place);
    if (own === undefined) return nobody;
    const backup = this.#backupOf(own);
    if (backup === undefined) return own.printer.print(job);
    // A patient does not stand there for the patience of a printer that is known to be out of paper.
    const isKnownDown = isDown(own) && !isDown(backup);
    if (!isKnownDown) {
      const end = await own.printer.print(job);
      if (!mayMoveOn(end) || this.#parts.now() > job.notAfter) return end;
      const other = await backup.printer.print(job);
      return isUntouched(other) ? end : { ...other, elsewhere: backup.name };
    }
    const other = await backup.printer.print(job);
    if (!mayMoveOn(other)) return { ...other, elsewhere: backup.name };
    return own.printer.print(job);
  }

  #laneAt(place: PrintPlace): Lane | undefined {
    const { desk, kiosks } = this.#parts.places;
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
