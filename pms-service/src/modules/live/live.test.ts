import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveReport } from '@foyer/contracts/live-report.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aPatientRegistered, aTicketIssued } from '../../testing/facts.ts';
import { roomOne, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { readClinicDay } from '../reporting/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { findClinicOfPage, readTicketPage, sendTicketCommand } from '../ticket-page/use-cases.ts';
import { takeLiveReport } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const publicId = (last: number) => `live${String(last).padStart(18, '0')}`;

function aReport(edge: TestEdge, seq: number, ahead = 4): LiveReport {
  return {
    at: edge.at,
    epoch: 1,
    seq,
    tickets: [
      {
        publicId: publicId(edge.rows.length + 1),
        issuedAt: edge.at,
        view: {
          id: edge.newId(),
          number: 'A099',
          state: 'waiting',
          ahead,
          asOf: edge.at,
          clinicName: 'Harbour Street',
        },
      },
    ],
    day: {
      businessDay: edge.businessDay,
      arrived: 40,
      arrivedWithoutBooking: 12,
      waiting: 7,
      waitingSince: edge.at - 10 * minuteMs,
      withStaff: 2,
      onHold: 0,
      served: 31,
      notHere: 0,
      rooms: [
        {
          servicePointId: roomOne,
          state: 'open',
          staffId: null,
          ticketNumber: 'A092',
          since: edge.at,
          room: { state: 'with-staff', since: edge.at },
        },
      ],
    },
  };
}
const dayOf = (edge: TestEdge) =>
  readClinicDay(centre.context, { networkId: centre.networkId, clinicId: null }, edge.clinicId);

/** An edge of whose backlog one row is here, and whose report is ahead of it. */
async function anEdgeBehind() {
  const edge = await centre.addEdge();
  edge.append(aTicketIssued(edge));
  await takeBatch(centre.context, edge.batch());
  const report = aReport(edge, 5);
  await takeLiveReport(centre.context, edge.clinicId, report);
  return { edge, report, page: report.tickets[0]!.publicId };
}

describe('what a clinic says of itself while its rows wait', () => {
  it('shows a patient’s page whose rows are not here, with its time, and takes what the page asks', async () => {
    const { edge, report, page } = await anEdgeBehind();
    expect(await findClinicOfPage(centre.context, page)).toBe(edge.clinicId);
    const view = await readTicketPage(centre.context, edge.clinicId, page);
    expect(view).toMatchObject({ number: 'A099', ahead: 4, asOf: centre.clock.now });
    expect(view).not.toHaveProperty('clinicUnheard');
    const ticketId = report.tickets[0]!.view.id;
    const command = { type: 'hold', commandId: edge.newId(), ticketId } as const;
    expect(await sendTicketCommand(centre.context, edge.clinicId, page, command)).toMatchObject({ pending: true });
  });

  it('shows the day as the clinic says, and as the rows say once they are here', async () => {
    const { edge } = await anEdgeBehind();
    expect(await dayOf(edge)).toMatchObject({
      arrived: 40,
      waiting: 7,
      longestWaitMinutes: 10,
      liveAsOf: centre.clock.now,
      rooms: [{ ticketNumber: 'A092', state: 'open' }],
    });
    for (let row = 0; row < 4; row += 1) edge.append(aTicketIssued(edge));
    await takeBatch(centre.context, edge.batch(2));
    const day = await dayOf(edge);
    expect(day).toMatchObject({ arrived: 5, waiting: 5 });
    expect(day).not.toHaveProperty('liveAsOf');
  });

  it('is replaced by a later report, and never by an earlier one that comes late', async () => {
    const { edge, page } = await anEdgeBehind();
    await takeLiveReport(centre.context, edge.clinicId, aReport(edge, 9, 1));
    await takeLiveReport(centre.context, edge.clinicId, aReport(edge, 7, 3));
    expect(await readTicketPage(centre.context, edge.clinicId, page)).toMatchObject({ ahead: 1 });
    await takeLiveReport(centre.context, edge.clinicId, { ...aReport(edge, 10), tickets: [] });
    expect(await readTicketPage(centre.context, edge.clinicId, page)).toBeUndefined();
  });

  it('says that the clinic is not heard once its report is old', async () => {
    const { edge, page } = await anEdgeBehind();
    centre.clock.now += minuteMs;
    expect(await readTicketPage(centre.context, edge.clinicId, page)).toMatchObject({ clinicUnheard: true });
  });

  it('is gone with an erasure until the clinic says how it is without that person', async () => {
    const { edge, page } = await anEdgeBehind();
    const { subjectId } = edge.append(aPatientRegistered(edge));
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: subjectId ?? '', ticketIds: [] } });
    await takeBatch(centre.context, edge.batch(2));
    expect(await readTicketPage(centre.context, edge.clinicId, page)).toBeUndefined();
  });
});
