// Builders of the facts that tests relay.

import type { FactOf } from '@foyer/contracts/events.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { generalService, roomOne } from './test-centre.ts';
import type { TestEdge } from './test-edge.ts';

let ordinal = 0;

export function aPatientRegistered(edge: TestEdge, patient: PatientDetails = {}): FactOf<'v1.PatientRegistered'> {
  const patientId = edge.newId();
  return {
    type: 'v1.PatientRegistered',
    body: { patientId, provisional: true },
    subjectId: patientId,
    sealed: { patient },
  };
}

export function aTicketIssued(
  edge: TestEdge,
  body: Partial<FactOf<'v1.TicketIssued'>['body']> = {},
): FactOf<'v1.TicketIssued'> {
  ordinal += 1;
  return {
    type: 'v1.TicketIssued',
    body: {
      ticketId: edge.newId(),
      publicId: `p${String(ordinal).padStart(21, '0')}`,
      number: `A${ordinal}`,
      ordinal,
      serviceId: generalService,
      priorityClass: 'walk-in',
      needs: [],
      source: 'kiosk',
      issuedAt: edge.at,
      placeAt: edge.at,
      ...body,
    },
  };
}

/** From the ticket to the receipt: what one visit is in the log. */
export function aWholeVisit(
  edge: TestEdge,
  ids: { tillId: string; receipt: number; patient?: PatientDetails },
): {
  readonly patientId: string;
  readonly ticketId: string;
} {
  const registered = aPatientRegistered(edge, ids.patient);
  const { patientId } = registered.body;
  const issued = aTicketIssued(edge, { patientId });
  const { ticketId } = issued.body;
  const [callId, chargeId, paymentId] = [edge.newId(), edge.newId(), edge.newId()];
  const at = { ticketId, servicePointId: roomOne };
  edge.append(registered);
  edge.append(issued);
  edge.append({ type: 'v1.TicketCalled', body: { ...at, callId, rule: 'next', waiting: 1 } });
  edge.append({ type: 'v1.ServiceStarted', body: at });
  edge.append({
    type: 'v1.ChargeRecorded',
    body: {
      chargeId,
      ticketId,
      serviceId: generalService,
      patientId,
      amountMinor: 4500,
      currency: 'EUR',
      priceVersion: 1,
    },
  });
  edge.append({
    type: 'v1.PaymentTaken',
    body: {
      paymentId,
      tillId: ids.tillId,
      chargeIds: [chargeId],
      means: 'cash',
      amountMinor: 4500,
      tenderedMinor: 5000,
      changeMinor: 500,
      currency: 'EUR',
      receiptNumber: `HS-${edge.epoch}-${ids.receipt}`,
      receiptOrdinal: ids.receipt,
    },
  });
  edge.append({ type: 'v1.ServiceFinished', body: at });
  return { patientId, ticketId };
}
