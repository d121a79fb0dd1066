import { describe, expect, it } from 'vitest';
import { printersFaults } from './printers-faults.ts';
import { scannersFaults } from './scanners-faults.ts';
import type { ScannerSetUp } from './scanners-set-up.ts';

const door = { id: 'door', name: 'Door', address: 'tcp://192.168.1.50:9100', backup: 'desk' };
const desk = { id: 'desk', name: 'Desk', address: 'cups:desk' };

describe('the printers of a clinic', () => {
  it('fit as its machine was started, with none, and with each other', () => {
    for (const set of [null, { printers: [] }, { printers: [door, desk], desk: 'desk', kiosks: { k1: 'door' } }]) {
      expect(printersFaults(set)).toEqual([]);
    }
  });

  it.each([
    ['the same name', [door, { ...desk, name: 'Door ' }], '/printers/printers/1/name', 'printer-twice'],
    ['the same address', [door, { ...desk, address: door.address }], '/printers/printers/1/address', 'printer-twice'],
    ['itself behind it', [{ ...desk, backup: 'desk' }], '/printers/printers/0/backup', 'printer-own-backup'],
    ['nobody behind it', [door], '/printers/printers/0/backup', 'printer-unknown'],
    ['a file of the box', [{ ...desk, address: '/etc/passwd' }], '/printers/printers/0/address', 'printer-address'],
    ['a disk', [{ ...desk, address: '/dev/sda' }], '/printers/printers/0/address', 'printer-address'],
  ])('do not fit with %s', (_what, printers, path, code) => {
    expect(printersFaults({ printers })).toEqual([{ path, code }]);
  });

  it('say which kiosk prints nowhere', () => {
    const faults = printersFaults({ printers: [desk], kiosks: { 'Hall/1': 'attic' }, desk: 'attic' });
    expect(faults.map(({ path }) => path)).toEqual(['/printers/desk', '/printers/kiosks/Hall~11']);
  });
});

describe('the scanners of a clinic', () => {
  const scanner: ScannerSetUp = { id: 'hall', kiosk: 'Hall', profile: 'hid-pos', vendorId: '05e0' };

  it.each<[string, Partial<ScannerSetUp>, string | undefined]>([
    ['HID-POS', {}, undefined],
    ['a serial line by its name', { profile: 'serial', path: '/dev/serial/by-id/usb-Zebra-if00' }, undefined],
    ['a serial line without its path', { profile: 'serial' }, '/scanners/0/path'],
    ['another file of the box', { profile: 'serial', path: '/etc/shadow' }, '/scanners/0/path'],
    ['any keyboard at all', { profile: 'hid-keyboard' }, '/scanners/0/vendorId'],
    ['one over TCP that is not named', { profile: 'tcp' }, '/scanners/0/serialNumber'],
    ['a speed of what has none', { baud: 9_600 }, '/scanners/0/baud'],
  ])('are judged by how they are read: %s', (_what, changes, path) => {
    expect(scannersFaults([{ ...scanner, ...changes }]).map((fault) => fault.path)).toEqual(path ? [path] : []);
  });

  it('have an id of their own each', () => {
    expect(scannersFaults([scanner, scanner])).toEqual([{ path: '/scanners/1/id', code: 'scanner-twice' }]);
  });
});
