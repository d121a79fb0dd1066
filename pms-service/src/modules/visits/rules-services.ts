// Each time somebody was with staff, read off the fold: it ends when a ticket stops being served, however that comes,
// and an undo of what ended it takes it back.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { InboxFact } from '../facts/types.ts';
import type { ServiceGiven, ServicesGiven } from './types.ts';

type Row = Pick<ServiceGiven, 'epoch' | 'seq'>;

export class ServiceLedger {
  readonly #given = new Map<string, ServiceGiven>();
  readonly #takenBack = new Map<string, Row>();

  /** What one fact made of a ticket. */
  readonly note = (before: TicketRecord | undefined, after: TicketRecord, fact: InboxFact): void => {
    if (before === undefined) return;
    if (fact.type === 'v1.StepUndone') {
      const undone = { epoch: fact.body.undoneEpoch, seq: fact.body.undoneSeq };
      if (!this.#given.delete(key(undone))) this.#takenBack.set(key(undone), undone);
      return;
    }
    const { state, servingSince, serviceId, servicePointId, room } = before.standing;
    if (state !== TicketState.serving || after.standing.state === TicketState.serving || servingSince === null) return;
    const { epoch, seq } = fact;
    const endedAt = Math.max(servingSince, happenedAt(fact));
    const who = { servicePointId, staffId: room?.staffId ?? null };
    this.#given.set(key(fact), {
      epoch,
      seq,
      ticketId: before.id,
      serviceId,
      ...who,
      startedAt: servingSince,
      endedAt,
    });
  };

  get changes(): ServicesGiven {
    return { given: [...this.#given.values()], takenBack: [...this.#takenBack.values()] };
  }
}

function key({ epoch, seq }: Row): string {
  return `${epoch}.${seq}`;
}

function happenedAt({ at, body }: InboxFact): number {
  return ('occurredAt' in body ? body.occurredAt : undefined) ?? at;
}
