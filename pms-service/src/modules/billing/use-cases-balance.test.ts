import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatientRegistered, aTicketIssued } from '../../testing/facts.ts';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { readFeed } from '../feed/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;

async function balances(edge: TestEdge): Promise<Record<string, unknown>> {
  const { items } = await readFeed(centre.context, edge.clinicId, 0, 0, never);
  return Object.fromEntries(items.filter(({ kind }) => kind === 'balance').map(({ id, body }) => [id, body]));
}

/** Relays what the edge has appended since the last time. */
function relaying(edge: TestEdge): () => Promise<void> {
  let sent = 0;
  return async () => {
    expect(await takeBatch(centre.context, edge.batch(sent + 1))).toMatchObject({ ok: true, dead: 0 });
    sent = edge.rows.at(-1)?.seq ?? 0;
  };
}

describe('what a patient has yet to pay', () => {
  it('goes down charge by charge, follows its ticket, and is taken off once it is paid', async () => {
    const edge = await centre.addEdge();
    const relay = relaying(edge);
    const [first, second] = [aPatientRegistered(edge), aPatientRegistered(edge)];
    const [ana, ben] = [first.body.patientId, second.body.patientId];
    const issued = aTicketIssued(edge, { patientId: ana });
    const { ticketId } = issued.body;
    const charge = { ticketId, serviceId: generalService, amountMinor: 4500, currency: 'EUR', priceVersion: 1 };
    // Two ids of one millisecond may come in either order; what is owed is told in theirs.
    const chargeIds = [edge.newId(), edge.newId()].toSorted();
    for (const fact of [first, second, issued]) edge.append(fact);
    for (const chargeId of chargeIds) {
      edge.append({ type: 'v1.ChargeRecorded', body: { ...charge, chargeId, patientId: ana } });
    }
    await relay();
    const charges = chargeIds.map((chargeId) => ({ chargeId, amountMinor: 4500 }));
    expect(await balances(edge)).toEqual({ [ana]: { patientId: ana, currency: 'EUR', charges } });

    edge.append({ type: 'v1.TicketIdentified', body: { ticketId, patientId: ben } });
    await relay();
    expect(await balances(edge)).toEqual({ [ana]: null, [ben]: { patientId: ben, currency: 'EUR', charges } });

    const tillId = edge.newId();
    edge.append({ type: 'v1.TillOpened', body: { tillId, floatMinor: 0, currency: 'EUR' } });
    edge.append({
      type: 'v1.PaymentTaken',
      body: {
        ...{ paymentId: edge.newId(), tillId, chargeIds, means: 'cash', currency: 'EUR' },
        ...{ amountMinor: 9000, tenderedMinor: 9000, changeMinor: 0, receiptNumber: 'HS-1-1', receiptOrdinal: 1 },
      },
    });
    await relay();
    expect(await balances(edge)).toEqual({ [ana]: null, [ben]: null });
  });

  it('of somebody erased is sent no more', async () => {
    const edge = await centre.addEdge();
    const relay = relaying(edge);
    const registered = aPatientRegistered(edge);
    const { patientId } = registered.body;
    const issued = aTicketIssued(edge, { patientId });
    const { ticketId } = issued.body;
    edge.append(registered);
    edge.append(issued);
    const charge = { ticketId, serviceId: generalService, amountMinor: 4500, currency: 'EUR', priceVersion: 1 };
    edge.append({ type: 'v1.ChargeRecorded', body: { ...charge, chargeId: edge.newId(), patientId } });
    await relay();
    expect(await balances(edge)).toHaveProperty(patientId);
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: patientId, ticketIds: [ticketId] } });
    await relay();
    expect(await balances(edge)).toEqual({});
  });
});
