import { describe, expect, it } from 'vitest';
import type { GatewaySetUp } from '@foyer/contracts/thing-set-up.ts';
import { isComplete, thingDraft, withAct, withRoom, withSetting, withThing } from './thing-draft.ts';

const gateway: GatewaySetUp = {
  kind: 'gateway',
  branch: 'zigbee2mqtt',
  profile: 'zigbee2mqtt',
  things: [{ id: 'thing-1', name: 'button_1', title: 'Window', servicePointId: 'room-1' }],
};

describe('the draft of a thing', () => {
  it('is what was set up, unless that was for another kind', () => {
    expect(thingDraft('gateway', gateway)).toBe(gateway);
    expect(thingDraft('sign', gateway)).toEqual({ kind: 'sign' });
    expect(thingDraft('button', undefined)).toEqual({ kind: 'button', presses: {} });
  });

  it('keeps the other presses and settings of a button', () => {
    const once = withAct(thingDraft('button', undefined), 'single', 'recall');
    const twice = withSetting(withAct(once, 'long', 'nothing'), 'beepVolume', 3);
    expect(twice).toEqual({
      kind: 'button',
      presses: { single: 'recall', long: 'nothing' },
      settings: { beepVolume: 3 },
    });
  });

  it('of a sign names the rooms that are chosen, and none where none is', () => {
    const two = withRoom(withRoom({ kind: 'sign' }, 'room-1', true), 'room-2', true);
    expect(two).toEqual({ kind: 'sign', servicePointIds: ['room-1', 'room-2'] });
    expect(withRoom(withRoom(two, 'room-1', false), 'room-2', false)).toEqual({ kind: 'sign' });
  });

  it('of a gateway is complete once everything behind it has its two names', () => {
    expect(isComplete(gateway)).toBe(true);
    expect(isComplete(withThing(gateway, 0, { title: '' }))).toBe(false);
    expect(withThing(gateway, 0, { servicePointId: '' }).things).toEqual([
      { id: 'thing-1', name: 'button_1', title: 'Window' },
    ]);
  });
});
