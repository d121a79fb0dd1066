import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { readFeed } from '../feed/use-cases.ts';
import { registerPatients } from '../registration/use-cases.ts';
import { bookAppointments, findAppointments, publishDueSchedule, setStaff } from '../scheduling/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { askEdge, listWorkItems, resolveWorkItem } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

async function feedOf(edge: TestEdge, kind: string): Promise<unknown[]> {
  const page = await readFeed(centre.context, edge.clinicId, 0, 0, new AbortController().signal);
  return page.items.filter((item) => item.kind === kind).map((item) => item.body);
}

function workItems(edge: TestEdge) {
  return centre.context.withTenant({ clinicId: edge.clinicId }, (tx) => listWorkItems(tx, edge.clinicId));
}

describe('what a clinic asks of the centre', () => {
  it('is accepted where the centre can do it: an appointment is cancelled', async () => {
    const edge = await centre.addEdge();
    const { clinicId } = edge;
    const [patientId, appointmentId, requestId] = [edge.newId(), edge.newId(), edge.newId()];
    await centre.context.withTenant({ clinicId }, (tx) =>
      registerPatients(centre.context, tx, clinicId, [{ patientId, details: {} }]),
    );
    const at = centre.clock.now + hourMs;
    const request = { appointmentId, patientId, serviceId: generalService, at, minutes: 15 };
    await bookAppointments(centre.context, clinicId, [request]);
    edge.append({
      type: 'v1.RequestRaised',
      body: { requestId, kind: 'cancel-appointment', about: { appointmentId } },
    });
    await takeBatch(centre.context, edge.batch());
    expect(await feedOf(edge, 'request-answer')).toEqual([{ requestId, accepted: true }]);
    const [held] = await centre.context.withTenant({ clinicId }, (tx) =>
      findAppointments(tx, clinicId, [appointmentId]),
    );
    expect(held?.status).toBe('cancelled');
    expect(await workItems(edge)).toEqual([]);
  });

  it('is accepted where the centre takes a patient’s new details over', async () => {
    const edge = await centre.addEdge();
    const { clinicId } = edge;
    const [patientId, requestId] = [edge.newId(), edge.newId()];
    await centre.context.withTenant({ clinicId }, (tx) =>
      registerPatients(centre.context, tx, clinicId, [{ patientId, details: {} }]),
    );
    edge.append({ type: 'v1.RequestRaised', body: { requestId, kind: 'update-patient', about: { patientId } } });
    await takeBatch(centre.context, edge.batch());
    expect(await feedOf(edge, 'request-answer')).toEqual([{ requestId, accepted: true }]);
  });

  it('is accepted where somebody was admitted at the clinic: the roster has them, without a PIN of its own', async () => {
    const edge = await centre.addEdge();
    const staffId = edge.newId();
    const about = { staffId, roles: 'nurse,reception', until: '2026-11-24' };
    const ask = (kind: string, more: object = {}): string => {
      const requestId = edge.newId();
      edge.append({ type: 'v1.RequestRaised', body: { requestId, kind, about: { ...about, ...more } }, ...sealed });
      return requestId;
    };
    const sealed = { subjectId: staffId, sealed: { staffName: 'Dr Lim' } };
    const first = ask('staff-admission');
    const reset = ask('pin-reset');
    const again = ask('staff-admission', { staffId: edge.newId() });
    const asAdmin = ask('staff-admission', { staffId: edge.newId(), roles: 'admin' });
    await takeBatch(centre.context, edge.batch());
    expect(await feedOf(edge, 'staff')).toEqual([
      { id: staffId, name: 'Dr Lim', roles: ['nurse', 'reception'], pinHash: '', active: true, until: '2026-11-24' },
    ]);
    const answers = await feedOf(edge, 'request-answer');
    expect(answers).toEqual([
      { requestId: first, accepted: true },
      { requestId: reset, accepted: true },
      { requestId: again, accepted: false, code: 'staff-name-taken' },
      { requestId: asAdmin, accepted: false, code: 'request-refused' },
    ]);
    expect(await workItems(edge)).toHaveLength(2);
  });

  it('ends by itself after the last day of whom a clinic admitted, and for nobody else', async () => {
    const edge = await centre.addEdge();
    const { clinicId } = edge;
    const [staffId, colleague] = [edge.newId(), edge.newId()];
    await centre.context.withTenant({ clinicId }, (tx) =>
      setStaff(tx, clinicId, [{ staffId: colleague, name: 'Ana', roles: ['nurse'], pinHash: '-', active: true }]),
    );
    const about = { staffId, roles: 'nurse', until: '2026-11-24' };
    const sealed = { subjectId: staffId, sealed: { staffName: 'Dr Lim' } };
    edge.append({
      type: 'v1.RequestRaised',
      body: { requestId: edge.newId(), kind: 'staff-admission', about },
      ...sealed,
    });
    await takeBatch(centre.context, edge.batch());
    const began = centre.clock.now;
    const active = async () => {
      await publishDueSchedule(centre.context, clinicId);
      const staff = (await feedOf(edge, 'staff')) as { id: string; active: boolean }[];
      return Object.fromEntries(staff.map((member) => [member.id, member.active]));
    };
    centre.clock.now = began + dayMs;
    expect(await active()).toEqual({ [colleague]: true, [staffId]: true });
    centre.clock.now = began + 2 * dayMs;
    expect(await active()).toEqual({ [colleague]: true, [staffId]: false });
    centre.clock.now = began;
  });

  it.each([
    ['about a PIN of nobody', 'pin-reset', { staffId: '01900000-0000-7000-8000-000000000003' }, 'unknown-staff'],
    ['of a kind that it does not know', 'paint-ticket', {}, 'request-refused'],
    [
      'about an appointment that is not there',
      'cancel-appointment',
      { appointmentId: '01900000-0000-7000-8000-000000000001' },
      'unknown-appointment',
    ],
    [
      'about a patient that is not there',
      'update-patient',
      { patientId: '01900000-0000-7000-8000-000000000002' },
      'unknown-patient',
    ],
  ])('is refused %s, and a person is told', async (_, kind, about, code) => {
    const edge = await centre.addEdge();
    const requestId = edge.newId();
    edge.append({
      type: 'v1.RequestRaised',
      body: { requestId, kind, about: about as Record<string, string> },
    });
    await takeBatch(centre.context, edge.batch());
    expect(await feedOf(edge, 'request-answer')).toEqual([{ requestId, accepted: false, code }]);
    const [item] = await workItems(edge);
    expect(item).toMatchObject({ kind: 'request-refused', code, about: { requestId, kind } });
    const { clinicId } = edge;
    const resolve = (): Promise<boolean> =>
      centre.context.withTenant({ clinicId }, (tx) => resolveWorkItem(centre.context, tx, clinicId, item?.id ?? ''));
    expect([await resolve(), await resolve()]).toEqual([true, false]);
    expect(await workItems(edge)).toEqual([]);
  });
});

