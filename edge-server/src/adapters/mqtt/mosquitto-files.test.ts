import { expect, it } from 'vitest';
import type { Holder } from './acl.ts';
import { aclFile, passwordFile } from './mosquitto-files.ts';

const clinicId = 'clinic';
const sign: Holder = { clinicId, deviceId: 'sign-1', role: 'sign' };
const gateway: Holder = { clinicId, deviceId: 'gate-1', role: 'gateway', gatewayBranch: 'home/zigbee' };

it('gives each thing its own topics and a gateway its branch, and the edge what it hears and tells', () => {
  expect(aclFile({ clinicId, holders: [sign, gateway] })).toBe(
    [
      'user edge',
      'topic readwrite foyer/v1/clinic/#',
      'topic read $SYS/broker/log/E',
      'topic read home/zigbee/#',
      '',
      'user sign-1',
      'topic write foyer/v1/clinic/sign-1/state',
      'topic read foyer/v1/clinic/sign-1/state',
      'topic read foyer/v1/clinic/sign-1/event',
      'topic read foyer/v1/clinic/sign-1/command',
      'topic read foyer/v1/clinic/sign-1/config',
      'topic read foyer/v1/clinic/sign-1/credential',
      '',
      'user gate-1',
      'topic write foyer/v1/clinic/gate-1/state',
      'topic read foyer/v1/clinic/gate-1/state',
      'topic read foyer/v1/clinic/gate-1/event',
      'topic read foyer/v1/clinic/gate-1/command',
      'topic read foyer/v1/clinic/gate-1/config',
      'topic read foyer/v1/clinic/gate-1/credential',
      'topic readwrite home/zigbee/#',
      '',
    ].join('\n'),
  );
});

it('lets one whose password has expired say its state and hear its next password alone', () => {
  const lines = aclFile({ clinicId, holders: [{ ...sign, onlyRenews: true }] }).split('\n\n')[1];
  expect(lines).toBe(
    'user sign-1\ntopic write foyer/v1/clinic/sign-1/state\ntopic read foyer/v1/clinic/sign-1/credential\n',
  );
});

it('has a line for each password', () => {
  expect(
    passwordFile(
      new Map([
        ['edge', '$7$a'],
        ['sign-1', '$7$b'],
      ]),
    ),
  ).toBe('edge:$7$a\nsign-1:$7$b\n');
});
