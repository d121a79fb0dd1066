// Figures for Prometheus. A registry of our own, so that two servers in one process do not share one.

import { createClinicMetrics, type ClinicFigures } from './clinic-metrics.ts';
import { createDatabaseMetrics, type DatabaseFigures } from './database-metrics.ts';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  onAnswer(facts: { method: string; path: string; status: number; seconds: number }): void;
  onRows(facts: { rows: number; dead: number }): void;
  onRefusedBatch(code: string): void;
  onBusy(code: string): void;
  onLettersSettled(facts: { how: string; letters: number }): void;
  ticketPages(open: number): void;
  readonly database: DatabaseFigures;
  readonly clinics: ClinicFigures;
  /** An edge said something. */
  onHeard(clinicId: string): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const registry = registers[0] as Registry;
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'foyer_http_request_seconds',
    help: 'Time to answer, by route',
    registers,
    labelNames: ['method', 'path', 'status'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
  });
  const rows = new Counter({
    name: 'foyer_inbox_rows_total',
    help: 'Log rows committed here',
    registers,
  });
  const dead = new Counter({
    name: 'foyer_inbox_dead_letters_total',
    help: 'Rows that could not be applied',
    registers,
  });
  const refused = new Counter({
    name: 'foyer_inbox_refused_batches_total',
    help: 'Batches refused, by code',
    registers,
    labelNames: ['code'] as const,
  });
  const busy = new Counter({
    name: 'foyer_inbox_busy_answers_total',
    help: 'Batches told to come again later, by code',
    registers,
    labelNames: ['code'] as const,
  });
  const settled = new Counter({
    name: 'foyer_inbox_dead_letters_settled_total',
    help: 'Rows that could not be applied and were applied after all or set aside',
    registers,
    labelNames: ['how'] as const,
  });
  const pages = new Gauge({ name: 'foyer_ticket_pages', help: 'Open ticket pages', registers });
  const clinics = createClinicMetrics(registers);
  return {
    contentType: registry.contentType,
    onAnswer: ({ method, path, status, seconds }) => requests.observe({ method, path, status }, seconds),
    onRows(facts) {
      rows.inc(facts.rows);
      dead.inc(facts.dead);
    },
    onRefusedBatch: (code) => refused.inc({ code }),
    onBusy: (code) => busy.inc({ code }),
    onLettersSettled: ({ how, letters }) => settled.inc({ how }, letters),
    ticketPages: (open) => pages.set(open),
    database: createDatabaseMetrics(registers),
    clinics,
    onHeard: (clinicId) => clinics.heard(clinicId),
    text: () => registry.metrics(),
  };
}
