// Figures of each clinic for Prometheus, read at each scrape. Which clinics there are nobody may list: they are those that
// this process has heard since it started, so many at most. The label is the clinic's code; of two clinics with one code the
// second is named with the beginning of its id.

import type { ClinicHealth } from '@foyer/contracts/clinic-health.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import { Gauge, type Registry } from 'prom-client';

/** Labels beyond these would fill the memory of whoever scrapes. */
const mostClinics = 500;
const labelNames = ['clinic'] as const;

export interface ClinicFigures {
  heard(clinicId: ClinicId): void;
  /** Where to read one from; before it is said there are none. */
  readBy(read: (clinicId: ClinicId) => Promise<ClinicHealth | undefined>): void;
}

type Figure = readonly [name: string, help: string, of: (health: ClinicHealth) => number | undefined];
const figures: readonly Figure[] = [
  ['last_heard_timestamp_seconds', 'When it was last heard', ({ lastHeardAt }) => inSeconds(lastHeardAt)],
  ['log_epoch', 'Epoch of its last row here', ({ epoch }) => epoch],
  ['log_seq', 'Number of its last row here', ({ seq }) => seq],
  ['waiting_rows', 'Rows that wait at the clinic, as it said last', ({ waitingRows }) => waitingRows],
  [
    'waiting_since_timestamp_seconds',
    'None of those is older; 0: none waits',
    ({ waitingSince = 0 }) => waitingSince / 1_000,
  ],
  ['feed_waiting_items', 'Items of its feed that it has not taken', ({ feedItems }) => feedItems],
  ['dead_letters', 'Rows that could not be applied and wait for a person', ({ deadLetters }) => deadLetters],
  ['backup_timestamp_seconds', 'When its newest backup was taken', ({ backupAt }) => inSeconds(backupAt)],
];

export function createClinicMetrics(registers: Registry[]): ClinicFigures {
  const heard = new Set<ClinicId>();
  let read: (clinicId: ClinicId) => Promise<ClinicHealth | undefined> = async () => undefined;
  let reading: Promise<ReadonlyMap<string, ClinicHealth>> | undefined;
  // All gauges of one scrape show one look.
  const look = (): Promise<ReadonlyMap<string, ClinicHealth>> => {
    reading ??= readAll([...heard], read).finally(() => (reading = undefined));
    return reading;
  };
  for (const [name, help, of] of figures) {
    new Gauge({
      name: `foyer_clinic_${name}`,
      help,
      labelNames,
      registers,
      async collect() {
        const found = await look();
        this.reset();
        for (const [clinic, health] of found) {
          const value = of(health);
          if (value !== undefined) this.set({ clinic }, value);
        }
      },
    });
  }
  new Gauge({
    name: 'foyer_clinic_needs',
    help: '1 for each thing that a clinic needs somebody for; docs/runbook has its page',
    labelNames: [...labelNames, 'need'],
    registers,
    async collect() {
      const found = await look();
      this.reset();
      for (const [clinic, { needs }] of found) for (const need of needs) this.set({ clinic, need }, 1);
    },
  });
  return {
    heard(clinicId) {
      if (heard.size < mostClinics) heard.add(clinicId);
    },
    readBy: (from) => (read = from),
  };
}

async function readAll(
  ids: readonly ClinicId[],
  read: (clinicId: ClinicId) => Promise<ClinicHealth | undefined>,
): Promise<ReadonlyMap<string, ClinicHealth>> {
  const found = new Map<string, ClinicHealth>();
  for (const id of ids) {
    const health = await read(id);
    if (health !== undefined)
      found.set(found.has(health.code) ? `${health.code} ${id.slice(0, 8)}` : health.code, health);
  }
  return found;
}

function inSeconds(at: number | undefined): number | undefined {
  return at === undefined ? undefined : at / 1_000;
}
