import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Holder, mayPublish, maySubscribe } from './acl.ts';

const branch = 'foyer/v1/clinic/thing-1';
const aHolder = (changes: Partial<Holder> = {}): Holder => ({
  clinicId: 'clinic',
  deviceId: 'thing-1',
  role: 'button',
  ...changes,
});
const gateway = aHolder({ role: 'gateway', gatewayBranch: 'home/zigbee' });

describe('a thing', () => {
  it.each([
    ['button', 'event', true],
    ['button', 'state', true],
    ['button', 'command', false],
    ['button', 'config', false],
    ['sign', 'state', true],
    ['sign', 'event', false],
    ['gateway', 'event', false],
  ] as const)('that is a %s and says its %s: %s', (role, leaf, may) => {
    expect(mayPublish(aHolder({ role }), `${branch}/${leaf}`)).toBe(may);
  });

  it('hears its own branch alone, whatever wildcard it asks with', () => {
    for (const filter of [`${branch}/command`, `${branch}/+`, `${branch}/#`]) {
      expect(maySubscribe(aHolder(), filter)).toBe(true);
    }
    for (const filter of [
      '#',
      '+/#',
      'foyer/v1/clinic/+/command',
      `${branch}`,
      `${branch}/command/x`,
      `${branch}2/state`,
    ]) {
      expect(maySubscribe(aHolder(), filter)).toBe(false);
    }
  });
});

describe('a gateway', () => {
  it('says and hears what is below the branch that it was set up with', () => {
    expect(mayPublish(gateway, 'home/zigbee/button_3')).toBe(true);
    expect(maySubscribe(gateway, 'home/zigbee/#')).toBe(true);
    expect(maySubscribe(gateway, 'home/zigbee/+/set')).toBe(true);
  });

  it('is nobody beside it, and nobody else is there', () => {
    for (const topic of ['home/zigbee2/x', 'home', 'home/other', 'foyer/v1/clinic/thing-2/state']) {
      expect(mayPublish(gateway, topic)).toBe(false);
    }
    for (const filter of ['home/+/x', 'home/#', 'home/zigbee#']) expect(maySubscribe(gateway, filter)).toBe(false);
    expect(mayPublish(aHolder(), 'home/zigbee/button_3')).toBe(false);
  });
});

it('never lets a thing say what is not below its own branch, or with a wildcard', () => {
  const level = fc.constantFrom('foyer', 'v1', 'clinic', 'thing-1', 'thing-2', 'state', 'home', 'zigbee', '+', '#', '');
  fc.assert(
    fc.property(fc.array(level, { maxLength: 6 }), (levels) => {
      const topic = levels.join('/');
      for (const holder of [aHolder(), aHolder({ role: 'sign' }), gateway]) {
        if (!mayPublish(holder, topic)) continue;
        expect(topic).not.toMatch(/[+#]/);
        const own = topic.startsWith(`${branch}/`) || `${topic}/`.startsWith(`${holder.gatewayBranch ?? branch}/`);
        expect(own).toBe(true);
      }
    }),
  );
});
