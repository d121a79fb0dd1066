// What every decider answers: facts to append, or a refusal. Pure; clock, ids and randomness come in as arguments.

import type { Fact } from '@foyer/contracts/events.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { ServicePointId, StaffId } from '@foyer/contracts/ids.ts';
import type { Actor, Role } from '@foyer/contracts/roles.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';

/** Who sends a command, as the door found out. */
export interface Sender {
  readonly actor: Actor;
  readonly roles: readonly Role[];
  /** Of a nurse's session or an enrolled button: the point it is held to. */
  readonly servicePointId?: ServicePointId;
  readonly staffId?: StaffId;
  /** The screen it came through. */
  readonly deviceId?: string;
}

/** What the world was when the command was decided. */
export interface Moment {
  /** `max(now, last.at)`. */
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
  /** A fresh UUIDv7 at each call. */
  readonly newId: () => string;
  /** A fresh public id at each call. */
  readonly newPublicId: () => string;
}

export type Decision =
  | { readonly ok: true; readonly facts: readonly Fact[] }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept(...facts: readonly Fact[]): Decision {
  return { ok: true, facts };
}
export function refuse(code: Refusal['code'], facts: Record<string, unknown> = {}): Decision {
  return { ok: false, refusal: { code, ...facts } };
}
/** A command that is fine and changes nothing: remembered, so that a repeat gets the same answer. */
export function noEffect(command: string, ids: Record<string, string>): Decision {
  return accept({ type: 'v1.CommandHadNoEffect', body: { command, ids } });
}
