// Whom each service point would call, next and after. The same for everybody who is signed in, and so worked out once for
// all who are told of a change, and not once for each.

import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { firstCalls } from '@foyer/domain/queue/first-calls.ts';
import { callingWorld, type ClinicState } from './clinic-state.ts';

type Seen = Pick<ClinicState, 'epoch' | 'seq' | 'logNow' | 'queue' | 'configuration'>;
export type PointOrder = Pick<StaffView['servicePoints'][string], 'nextTicketId' | 'order' | 'calledBy'>;
export type PointOrders = ReadonlyMap<ServicePointId, PointOrder>;

/** As many as somebody reads. */
const shownCalls = 30;

export function pointOrders(state: Seen): PointOrders {
  return new Map(
    state.configuration.servicePoints.map((point) => {
      const { next, underRules } = firstCalls(state.queue, point, callingWorld(state), shownCalls);
      const order: PointOrder = {
        ...(next === undefined ? {} : { nextTicketId: next.id }),
        ...(underRules === undefined
          ? {}
          : {
              order: underRules.tickets.map(({ id }) => id),
              calledBy: { order: underRules.order, ...(underRules.inTurns ? { inTurns: true } : {}) },
            }),
      };
      return [point.id, order];
    }),
  );
}

/** The orders of the latest state that was asked for: the same commit, the same clinic, and within a second. */
export class LatestOrders {
  #latest: { readonly of: Seen; readonly orders: PointOrders } | undefined;

  at(state: Seen): PointOrders {
    const before = this.#latest;
    if (before !== undefined && isSame(before.of, state)) return before.orders;
    const { epoch, seq, logNow, queue, configuration } = state;
    const orders = pointOrders(state);
    this.#latest = { of: { epoch, seq, logNow, queue, configuration }, orders };
    return orders;
  }
}

/** Under rules the order moves with time, too. */
function isSame(a: Seen, b: Seen): boolean {
  return (
    a.epoch === b.epoch &&
    a.seq === b.seq &&
    a.configuration === b.configuration &&
    Math.abs(a.logNow - b.logNow) < secondMs
  );
}
