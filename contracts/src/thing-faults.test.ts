import { describe, expect, it } from 'vitest';
import type { GatewayProfile } from './gateway-profile.ts';
import { thingFaults, type ThingPlace } from './thing-faults.ts';
import type { ThingSetUp } from './thing-set-up.ts';

const [room1, elsewhere, thing] = ['room-1', 'elsewhere', 'thing-1'];
const aPlace = (changes: Partial<ThingPlace> = {}): ThingPlace => ({
  role: 'gateway',
  servicePointId: null,
  servicePointIds: [room1],
  otherBranches: [],
  otherThings: [],
  ...changes,
});
type Gateway = Extract<ThingSetUp, { kind: 'gateway' }>;
const aGateway = (changes: Partial<Gateway> = {}): Gateway => ({
  kind: 'gateway',
  branch: 'zigbee2mqtt',
  profile: 'zigbee2mqtt',
  things: [{ id: thing, name: 'button_3', title: 'Button', servicePointId: room1 }],
  ...changes,
});
const messages = (...list: GatewayProfile['messages']): Gateway => aGateway({ profile: { messages: list } });
const battery = { at: '/battery', of: 100 };

describe('a set-up of a thing', () => {
  it('fits where it names what there is', () => {
    expect(thingFaults(aGateway(), aPlace())).toEqual([]);
    expect(thingFaults(aGateway({ profile: 'shelly-button', branch: 'shellies' }), aPlace())).toEqual([]);
    const button: ThingSetUp = { kind: 'button', presses: { double: 'finish-service' } };
    expect(thingFaults(button, aPlace({ role: 'button', servicePointId: room1 }))).toEqual([]);
  });

  it.each<[string, ThingSetUp, Partial<ThingPlace>, string, string]>([
    ['of another kind', { kind: 'sign' }, { role: 'button' }, '/kind', 'another-kind'],
    [
      'of a sign for a room of elsewhere',
      { kind: 'sign', servicePointIds: [room1, elsewhere] },
      { role: 'sign' },
      '/servicePointIds/1',
      'service-point-unknown',
    ],
    [
      'of a button at no room that is to call',
      { kind: 'button', presses: { single: 'request-help', double: 'call-next' } },
      { role: 'button' },
      '/presses/double',
      'needs-service-point',
    ],
    ['on our own branch', aGateway({ branch: 'foyer/v1' }), {}, '/branch', 'branch-reserved'],
    [
      'within another’s branch',
      aGateway({ branch: 'home/zigbee' }),
      { otherBranches: ['home'] },
      '/branch',
      'branch-taken',
    ],
    ['around another’s branch', aGateway({ branch: 'home' }), { otherBranches: ['home/z'] }, '/branch', 'branch-taken'],
    [
      'whose topic has no name',
      messages({ topic: 'state', battery }),
      {},
      '/profile/messages/0/topic',
      'topic-without-name',
    ],
    [
      'whose name is part of a level',
      messages({ topic: 'x{name}', battery }),
      {},
      '/profile/messages/0/topic',
      'topic-without-name',
    ],
    [
      'that reads one topic twice',
      messages({ topic: '{name}', battery }, { topic: '{name}', battery }),
      {},
      '/profile/messages/1/topic',
      'topic-twice',
    ],
    ['that reads nothing of it', messages({ topic: '{name}' }), {}, '/profile/messages/0', 'message-reads-nothing'],
    [
      'that knows no word for a press',
      messages({ topic: '{name}', press: { at: '/action', words: {} } }),
      {},
      '/profile/messages/0/press/words',
      'no-press-words',
    ],
    ['with a thing of another gateway', aGateway(), { otherThings: [thing] }, '/things/0/id', 'thing-twice'],
    [
      'with two of one name',
      aGateway({
        things: [
          { id: thing, name: 'a', title: 'A' },
          { id: 'thing-2', name: 'a', title: 'B' },
        ],
      }),
      {},
      '/things/1/name',
      'name-twice',
    ],
    [
      'with a thing in a room of elsewhere',
      aGateway({ things: [{ id: thing, name: 'a', title: 'A', servicePointId: elsewhere }] }),
      {},
      '/things/0/servicePointId',
      'service-point-unknown',
    ],
    [
      'with a thing at no room that is to call',
      aGateway({ things: [{ id: thing, name: 'a', title: 'A', presses: { single: 'recall' } }] }),
      {},
      '/things/0/presses/single',
      'needs-service-point',
    ],
  ])('%s is refused with its place', (_, setUp, place, path, code) => {
    expect(thingFaults(setUp, aPlace(place))).toEqual([{ path, code }]);
  });

  it('may lie beside a branch whose name begins alike', () => {
    expect(thingFaults(aGateway({ branch: 'zigbee2' }), aPlace({ otherBranches: ['zigbee'] }))).toEqual([]);
  });
});
