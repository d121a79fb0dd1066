// The clinic's records in memory, by table and id: read once, and kept level by what each commit changed.

import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { BillingChanges, BillingState } from '@foyer/domain/billing/billing-state.ts';
import type { QueueChanges, QueueState } from '@foyer/domain/queue/queue-state.ts';

type MutableMap<M> = M extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never;
export type Tables<S> = { readonly [T in keyof S]: MutableMap<S[T]> };

export function copyOf<S extends object>(state: S): Tables<S> {
  const tables = Object.entries(state) as [string, ReadonlyMap<string, unknown>][];
  return Object.fromEntries(tables.map(([table, records]) => [table, new Map(records)])) as Tables<S>;
}

/** Records in place of those with the same id, in the table of the same name. */
export function putAll(
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

/** What was over before then, and what it left behind. */
export function forgetBefore(
  longAgo: EpochMs,
  queue: Tables<QueueState> | undefined,
  billing: Tables<BillingState> | undefined,
): void {
  for (const [id, ticket] of queue?.tickets ?? []) {
    if (!isOpen(ticket.standing.state) && (ticket.closedAt ?? 0) < longAgo) queue?.tickets.delete(id);
  }
  for (const [id, call] of queue?.calls ?? []) if (call.at < longAgo - dayMs) queue?.calls.delete(id);
  for (const [id, { acknowledgedAt }] of queue?.help ?? []) {
    if (acknowledgedAt !== null && acknowledgedAt < longAgo) queue?.help.delete(id);
  }
  for (const [id, { until }] of queue?.messages ?? []) if (until < longAgo) queue?.messages.delete(id);
  for (const [id, payment] of billing?.payments ?? []) if (payment.at < longAgo) billing?.payments.delete(id);
  for (const [id, charge] of billing?.charges ?? []) {
    if (charge.at < longAgo && charge.paymentId !== null) billing?.charges.delete(id);
  }
}
