// What things without a screen were set up to do, through the writer and its tables.

import { describe, expect, it } from 'vitest';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { composeAudit } from './compose-audit.ts';
import { aThing, anId, EngineUnderTest, room1, room2 } from './testing/a-writer.ts';

const gateway = (changes: Partial<Extract<ThingSetUp, { kind: 'gateway' }>> = {}): ThingSetUp => ({
  kind: 'gateway',
  branch: 'zigbee2mqtt',
  profile: 'zigbee2mqtt',
  things: [{ id: anId(), name: 'button_3', title: 'Button in room 1', servicePointId: room1 }],
  ...changes,
});

describe('the set-up of a thing', () => {
  const setUpsOf = (clinic: EngineUnderTest) => clinic.reading((read) => read.thingSetUps());

  it('is what was set last, and is folded from the log alone', () => {
    const clinic = new EngineUnderTest().initialise();
    const [button, sign] = [aThing(clinic, 'button', room1), aThing(clinic, 'sign')];
    clinic.result('set-up-thing', { deviceId: button, setUp: { kind: 'button', presses: { double: 'nothing' } } });
    clinic.result('set-up-thing', { deviceId: button, setUp: { kind: 'button', presses: { double: 'recall' } } });
    clinic.result('set-up-thing', { deviceId: sign, setUp: { kind: 'sign', servicePointIds: [room1, room2] } });
    clinic.reopen();
    expect(setUpsOf(clinic).get(button)).toEqual({ kind: 'button', presses: { double: 'recall' } });
    expect(setUpsOf(clinic).get(sign)).toMatchObject({ servicePointIds: [room1, room2] });
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
    clinic.close();
  });

  it('is refused for what is no thing, and with the place of each fault', () => {
    const clinic = new EngineUnderTest().initialise();
    const answer = (deviceId: string, setUp: ThingSetUp) => clinic.send('set-up-thing', { deviceId, setUp });
    expect(answer(anId(), gateway())).toMatchObject({ refusal: { code: 'unknown-thing' } });
    expect(answer(aThing(clinic, 'display'), gateway())).toMatchObject({ refusal: { code: 'unknown-thing' } });
    expect(answer(aThing(clinic, 'gateway'), gateway({ branch: 'foyer' }))).toMatchObject({
      refusal: { code: 'thing-set-up-faulty', faults: [{ path: '/branch', code: 'branch-reserved' }] },
    });
    expect(setUpsOf(clinic).size).toBe(0);
    clinic.close();
  });

  it('gives no two gateways one branch, or one thing', () => {
    const clinic = new EngineUnderTest().initialise();
    const [one, other] = [aThing(clinic, 'gateway'), aThing(clinic, 'gateway')];
    const setUp = gateway();
    clinic.result('set-up-thing', { deviceId: one, setUp });
    expect(clinic.send('set-up-thing', { deviceId: other, setUp })).toMatchObject({
      refusal: {
        faults: [
          { path: '/branch', code: 'branch-taken' },
          { path: '/things/0/id', code: 'thing-twice' },
        ],
      },
    });
    clinic.result('set-up-thing', { deviceId: one, setUp });
    clinic.close();
  });

  it('is made by a supervisor or an administrator, and by nobody else', () => {
    const clinic = new EngineUnderTest().initialise();
    const staffId = anId();
    const nurse: Sender = { actor: `staff:${staffId}`, roles: ['nurse', 'reception', 'cashier'], staffId };
    const deviceId = aThing(clinic, 'gateway');
    expect(clinic.refusal('set-up-thing', { deviceId, setUp: gateway() }, nurse)).toBe('not-allowed');
    clinic.close();
  });
});
