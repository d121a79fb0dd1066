// A past day under other rules, through the doors of an edge that lived it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { WhatIf } from '@foyer/contracts/what-if.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import { consultation, room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
let businessDay = '';
beforeAll(async () => {
  await edge.start();
  businessDay = (await edge.call('GET', '/api/v1/board', { token: tokens.supervisor })).body['businessDay'] as string;
});
afterAll(() => edge.end());

const byArrival = presetRules['by-arrival'];
const ask = (fields: object = {}, token: string = tokens.supervisor) =>
  edge.call('POST', '/api/v1/calling-rules/what-if', { token, body: { businessDay, rules: byArrival, ...fields } });
const comes = (more: object = {}) =>
  edge.result(tokens.reception, 'issue-ticket', { serviceId: consultation, ...more });

describe('a past day under other rules', () => {
  it('is read from the log, each class as it was and as two replays have it, and changes nothing', async () => {
    await comes();
    await comes({ priorityClass: 'priority' });
    await edge.result(tokens.nurse, 'open-service-point', { servicePointId: room1 });
    await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    const compared = (await ask({}, tokens.admin)).body as unknown as WhatIf;
    expect(compared).toMatchObject({ businessDay, all: { recorded: { called: 1, uncalled: 1 } } });
    expect(compared.classes).toMatchObject([
      { priorityClass: 'priority', recorded: { called: 1, uncalled: 0 }, inForce: { called: 1, uncalled: 0 } },
      { priorityClass: 'walk-in', recorded: { called: 0, uncalled: 1 }, changed: { called: 1, uncalled: 0 } },
    ]);
    expect((await edge.call('GET', '/api/v1/calling-rules', { token: tokens.nurse })).body).toMatchObject({
      rules: null,
    });
  });

  it('is not found where the log has nothing of it', async () => {
    for (const day of [addDays(businessDay, -1), addDays(businessDay, -500), addDays(businessDay, 1)]) {
      expect(await ask({ businessDay: day })).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
    }
  });

  it('is refused under rules by which nobody could call, for a day that no calendar has, and to who may set none', async () => {
    const usual = { ...byArrival.usual, shares: { priority: 0, booked: 1, 'walk-in': 1 } };
    expect(await ask({ rules: { ...byArrival, usual } })).toMatchObject({
      status: 409,
      body: {
        ok: false,
        refusal: {
          code: 'calling-rules-impossible',
          faults: [{ path: '/usual/shares/priority', code: 'share-of-zero' }],
        },
      },
    });
    expect((await ask({ businessDay: '2026-02-30' })).body).toMatchObject({ error: { path: '/businessDay' } });
    for (const token of [tokens.nurse, tokens.reception, tokens.auditor, tokens.kiosk]) {
      expect((await ask({}, token)).status).toBe(403);
    }
  });
});