describe('what the centre asks of a clinic', () => {
  it('stays in the feed until it is answered; a refusal is told to a person', async () => {
    const edge = await centre.addEdge();
    const { clinicId } = edge;
    const request = {
      requestId: edge.newId(),
      kind: 'ticket-command',
      body: { a: 1, b: { c: 2 } },
    };
    const ask = (asked: typeof request) =>
      centre.context.withTenant({ clinicId }, (tx) => askEdge(centre.context, tx, clinicId, asked));
    expect(await ask(request)).toEqual({ ok: true });
    expect(await ask({ ...request, body: { b: { c: 2 }, a: 1 } })).toEqual({ ok: true });
    expect(await ask({ ...request, body: { a: 2, b: { c: 2 } } })).toMatchObject({
      refusal: { code: 'command-id-reused' },
    });
    expect(await feedOf(edge, 'request')).toEqual([request]);

    const { requestId } = request;
    edge.append({
      type: 'v1.RequestAnswered',
      body: { requestId, accepted: false, code: 'wrong-state' },
    });
    await takeBatch(centre.context, edge.batch());
    expect(await feedOf(edge, 'request')).toEqual([null]);
    expect(await workItems(edge)).toMatchObject([{ kind: 'request-refused', code: 'wrong-state' }]);
  });
});
