// How the clinic is now, told beside the log while rows wait to be relayed: `PUT /sync/v1/live`. It is no fact: the newest
// report takes the place of the one before, and the centre shows it, with its time, until it holds the rows that it was
// made from. It names nobody: it is each ticket's own page, and the figures of the day. Source: ADR 0017.

import Type, { type Static } from 'typebox';
import { TicketState, roomStates, servicePointStates } from './ticket-state.ts';
import { EpochMsNumber, LocalDateText, ShortText, Uuid, oneOf } from './schema.ts';
import type { TicketView } from './ticket-view.ts';

export const mostReportedTickets = 3_000;

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** What of a page the centre relies on; the rest is the page's own, as the edge shows it. */
const ReportedView = Type.Object({
  id: Uuid,
  number: ShortText,
  state: oneOf(Object.values(TicketState)),
  ahead: Count,
  asOf: EpochMsNumber,
  clinicName: Type.String({ maxLength: 200 }),
});

export const LiveDay = Type.Object({
  businessDay: LocalDateText,
  arrived: Count,
  arrivedWithoutBooking: Count,
  waiting: Count,
  waitingSince: Type.Union([EpochMsNumber, Type.Null()]),
  withStaff: Count,
  onHold: Count,
  served: Count,
  notHere: Count,
  rooms: Type.Array(
    Type.Object({
      servicePointId: Uuid,
      state: oneOf(servicePointStates),
      staffId: Type.Union([Uuid, Type.Null()]),
      ticketNumber: Type.Union([ShortText, Type.Null()]),
      since: Type.Union([EpochMsNumber, Type.Null()]),
      room: Type.Object({ state: oneOf(roomStates), since: EpochMsNumber }),
    }),
    { maxItems: 500 },
  ),
});
export type LiveDay = Static<typeof LiveDay>;

export const LiveReport = Type.Object({
  /** By the edge's clock. */
  at: EpochMsNumber,
  /** The last row that it was made from. */
  epoch: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  tickets: Type.Array(
    Type.Object({
      publicId: Type.String({ minLength: 8, maxLength: 64 }),
      issuedAt: EpochMsNumber,
      view: ReportedView,
    }),
    { maxItems: mostReportedTickets },
  ),
  day: LiveDay,
});
/** The views as the clinic's own ticket pages have them. */
export type LiveReport = Omit<Static<typeof LiveReport>, 'tickets'> & {
  readonly tickets: readonly { readonly publicId: string; readonly issuedAt: number; readonly view: TicketView }[];
};
