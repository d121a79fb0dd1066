/**
 * Whole visits through the edge's own door, from registration to receipt: what fills a log for a bench. The people
 * are made from the seed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { BenchClinic } from './bench-clinic.ts';
import { acceptedResult, createEdgeClient, type EdgeClient, type Order } from './edge-client.ts';
import { startEdge } from './edge-process.ts';
import { createRandom, type Random } from './random.ts';
import { startSmallCentre } from './small-centre.ts';

/** PatientRegistered (sealed), TicketIssued, TicketCalled, ServiceStarted, ChargeRecorded, PaymentTaken, ServiceFinished. */
export const leastRowsPerVisit = 7;

const workers = 8;
const longestFeedMs = 20_000;

/**
 * Fills the log with at least that many rows; the edge is stopped again afterwards. The clinic has one service
 * (`oneService`), so that whoever calls finds somebody waiting.
 */
export async function fillLog(clinic: BenchClinic, rows: number, seed: number): Promise<void> {
  const centre = await startSmallCentre(clinic);
  const tokenFile = join(clinic.folder, 'small-centre-token');
  writeFileSync(tokenFile, 'a-credential-of-no-centre', { mode: 0o600 });
  const edge = await startEdge({
    clinic,
    environment: { FOYER_PMS_URL: centre.url, FOYER_PMS_TOKEN_FILE: tokenFile },
  });
  try {
    const cashier = createEdgeClient(edge.url, clinic.cashier);
    acceptedResult(await cashier.send({ type: 'open-till', floatMinor: 10_000 }));
    const random = createRandom(seed);
    let left = Math.ceil(rows / leastRowsPerVisit);
    await Promise.all(
      clinic.nurses.slice(0, workers).map(async ({ token, servicePointId }) => {
        const staff = {
          reception: createEdgeClient(edge.url, clinic.reception),
          nurse: createEdgeClient(edge.url, token),
          cashier: createEdgeClient(edge.url, clinic.cashier),
        };
        const serviceId = clinic.serviceIds[0]!;
        while (left-- > 0) await visit(staff, servicePointId, serviceId, aPatient(random));
        for (const client of Object.values(staff)) client.close();
      }),
    );
    cashier.close();
  } finally {
    await edge.stop();
    await centre.stop();
  }
}

export type VisitStaff = Readonly<Record<'reception' | 'nurse' | 'cashier', EdgeClient>>;

/** One visit of somebody new; whoever is called is whoever waits first. */
export async function visit(
  { reception, nurse, cashier }: VisitStaff,
  servicePointId: string,
  serviceId: string,
  patient: PatientDetails,
): Promise<void> {
  const { patientId } = await done<{ patientId: string }>(reception, {
    type: 'register-patient',
    patient,
  });
  await done(reception, { type: 'issue-ticket', serviceId, patientId });
  const { ticket } = await done<{ ticket: { id: string; serviceId: string } }>(nurse, {
    type: 'call-next',
    servicePointId,
  });
  await done(nurse, { type: 'confirm-arrival', servicePointId, ticketId: ticket.id });
  const { chargeId, amountMinor } = await charge(cashier, ticket);
  await done(cashier, {
    type: 'take-payment',
    chargeIds: [chargeId],
    means: 'cash',
    amountMinor,
    tenderedMinor: amountMinor,
  });
  await done(nurse, { type: 'finish-service', servicePointId, ticketId: ticket.id });
}

/** The first charges may come before the feed has brought the prices. */
async function charge(
  cashier: EdgeClient,
  ticket: { readonly id: string; readonly serviceId: string },
): Promise<{ chargeId: string; amountMinor: number }> {
  const order = {
    type: 'record-charge',
    ticketId: ticket.id,
    serviceId: ticket.serviceId,
  } as const;
  for (const giveUpAt = performance.now() + longestFeedMs; ; await sleep(100)) {
    const sent = await cashier.send(order);
    if (sent.answer.ok || performance.now() > giveUpAt)
      return acceptedResult(sent) as { chargeId: string; amountMinor: number };
  }
}

async function done<Result>(client: EdgeClient, order: Order): Promise<Result> {
  return acceptedResult(await client.send(order)) as Result;
}

const given = ['Ana', 'Ben', 'Chen', 'Dina', 'Emil', 'Fatima', 'Goran', 'Hana', 'Ivo', 'Jun'];
const family = ['Abbas', 'Berg', 'Costa', 'Duval', 'Ek', 'Fischer', 'Gomez', 'Haddad', 'Ito', 'Jensen'];

export function aPatient(random: Random): PatientDetails {
  const pick = (names: readonly string[]): string => names[random.below(names.length)]!;
  const two = (value: number): string => String(value).padStart(2, '0');
  const birthDate = `${1930 + random.below(90)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  return { name: { given: pick(given), family: pick(family) }, birthDate };
}
