// A digest of every projection: its rows in the order of their primary keys. Two databases that were folded from the same
// log have equal digests. `answers.body_hash` is the box's own memory and no part of the projection.

import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';

const projections = {
  tickets: { key: 'id' },
  service_points: { key: 'id' },
  calls: { key: 'id' },
  help: { key: 'id' },
  ordinals: { key: 'id' },
  evacuations: { key: 'id' },
  closings: { key: 'id' },
  walk_ins: { key: 'id' },
  delays: { key: 'id' },
  messages: { key: 'id' },
  reassignments: { key: 'id' },
  reassigned_appointments: { key: 'id' },
  paper_numbers: { key: 'id' },
  gaps: { key: 'id' },
  ticket_forms: { key: 'id' },
  calling_rules: { key: 'id' },
  form_responses: { key: 'id' },
  learned_waits: { key: 'part, key' },
  wait_predictions: { key: 'ticket_id' },
  display_layouts: { key: 'device_id' },
  settings: { key: 'name' },
  thing_set_ups: { key: 'device_id' },
  tills: { key: 'id' },
  charges: { key: 'id' },
  payments: { key: 'id' },
  series: { key: 'id' },
  patients: { key: 'id' },
  patient_identifiers: { key: 'kind, value, patient_id' },
  own_appointments: { key: 'id' },
  checked_in_appointments: { key: 'appointment_id' },
  used_live_codes: { key: 'code_id' },
  answers: { key: 'command_id', columns: 'command_id, epoch, seq, actor, result' },
  requests: { key: 'id' },
  temporary_staff: { key: 'id' },
  chosen_details: { key: 'conflict_id' },
  leases: { key: 'id' },
  work_items: { key: 'id' },
  clinic: { key: 'id' },
} as const satisfies Record<string, { readonly key: string; readonly columns?: string }>;

export type ProjectionName = keyof typeof projections;
export const projectionNames = Object.keys(projections) as readonly ProjectionName[];

/** Of a projection that is not all of its table. */
export function projectionColumns(name: string): readonly string[] | undefined {
  const known: Readonly<Record<string, { readonly key: string; readonly columns?: string }>> = projections;
  return known[name]?.columns?.split(', ');
}

export type ProjectionDigests = {
  readonly [name in ProjectionName]: { readonly rows: number; readonly digest: string };
};

export function projectionDigests(db: Connection): ProjectionDigests {
  const entries = projectionNames.map((name) => [name, digestOf(db, name)] as const);
  return Object.fromEntries(entries) as unknown as ProjectionDigests;
}

function digestOf(db: Connection, name: ProjectionName): ProjectionDigests[ProjectionName] {
  const projection: { readonly key: string; readonly columns?: string } = projections[name];
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of db
    .prepare(`SELECT ${projection.columns ?? '*'} FROM ${name} ORDER BY ${projection.key}`)
    .iterate()) {
    hash.update(JSON.stringify(Object.entries(row)));
    hash.update('\n');
    rows += 1;
  }
  return { rows, digest: hash.digest('hex') };
}
