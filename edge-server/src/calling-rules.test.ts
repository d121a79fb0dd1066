// The rules of calling through the doors of an edge that serves, and through a restart of it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { CallingPreview, CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { Explanation } from '@foyer/contracts/explanation.ts';
import { dataFiles } from './config/data-files.ts';
import { consultation, laboratory, room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';
import { composeAudit } from './writer/compose-audit.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const byArrival = presetRules['by-arrival'];
const inTurn: CallingRules = {
  ...byArrival,
  usual: { conditions: [], order: 'by-class', shares: { priority: 1, booked: 1, 'walk-in': 1 } },
};
const impossible: CallingRules = {
  ...byArrival,
  usual: { ...byArrival.usual, shares: { priority: 0, booked: 1, 'walk-in': 1 } },
};
const faults = [{ path: '/usual/shares/priority', code: 'share-of-zero' }];

async function comes(priorityClass?: 'priority'): Promise<string> {
  const fields = { serviceId: consultation, ...(priorityClass === undefined ? {} : { priorityClass }) };
  const { ticket } = await edge.result(tokens.reception, 'issue-ticket', fields);
  return ticket!['id']!;
}
async function calledNext(): Promise<string> {
  const { ticket } = await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
  await edge.result(tokens.nurse, 'mark-not-answered', { ticketId: ticket!['id']! });
  return ticket!['id']!;
}
async function why(ticketId: string): Promise<Explanation> {
  const { body } = await edge.call('GET', `/api/v1/tickets/${ticketId}/why`, { token: tokens.nurse });
  return body as unknown as Explanation;
}
const preview = (rules: unknown, token: string = tokens.supervisor) =>
  edge.call('POST', '/api/v1/calling-rules/preview', { token, body: { rules } });
const rulesNow = async () => (await edge.call('GET', '/api/v1/calling-rules', { token: tokens.nurse })).body;

let first: string;
let urgent: string;
let alarmed: string;

describe('the rules of calling', () => {
  it('are none until somebody sets them', async () => {
    await edge.result(tokens.nurse, 'open-service-point', { servicePointId: room1 });
    expect(await rulesNow()).toEqual({ revision: 0, rules: null });
  });

  it('are previewed over the queue of this moment, by who may set them', async () => {
    first = await comes();
    urgent = await comes('priority');
    const { status, body } = await preview(byArrival);
    const { points } = body as unknown as CallingPreview;
    expect(status).toBe(200);
    expect(points[0]).toMatchObject({
      servicePointId: room1,
      now: [{ ticketId: urgent }, { ticketId: first }],
      changed: [{ ticketId: first }, { ticketId: urgent }],
      moves: [
        { ticketId: first, by: 1 },
        { ticketId: urgent, by: -1 },
      ],
    });
    for (const token of [tokens.nurse, tokens.reception, tokens.kiosk]) {
      expect((await preview(byArrival, token)).status).toBe(403);
      expect((await edge.command(token, 'set-calling-rules', { rules: byArrival })).status).toBe(403);
    }
  });

  it('are refused with the path of each field by which nobody could call, previewed or set', async () => {
    const refusal = { code: 'calling-rules-impossible', faults };
    expect(await preview(impossible)).toMatchObject({ status: 409, body: { ok: false, refusal } });
    expect((await edge.command(tokens.admin, 'set-calling-rules', { rules: impossible })).body).toMatchObject({
      refusal,
    });
    expect((await preview({ ...byArrival, x: 1 })).body).toMatchObject({ error: { path: '/rules/x' } });
    expect(await rulesNow()).toEqual({ revision: 0, rules: null });
  });

  it('are in force from the next call on, and through a restart', async () => {
    expect(await edge.result(tokens.admin, 'set-calling-rules', { rules: byArrival })).toEqual({ revision: 1 });
    expect(await rulesNow()).toMatchObject({ revision: 1, rules: byArrival });
    expect(await why(urgent)).toMatchObject({
      rule: 'calling-rules',
      position: 2,
      before: [{ ticketId: first, because: 'order' }],
      points: [{ servicePointId: room1, reason: { rule: 'order', order: 'by-arrival' } }],
      claim: { revision: 1, priorityClass: 'priority' },
    });
    await edge.restart();
    expect(await calledNext()).toBe(first);
  });

  it('share the calls of a room on through a restart', async () => {
    await edge.result(tokens.supervisor, 'set-calling-rules', { rules: inTurn });
    await comes();
    const another = await comes('priority');
    expect(await calledNext()).toBe(urgent);
    await edge.restart();
    const walkIn = await calledNext();
    expect(walkIn).not.toBe(another);
    expect((await why(walkIn)).call).toMatchObject({
      chosenBy: { revision: 2, rule: 'share', priorityClass: 'walk-in' },
      reason: { rule: 'share', priorityClass: 'walk-in', share: 1, of: 3 },
    });
  });

  it('explain a call by the rules of its time, worked out anew from the log', async () => {
    const { ticket } = await edge.result(tokens.supervisor, 'call-next', { servicePointId: room1 });
    const ticketId = ticket!['id']!;
    await edge.result(tokens.nurse, 'mark-not-answered', { ticketId });
    const waiting = await comes();
    const alarm = await comes('priority');
    await edge.result(tokens.reception, 'set-priority', {
      ticketId: alarm,
      priorityClass: 'emergency',
      reason: 'chest pain',
    });
    const { ticket: called } = await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    expect(called!['id']).toBe(alarm);
    alarmed = alarm;
    await edge.result(tokens.supervisor, 'set-calling-rules', { rules: null });
    expect((await why(alarm)).call).toMatchObject({
      servicePointId: room1,
      chosenBy: { revision: 2, rule: 'emergency', priorityClass: 'emergency' },
      waitedMinutes: 0,
      passedOver: [{ ticketId: waiting, because: 'emergency', waitedMinutes: 0 }],
    });
    expect(await why(waiting)).not.toHaveProperty('call');
  });

  it('explain a call by the set-up of its time, also once its room serves something else', async () => {
    await edge.result(tokens.supervisor, 'set-calling-rules', { rules: byArrival });
    await edge.result(tokens.nurse, 'finish-service', { servicePointId: room1, ticketId: alarmed });
    await comes();
    const called = await calledNext();
    const before = (await why(called)).call;
    expect(before).toMatchObject({ chosenBy: { rule: 'order' } });
    const { body } = await edge.call('GET', '/api/v1/clinic', { token: tokens.admin });
    const { version, document } = body as unknown as ClinicAsSetUp;
    const servicePoints = document.servicePoints.map((room) => ({
      ...room,
      serviceIds: room.id === room1 ? [laboratory] : [...new Set([...room.serviceIds, consultation])],
    }));
    await edge.result(tokens.admin, 'change-clinic', { version, changes: { servicePoints } as never });
    expect((await why(called)).call).toEqual(before);
    await edge.restart();
    expect((await why(called)).call).toEqual(before);
  });

  it('are found the same by a rebuild of the log', async () => {
    await edge.stop();
    const { database: databasePath, clinicKey: clinicKeyPath } = dataFiles(edge.config.dataDir);
    const audit = composeAudit({ databasePath, clinicKeyPath });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
