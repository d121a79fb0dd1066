// Figures of the box as Prometheus text. The library is loaded when somebody asks for the first time; until then the
// figures are plain numbers.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Counter, Gauge, Registry } from 'prom-client';

/** Read at each scrape. */
export interface GaugeReadings {
  readonly foyer_log_seq: number;
  readonly foyer_log_epoch: number;
  readonly foyer_log_first_seq: number;
  readonly foyer_tickets_waiting: number;
  readonly foyer_screens_connected: number;
  readonly foyer_relay_waiting_rows: number;
  readonly foyer_relay_halted: number;
  readonly foyer_relay_linked: number;
  readonly foyer_relay_state_since_timestamp_seconds: number;
  readonly foyer_feed_number: number;
  readonly foyer_feed_failures: number;
  readonly foyer_printer_ready: number;
  readonly foyer_storage_state: number;
  readonly foyer_database_checked_timestamp_seconds: number;
  readonly foyer_backup_timestamp_seconds: number;
  readonly foyer_copies_waiting_rows: number;
}
const gaugeHelp: { readonly [G in keyof GaugeReadings]: string } = {
  foyer_log_seq: 'Number of the last row of the log.',
  foyer_log_epoch: 'Epoch of the last row of the log.',
  foyer_log_first_seq: 'Number of the first row of the log that is still here: those before it were let go of.',
  foyer_tickets_waiting: 'Tickets that wait in all queues.',
  foyer_screens_connected: 'Enrolled screens that are connected.',
  foyer_relay_waiting_rows: 'Rows that the centre has not acknowledged.',
  foyer_feed_failures: 'Items of the centre’s feed that could not be applied.',
  foyer_relay_halted: '1 while the relay has halted and waits for a person.',
  foyer_relay_linked: '1 while the centre answers.',
  foyer_relay_state_since_timestamp_seconds: 'Since when the relay is as it is; 0: there is no centre.',
  foyer_feed_number: 'Number up to which the centre’s feed was taken.',
  foyer_printer_ready: '1 while the ticket printer is ready.',
  foyer_storage_state: '0: well, 1: nearly full, 2: full, 3: the log is unproven, 4: the disk failed.',
  foyer_database_checked_timestamp_seconds: 'When the database was last checked wholly; 0: not since the start.',
  foyer_backup_timestamp_seconds: 'When the newest backup was taken, wherever it is; 0: nobody knows of one.',
  foyer_copies_waiting_rows: 'Rows that the copy which is furthest behind has not acknowledged.',
};

export class EdgeMetrics {
  readonly #read: () => GaugeReadings;
  readonly #commands = new Map<string, number>();
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });
  #loaded:
    | { readonly registry: Registry; readonly commands: Counter; readonly gauges: ReadonlyMap<string, Gauge> }
    | undefined;

  constructor(read: () => GaugeReadings) {
    this.#read = read;
  }

  start(): void {
    this.#delay.enable();
  }

  stop(): void {
    this.#delay.disable();
  }

  /** One answered command; `outcome` is `ok` or a code. */
  commandAnswered(type: string, outcome: string): void {
    const key = `${type} ${outcome}`;
    this.#commands.set(key, (this.#commands.get(key) ?? 0) + 1);
  }

  async scrape(): Promise<{ readonly type: string; readonly text: string }> {
    const { registry, commands, gauges } = (this.#loaded ??= await load());
    commands.reset();
    for (const [key, count] of this.#commands) {
      const [type = '', outcome = ''] = key.split(' ');
      commands.inc({ type, outcome }, count);
    }
    const readings = { ...this.#read(), foyer_event_loop_delay_p99_seconds: this.#delay.percentile(99) / 1e9 };
    for (const [name, value] of Object.entries(readings)) gauges.get(name)?.set(value);
    return { type: registry.contentType, text: await registry.metrics() };
  }
}

async function load() {
  const { Counter, Gauge, Registry, collectDefaultMetrics } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const help = { ...gaugeHelp, foyer_event_loop_delay_p99_seconds: 'How late the main thread runs, 99th percentile.' };
  return {
    registry,
    commands: new Counter({
      name: 'foyer_commands_total',
      help: 'Commands answered.',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    gauges: new Map(Object.entries(help).map(([name, text]) => [name, new Gauge({ name, help: text, registers })])),
  };
}
