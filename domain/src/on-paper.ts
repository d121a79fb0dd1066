// What was written on paper first says when it happened, in every fact that it becomes. Source: docs/protocol.md, "Commands".

import type { Fact } from '@foyer/contracts/events.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Decision } from './decision.ts';

export function writtenOnPaper(decision: Decision, occurredAt: EpochMs | undefined): Decision {
  if (!decision.ok || occurredAt === undefined) return decision;
  return { ok: true, facts: decision.facts.map((fact) => ({ ...fact, body: { ...fact.body, occurredAt } }) as Fact) };
}
