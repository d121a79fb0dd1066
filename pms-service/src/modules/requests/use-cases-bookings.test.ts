import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { decodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatientRegistered } from '../../testing/facts.ts';
import { bloodService, generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { readFeed } from '../feed/use-cases.ts';
import { appointmentsBetween } from '../scheduling/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { listWorkItems } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;

/** An edge that knows one patient, and whose general service takes one at a time. */
async function aClinic(): Promise<{ readonly edge: TestEdge; readonly patientId: string }> {
  const edge = await centre.addEdge();
  await centre.context.withTenant({ clinicId: edge.clinicId }, (tx) =>
    sql`update clinics set configuration = jsonb_set(configuration, '{services,0,bookedAtOnce}', '1')
      where clinic_id = ${edge.clinicId}`.execute(tx),
  );
  return { edge, patientId: aPatient(edge) };
}
function aPatient(edge: TestEdge): string {
  const registered = aPatientRegistered(edge, { name: { family: `Haddad ${edge.rows.length}` } });
  edge.append(registered);
  return registered.body.patientId;
}
const at = () => centre.clock.now + hourMs;

function ask(edge: TestEdge, kind: string, about: Record<string, string | number>, requestId = edge.newId()): string {
  const texts = Object.fromEntries(Object.entries(about).map(([what, value]) => [what, String(value)]));
  edge.append({ type: 'v1.RequestRaised', body: { requestId, kind: `${kind}-appointment`, about: texts } });
  return requestId;
}
function book(edge: TestEdge, patientId: string, changes: Record<string, string | number> = {}) {
  const appointmentId = edge.newId();
  const about = { appointmentId, patientId, serviceId: generalService, at: at(), minutes: 20, ...changes };
  return { appointmentId, requestId: ask(edge, 'book', about) };
}
async function feedOf(edge: TestEdge, kind: string): Promise<readonly { id?: string; [key: string]: unknown }[]> {
  const { items } = await readFeed(centre.context, edge.clinicId, 0, 0, never);
  return items.filter((item) => item.kind === kind).map(({ body }) => body as { id?: string });
}
const heard = (edge: TestEdge, from?: number) => takeBatch(centre.context, edge.batch(from));
const booked = ({ clinicId }: TestEdge) =>
  centre.context.withTenant({ clinicId }, (tx) => appointmentsBetween(tx, clinicId, '2026-11-22', '2027-11-22'));

describe('a clinic’s booking', () => {
  it('is accepted as the appointment that the clinic named, and goes down before the answer', async () => {
    const { edge, patientId } = await aClinic();
    const { appointmentId, requestId } = book(edge, patientId);
    await heard(edge);
    const { items } = await readFeed(centre.context, edge.clinicId, 0, 0, never);
    expect(items.slice(-2).map(({ kind, id }) => [kind, id])).toEqual([
      ['appointment', appointmentId],
      ['request-answer', requestId],
    ]);
    expect(await feedOf(edge, 'request-answer')).toEqual([{ requestId, accepted: true }]);
  });

  it('is of the kind of meeting that was asked for', async () => {
    const { edge, patientId } = await aClinic();
    book(edge, patientId, { mode: 'video' });
    await heard(edge);
    expect(await feedOf(edge, 'appointment')).toMatchObject([{ mode: 'video' }]);
  });

  it('goes down however far ahead it is: the clinic waits for it', async () => {
    const { edge, patientId } = await aClinic();
    const { appointmentId } = book(edge, patientId, { at: at() + 60 * dayMs });
    await heard(edge);
    expect(await feedOf(edge, 'appointment')).toMatchObject([{ id: appointmentId, status: 'booked' }]);
  });

  it('is refused where the time is full, with the nearest free times, and a person is told', async () => {
    const { edge, patientId } = await aClinic();
    book(edge, aPatient(edge));
    const { requestId } = book(edge, patientId);
    await heard(edge);
    const [, refused] = await feedOf(edge, 'request-answer');
    const near = [at() - 45 * minuteMs, at() - 30 * minuteMs, at() + 30 * minuteMs];
    expect(refused).toEqual({ requestId, accepted: false, code: 'slot-full', freeTimes: near });
    const { clinicId } = edge;
    const items = await centre.context.withTenant({ clinicId }, (tx) => listWorkItems(tx, clinicId));
    expect(items).toMatchObject([{ code: 'slot-full', about: { requestId, kind: 'book-appointment' } }]);
  });

  it.each([
    ['for a patient whom nobody knows', { patientId: '01900000-0000-7000-8000-0000000000ff' }, 'unknown-patient'],
    ['for a service that is not offered', { serviceId: '01900000-0000-7000-8000-0000000000ff' }, 'unknown-service'],
    ['for a time that is over', { at: 1 }, 'appointment-time-over'],
    ['that does not say when', { at: 'soon' }, 'request-refused'],
    ['of no length', { minutes: 0 }, 'request-refused'],
  ])('is refused %s', async (_, changes, code) => {
    const { edge, patientId } = await aClinic();
    const { requestId } = book(edge, patientId, changes);
    await heard(edge);
    expect(await feedOf(edge, 'request-answer')).toMatchObject([{ requestId, accepted: false, code }]);
    expect(await booked(edge)).toEqual([]);
  });

  it('books once, however often and however late it is delivered', async () => {
    const { edge, patientId } = await aClinic();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ back: fc.nat(6), isAgain: fc.boolean(), minutes: fc.nat(90) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (deliveries) => {
          const before = (await booked(edge)).length;
          const slot = centre.clock.now + (before + 1) * dayMs;
          const first = edge.rows.length + 1;
          const { appointmentId, requestId } = book(edge, patientId, { at: slot });
          for (const { back, isAgain, minutes } of deliveries) {
            // Raised once more, as after a restored image; sent once more, as after a lost acknowledgement.
            const about = { appointmentId, patientId, serviceId: generalService, at: slot, minutes: 20 };
            if (isAgain) ask(edge, 'book', about, requestId);
            centre.clock.now += minutes;
            await heard(edge, Math.max(1, first - back));
          }
          const after = await booked(edge);
          expect(after.filter((one) => one.appointmentId === appointmentId)).toHaveLength(1);
          expect(after).toHaveLength(before + 1);
          const answers = await feedOf(edge, 'request-answer');
          expect(answers.filter((one) => one['requestId'] === requestId)).toEqual([{ requestId, accepted: true }]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a clinic’s move', () => {
  it('puts the appointment at its new time and service, with a code of the new day', async () => {
    const { edge, patientId } = await aClinic();
    const { appointmentId } = book(edge, patientId);
    const to = at() + dayMs;
    ask(edge, 'move', { appointmentId, at: to, serviceId: bloodService });
    await heard(edge);
    const [moved] = await booked(edge);
    expect(moved).toMatchObject({ at: to, serviceId: bloodService, minutes: 20, businessDay: '2026-11-24' });
    expect(decodeCheckInCode(moved?.checkInCode ?? '')).toMatchObject({ appointmentId, businessDay: '2026-11-24' });
    expect(await feedOf(edge, 'appointment')).toMatchObject([{ id: appointmentId, at: to }]);
  });

  it('is refused onto a time that is full; the appointment stays where it was', async () => {
    const { edge, patientId } = await aClinic();
    const { appointmentId } = book(edge, patientId);
    const to = at() + hourMs;
    book(edge, aPatient(edge), { at: to });
    const requestId = ask(edge, 'move', { appointmentId, at: to });
    await heard(edge);
    expect((await feedOf(edge, 'request-answer')).at(-1)).toMatchObject({ requestId, code: 'slot-full' });
    expect((await booked(edge)).find((one) => one.appointmentId === appointmentId)).toMatchObject({ at: at() });
  });
});

describe('a request that is withdrawn', () => {
  it('is left undone where the centre had not decided it', async () => {
    const { edge, patientId } = await aClinic();
    const { requestId } = book(edge, patientId);
    edge.append({ type: 'v1.RequestWithdrawn', body: { requestId } });
    await heard(edge);
    expect(await booked(edge)).toEqual([]);
  });

  it('is taken back where it had: a booking is cancelled, a move goes back, a cancelled one is booked again', async () => {
    const { edge, patientId } = await aClinic();
    const { appointmentId, requestId } = book(edge, patientId);
    await heard(edge);
    const place = { appointmentId, patientId, fromAt: at(), fromServiceId: generalService };
    const status = async () => (await booked(edge)).map((one) => [one.status, one.at])[0];
    const decide = async (id: string) => {
      const from = edge.rows.length;
      await heard(edge, from);
      const decided = await status();
      edge.append({ type: 'v1.RequestWithdrawn', body: { requestId: id } });
      await heard(edge, from + 1);
      return [decided, await status()];
    };
    const to = at() + 2 * hourMs;
    expect(await decide(ask(edge, 'move', { ...place, at: to }))).toEqual([
      ['booked', to],
      ['booked', at()],
    ]);
    expect(await decide(ask(edge, 'cancel', { appointmentId }))).toEqual([
      ['cancelled', at()],
      ['booked', at()],
    ]);
    edge.append({ type: 'v1.RequestWithdrawn', body: { requestId } });
    await heard(edge, edge.rows.length);
    expect(await status()).toEqual(['cancelled', at()]);
  });

  it('is told to a person where it cannot be taken back', async () => {
    const { edge, patientId } = await aClinic();
    const { appointmentId } = book(edge, patientId);
    const requestId = ask(edge, 'cancel', { appointmentId });
    await heard(edge);
    book(edge, aPatient(edge));
    edge.append({ type: 'v1.RequestWithdrawn', body: { requestId } });
    await heard(edge, 3);
    const { clinicId } = edge;
    const items = await centre.context.withTenant({ clinicId }, (tx) => listWorkItems(tx, clinicId));
    expect(items).toMatchObject([{ kind: 'withdrawal-refused', code: 'slot-full', about: { requestId } }]);
  });
});

describe('a clinic that moved an appointment while the schedule was its own', () => {
  it('has it at the new time once the centre takes over', async () => {
    const { edge, patientId } = await aClinic();
    const appointmentId = edge.newId();
    const place = { appointmentId, patientId, serviceId: generalService };
    edge.append({ type: 'v1.AppointmentAdded', body: { ...place, appointmentAt: at(), minutes: 20 } });
    edge.append({ type: 'v1.AppointmentMoved', body: { ...place, appointmentAt: at() + hourMs } });
    await heard(edge);
    expect(await booked(edge)).toMatchObject([{ appointmentId, at: at() + hourMs, minutes: 20 }]);
  });
});
