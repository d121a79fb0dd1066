import { expect, it } from 'vitest';
import { fakeScanners } from './fake-reports.ts';
import { foundHid, modelOf, versionOf } from './found-hid.ts';
import { foundSerial } from './serial-lines.ts';

const pos = { ...fakeScanners['hid-pos'], path: '/dev/hidraw1', vendorId: 0x1234, productId: 1 };
const keyboard = { ...fakeScanners['hid-keyboard'], path: '/dev/hidraw2', vendorId: 0x046d, productId: 2 };

it('finds what is a scanner by its kind, and a keyboard only of a maker of scanners', () => {
  const ofMaker = { ...keyboard, path: '/dev/hidraw3', vendorId: 0x05e0, product: 'DS9308', release: 0x0142 };
  expect(foundHid([pos, keyboard, ofMaker])).toMatchObject([
    { id: 'hid:/dev/hidraw1', profile: 'hid-pos', vendorId: '1234' },
    { model: 'Zebra DS9308', firmware: '1.42', profile: 'hid-keyboard', vendorId: '05e0' },
  ]);
});

it('tells of a device of two parts once, by the one that says what was read', () => {
  const same = { vendorId: 0x05e0, productId: 7, serialNumber: 'S1' };
  expect(
    foundHid([
      { ...keyboard, ...same },
      { ...pos, ...same },
    ]),
  ).toMatchObject([{ profile: 'hid-pos' }]);
});

it('names the maker once, and reads a release in binary code', () => {
  expect(modelOf('Honeywell', 'Honeywell 1950')).toBe('Honeywell 1950');
  expect([versionOf(0x1004), versionOf(0x0100)]).toEqual(['10.04', '1.00']);
});

it('finds serial lines that sound like a scanner, and no modem', () => {
  const names = ['usb-Zebra_Technologies_DS9308-if00', 'usb-Sierra_Wireless_EM7455-if03'];
  expect(foundSerial(names, '/dev/serial/by-id')).toEqual([
    {
      id: 'serial:usb-Zebra_Technologies_DS9308-if00',
      model: 'Zebra Technologies DS9308',
      profile: 'serial',
      path: '/dev/serial/by-id/usb-Zebra_Technologies_DS9308-if00',
    },
  ]);
});
