// What displays show, through the writer and its tables.

import { describe, expect, it } from 'vitest';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { composeAudit } from './compose-audit.ts';
import {
  aConfiguration,
  aDisplay,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  laboratory,
  room1,
  room2,
} from './testing/a-writer.ts';

describe('the layout of a display', () => {
  const layoutsOf = (clinic: EngineUnderTest) => clinic.reading((read) => read.displayLayouts());
  const forRooms: DisplayLayout = { ...usualLayout, scope: { servicePointIds: [room1, room2] }, recentCalls: 0 };

  it('is what was set last, of each display its own, and is there after a start', () => {
    const clinic = new EngineUnderTest().initialise();
    const [one, other] = [aDisplay(clinic), aDisplay(clinic)];
    clinic.result('set-display-layout', { deviceId: one, layout: usualLayout });
    clinic.result('set-display-layout', { deviceId: one, layout: forRooms });
    clinic.result('set-display-layout', { deviceId: other, layout: { ...usualLayout, names: 'masked' } });
    clinic.reopen();
    expect(layoutsOf(clinic).get(one)).toEqual(forRooms);
    expect(layoutsOf(clinic).get(other)?.names).toBe('masked');
    clinic.close();
  });

  it('is folded from the log alone', () => {
    const clinic = new EngineUnderTest().initialise();
    const deviceId = aDisplay(clinic);
    for (const layout of [usualLayout, forRooms]) clinic.result('set-display-layout', { deviceId, layout });
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
    clinic.close();
  });

  it('names what the clinic still has once a room or a service is taken away, here or by a centre', () => {
    const clinic = new EngineUnderTest().initialise();
    const [hall, sign, whole] = [aDisplay(clinic), aDisplay(clinic), aDisplay(clinic)];
    const signOfTwo = { ...usualLayout, scope: { servicePointIds: [room2] } };
    clinic.result('set-display-layout', { deviceId: hall, layout: { ...forRooms, waits: [consultation, laboratory] } });
    clinic.result('set-display-layout', { deviceId: sign, layout: signOfTwo });
    clinic.result('set-display-layout', { deviceId: whole, layout: usualLayout });
    const servicePoints = [{ id: room1, name: { en: 'Room 1' }, serviceIds: [consultation, laboratory] }];
    clinic.result('change-clinic', { version: 1, changes: { servicePoints } });
    expect(layoutsOf(clinic).get(hall)).toMatchObject({ scope: { servicePointIds: [room1] } });
    expect(layoutsOf(clinic).get(sign)).toEqual(signOfTwo);
    expect(layoutsOf(clinic).get(whole)).toEqual(usualLayout);
    const services = aConfiguration().services.filter(({ id }) => id === consultation);
    const rooms = [{ ...servicePoints[0]!, serviceIds: [consultation] }];
    clinic.result('change-clinic', { version: 2, changes: { services, servicePoints: rooms } });
    expect(layoutsOf(clinic).get(hall)?.waits).toEqual([consultation]);
    clinic.close();
  });

  it('follows the feed of a centre that takes a room away', () => {
    const clinic = new EngineUnderTest().initialise();
    const deviceId = aDisplay(clinic);
    clinic.result('set-display-layout', { deviceId, layout: forRooms });
    const body = aConfiguration({
      servicePoints: [{ id: room2, name: { en: 'Room 2' }, serviceIds: [consultation, laboratory] }],
    });
    const item = { number: 1, kind: 'configuration', id: clinicId, body } as const;
    const page = { version: 1 as const, serverTime: clinic.clock.wall(), items: [item], next: 1 };
    clinic.perform({ kind: 'feed', page });
    expect(layoutsOf(clinic).get(deviceId)?.scope).toEqual({ servicePointIds: [room2] });
    clinic.close();
  });

  it('is refused for what is no display, and for rooms and services of elsewhere, whose place it names', () => {
    const clinic = new EngineUnderTest().initialise();
    const deviceId = aDisplay(clinic);
    const answer = (id: string, scope: DisplayLayout['scope']) =>
      clinic.send('set-display-layout', { deviceId: id, layout: { ...usualLayout, scope } });
    expect(answer(anId(), {})).toMatchObject({ refusal: { code: 'unknown-display' } });
    expect(answer(deviceId, { servicePointIds: [room1, anId()] })).toMatchObject({
      refusal: { code: 'unknown-service-point', path: '/layout/scope/servicePointIds/1' },
    });
    expect(answer(deviceId, { serviceIds: [anId(), consultation] })).toMatchObject({
      refusal: { code: 'unknown-service', path: '/layout/scope/serviceIds/0' },
    });
    const telling = { ...usualLayout, waits: [consultation, anId()] };
    expect(clinic.send('set-display-layout', { deviceId, layout: telling })).toMatchObject({
      refusal: { code: 'unknown-service', path: '/layout/waits/1' },
    });
    expect(layoutsOf(clinic).size).toBe(0);
    clinic.close();
  });

  it('is set by a supervisor or an administrator, and by nobody else', () => {
    const clinic = new EngineUnderTest().initialise();
    const deviceId = aDisplay(clinic);
    const staffId = anId();
    const nurse: Sender = { actor: `staff:${staffId}`, roles: ['nurse', 'reception', 'cashier'], staffId };
    expect(clinic.refusal('set-display-layout', { deviceId, layout: usualLayout }, nurse)).toBe('not-allowed');
    clinic.close();
  });
});
