import { describe, expect, it } from 'vitest';
import type { GatewaySetUp } from '@foyer/contracts/thing-set-up.ts';
import { readGatewayMessage } from './gateway-message.ts';

const thing = { id: 'thing-1', name: 'button_3', title: 'Button in room 3' };
const zigbee: GatewaySetUp = { kind: 'gateway', branch: 'zigbee2mqtt', profile: 'zigbee2mqtt', things: [thing] };
const shelly: GatewaySetUp = { kind: 'gateway', branch: 'shellies', profile: 'shelly-button', things: [thing] };
const read = (setUp: GatewaySetUp, topic: string, payload: unknown) =>
  readGatewayMessage(setUp, topic, Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)));

describe('a message of zigbee2mqtt', () => {
  it('is a press, with the battery and the link of its button', () => {
    const said = { action: 'hold', battery: 90, linkquality: 51, update: { installed_version: 12 } };
    expect(read(zigbee, 'zigbee2mqtt/button_3', said)).toEqual({
      thing,
      press: { kind: 'long', id: undefined },
      report: { batteryPercent: 90, linkPercent: 20, firmware: '12' },
      present: true,
    });
  });

  it('is no press where it says none, or a word that the profile does not know', () => {
    for (const action of ['', null, 'release', 'constructor']) {
      expect(read(zigbee, 'zigbee2mqtt/button_3', { action })?.press).toBeUndefined();
    }
  });

  it('says that a button is away', () => {
    expect(read(zigbee, 'zigbee2mqtt/button_3/availability', { state: 'offline' })?.present).toBe(false);
    expect(read(zigbee, 'zigbee2mqtt/button_3/availability', { state: 'online' })?.present).toBe(true);
  });

  it('is nothing to us of what nobody set up, and of the bridge itself', () => {
    expect(read(zigbee, 'zigbee2mqtt/lamp', { action: 'single' })).toBeUndefined();
    expect(read(zigbee, 'zigbee2mqtt/bridge/state', { state: 'online' })).toBeUndefined();
  });

  it('says nothing by what is no number, or out of range', () => {
    expect(read(zigbee, 'zigbee2mqtt/button_3', { battery: 'full', linkquality: 300 })?.report).toEqual({});
    expect(read(zigbee, 'zigbee2mqtt/button_3', 'not json')?.report).toEqual({});
  });
});

describe('a message of a Shelly button', () => {
  it('is a press that is counted', () => {
    expect(read(shelly, 'shellies/button_3/input_event/0', { event: 'SS', event_cnt: 7 })?.press).toEqual({
      kind: 'double',
      id: '7',
    });
  });

  it('is a bare number or word', () => {
    expect(read(shelly, 'shellies/button_3/sensor/battery', '87')?.report).toEqual({ batteryPercent: 87 });
    expect(read(shelly, 'shellies/button_3/online', 'false')?.present).toBe(false);
  });
});

it('reads a gateway of another make by its own profile', () => {
  const profile = {
    messages: [{ topic: 'tele/{name}/SENSOR', press: { at: '/Button/0/a~1b', words: { '2': 'double' as const } } }],
  };
  const setUp: GatewaySetUp = { ...zigbee, branch: 'site/one', profile };
  expect(read(setUp, 'site/one/tele/button_3/SENSOR', { Button: [{ 'a/b': '2' }] })?.press?.kind).toBe('double');
});
