/**
 * What, by the rows of the log, somebody still has to see: alarms that nobody took, what the centre was asked and what it
 * refused, who waits outside and was not called back.
 */
import { isBookingKind } from '@foyer/contracts/booking.ts';
import type { DayRow } from './day-judge.ts';

export interface BookingRequest {
  readonly kind: string;
  readonly about: Readonly<Record<string, string>>;
}

interface Body {
  readonly ticketId: string;
  readonly helpId: string;
  readonly requestId: string;
  readonly workItemId: string;
  readonly kind: string;
  readonly about: Readonly<Record<string, string>>;
  readonly accepted: boolean;
  readonly whenAhead: number;
  readonly ticketIds: readonly string[];
  readonly standing: { readonly state: string };
}

/** Whoever is in a room, or gone, is outside no more. */
const endsOutside: ReadonlySet<string> = new Set([
  'v1.CalledBack',
  'v1.CameBackInside',
  'v1.ServiceStarted',
  'v1.ServiceFinished',
  'v1.TicketClosed',
  'v1.CheckInUndone',
]);
const insideAgain: ReadonlySet<string> = new Set(['serving', 'completed', 'left', 'cancelled']);

export class OpenMatters {
  readonly alarms = new Set<string>();
  /** Those that wait for the centre, by their ids. */
  readonly requests = new Map<string, BookingRequest>();
  readonly refusals = new Set<string>();
  /** How few are to be ahead when they are called back, by ticket. */
  readonly outside = new Map<string, number>();
  /** What these said is forgotten. */
  readonly erased = new Set<string>();
  evacuating = false;

  read({ type, body: text }: DayRow): void {
    const body = JSON.parse(text) as Body;
    const { ticketId, helpId, requestId } = body;
    if (endsOutside.has(type)) this.outside.delete(ticketId);
    switch (type) {
      case 'v1.HelpRequested':
        this.alarms.add(helpId);
        return;
      case 'v1.HelpAcknowledged':
        this.alarms.delete(helpId);
        return;
      case 'v1.RequestRaised':
        if (isBookingKind(body.kind)) this.requests.set(requestId, { kind: body.kind, about: body.about });
        return;
      case 'v1.RequestAnswered':
        if (this.requests.delete(requestId) && !body.accepted) this.refusals.add(requestId);
        return;
      case 'v1.RequestWithdrawn':
        this.requests.delete(requestId);
        return;
      case 'v1.WorkItemResolved':
        this.refusals.delete(body.workItemId);
        return;
      case 'v1.SteppedOut':
        this.outside.set(ticketId, body.whenAhead);
        return;
      case 'v1.StepUndone':
        if (insideAgain.has(body.standing.state)) this.outside.delete(ticketId);
        return;
      case 'v1.SubjectErased':
        for (const id of body.ticketIds) this.erased.add(id);
        return;
      case 'v1.EvacuationStarted':
        this.evacuating = true;
        return;
      case 'v1.EvacuationEnded':
        this.evacuating = false;
        return;
    }
  }
}
