// The till from its float to its count. A till is closed once, with a number of its own series, and what was counted and
// what should be there never part without a reason.

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { accept, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { tillNumber } from '../numbering/till-number.ts';
import { withStaffReason } from '../queue/sealed-reason.ts';
import { closingSeriesKey, type BillingState, type TillRecord } from './billing-state.ts';

export interface TillWorld {
  readonly clinicCode: string;
  readonly currency: string;
  readonly epoch: number;
}

export function decideTill(
  command: CommandOf<'open-till' | 'close-till' | 'print-till-report'>,
  sender: Sender,
  state: BillingState,
  world: TillWorld,
  moment: Moment,
): Decision {
  const because = (fact: Fact): Decision => accept(withStaffReason(fact, command.reason, sender.staffId));
  const open = openTill(state);
  switch (command.type) {
    case 'open-till': {
      if (open !== undefined) return refuse('till-already-open', { tillId: open.id });
      const body = { tillId: moment.newId(), floatMinor: command.floatMinor, currency: world.currency };
      return because({ type: 'v1.TillOpened', body });
    }
    case 'close-till': {
      if (open === undefined) return refuse('till-closed');
      const expectedMinor = expectedCashMinor(open);
      const varianceMinor = command.countedMinor - expectedMinor;
      if (varianceMinor !== 0 && !command.reason?.trim()) {
        return refuse('variance-unexplained', { expectedMinor, varianceMinor });
      }
      const zOrdinal = (state.series.get(closingSeriesKey(world.epoch))?.last ?? 0) + 1;
      const body = {
        tillId: open.id,
        countedMinor: command.countedMinor,
        expectedMinor,
        varianceMinor,
        currency: open.currency,
        zNumber: tillNumber(world.clinicCode, world.epoch, zOrdinal),
        zOrdinal,
      };
      return because({ type: 'v1.TillClosed', body });
    }
    case 'print-till-report': {
      const till = command.tillId === undefined ? open : state.tills.get(command.tillId);
      if (till === undefined) return refuse('till-closed');
      return because({ type: 'v1.TillReportRequested', body: { tillId: till.id } });
    }
    default:
      return assertNever(command);
  }
}

export function openTill(state: BillingState): TillRecord | undefined {
  return [...state.tills.values()].find((till) => till.closedAt === null);
}

/** What the drawer holds when nothing went wrong. */
export function expectedCashMinor(till: Pick<TillRecord, 'floatMinor' | 'takenCashMinor'>): number {
  return till.floatMinor + till.takenCashMinor;
}
