import type { InboxFact } from '../facts/types.ts';
import type { Belonging, Charge, ClosedTill, MoneyFacts, OpenedTill, Payment } from './types.ts';

/** Sorts the facts about money by kind. They are taken as they were decided: nothing is computed again. */
export function moneyIn(facts: readonly InboxFact[]): MoneyFacts {
  const charges: Charge[] = [];
  const payments: Payment[] = [];
  const openedTills: OpenedTill[] = [];
  const closedTills: ClosedTill[] = [];
  const belongings = new Map<string, Belonging>();
  const erasedPatients: string[] = [];
  for (const fact of facts) {
    const { at, businessDay } = fact;
    switch (fact.type) {
      case 'v1.ChargeRecorded':
        charges.push({ ...fact.body, at, businessDay });
        break;
      case 'v1.PaymentTaken':
        payments.push({ ...fact.body, at, businessDay, receiptEpoch: fact.epoch });
        break;
      case 'v1.TillOpened':
        openedTills.push({ ...fact.body, at, businessDay });
        break;
      case 'v1.TillClosed':
        closedTills.push({ ...fact.body, at, businessDay });
        break;
      case 'v1.TicketIdentified':
        belongings.set(fact.body.ticketId, fact.body);
        break;
      case 'v1.StepUndone': {
        const { ticketId, patientId } = fact.body;
        if (patientId !== undefined) belongings.set(ticketId, { ticketId, patientId });
        break;
      }
      case 'v1.SubjectErased':
        erasedPatients.push(fact.body.subjectId);
        break;
      default:
    }
  }
  return { charges, payments, openedTills, closedTills, belongings: [...belongings.values()], erasedPatients };
}
