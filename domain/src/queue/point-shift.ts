// Who answers for a service point through the day: what opening, pausing, closing, going and taking over make of its
// record. Between two people it stays as it is, and `handOver` says that nobody has seen yet what is open there.

import type { EventBody } from '@foyer/contracts/events.ts';
import type { StaffId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { ServicePointRecord } from './queue-state.ts';

type Change = (point: ServicePointRecord) => ServicePointRecord;

export function opened(staffId: StaffId | null, at: EpochMs): Change {
  return (point) => ({
    ...withoutHandOver(withoutPause(unwatched(point))),
    state: 'open',
    staffId,
    openSince: point.openSince ?? at,
  });
}

export function paused({ kind, until }: EventBody<'v1.ServicePointPaused'>, at: EpochMs): Change {
  const isKnown = kind !== undefined || until !== undefined;
  const pause = isKnown ? { pause: { since: at, kind: kind ?? null, until: until ?? null } } : {};
  return (point) => ({ ...withoutPause(unwatched(point)), state: 'paused', ...pause });
}

export function closed(point: ServicePointRecord): ServicePointRecord {
  return { ...withoutTurns(withoutHandOver(withoutPause(unwatched(point)))), state: 'closed', staffId: null };
}

/** To somebody, or to nobody in particular; what says who went waits for whoever takes over. */
export function handedOver({ fromStaffId }: { readonly fromStaffId?: StaffId }, to: StaffId, at: EpochMs): Change {
  const handOver = fromStaffId === undefined ? {} : { handOver: { at, fromStaffId } };
  return (point) => ({ ...withoutHandOver(point), staffId: to, ...handOver });
}

export function left({ fromStaffId = null }: { readonly fromStaffId?: StaffId | null }, at: EpochMs): Change {
  return (point) => ({ ...point, staffId: null, handOver: { at, fromStaffId } });
}

export function takenOver(staffId: StaffId): Change {
  return (point) => ({ ...withoutHandOver(point), staffId });
}

/** Whoever was at it went. */
export function leftAt(point: ServicePointRecord, at: EpochMs): ServicePointRecord {
  return point.openSince === undefined ? point : { ...point, lastLeftAt: at };
}

/** Nobody knows what went on meanwhile: it counts as open from the end of the gap. */
export function overGap(point: ServicePointRecord, until: EpochMs): ServicePointRecord {
  return point.openSince === undefined ? point : { ...unwatched(point), openSince: until };
}

function withoutPause({ pause: _pause, ...point }: ServicePointRecord): ServicePointRecord {
  return point;
}

function withoutHandOver({ handOver: _handOver, ...point }: ServicePointRecord): ServicePointRecord {
  return point;
}

/** Whose turn it is begins anew when it opens. */
function withoutTurns({ turns: _turns, ...point }: ServicePointRecord): ServicePointRecord {
  return point;
}

function unwatched({
  openSince: _openSince,
  lastLeftAt: _lastLeftAt,
  ...point
}: ServicePointRecord): ServicePointRecord {
  return point;
}
