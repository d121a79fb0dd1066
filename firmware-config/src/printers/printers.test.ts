import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPrinterAddress } from '@foyer/contracts/cable-addresses.ts';
import { printerProfileNames } from '@foyer/contracts/printer-profile-names.ts';
import { printerProfileFaults } from './printer-profile.ts';
import { printerProfiles, profileNamed, usualProfile } from './printer-profiles.ts';
import { printersFileFaults } from './printers-file.ts';

const folder = join(import.meta.dirname, 'profiles');

describe('a printer’s profile', () => {
  it.each(readdirSync(folder))('%s holds what a planner needs, under its own name, and is offered', (file) => {
    const held = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly name: string };
    expect(printerProfileFaults(held)).toEqual([]);
    expect(file).toBe(`${held.name}.json`);
    expect(printerProfiles).toContainEqual(held);
  });

  it('is offered on a tablet by its name', () => {
    expect(printerProfiles.map(({ name }) => name)).toEqual(printerProfileNames);
  });

  it.each([
    ['a width that is no row of bytes', { widthDots: 570 }, 'widthDots'],
    ['margins that leave no paper', { marginDots: 300 }, 'marginDots'],
    ['a code page nobody knows', { codePages: ['WPC1252', 'KLINGON'] }, 'codePages'],
    ['a code page twice', { codePages: ['WPC1252', 'WPC1252'] }, 'codePages'],
    ['the paper without the reason', { status: { realTime: [4], inOrder: true, automatic: true } }, 'status.realTime'],
    ['a proof without a status', { status: { realTime: [], inOrder: true, automatic: false } }, 'status.inOrder'],
    [
      'a line held open that nobody asks over',
      { status: { realTime: [], inOrder: false, automatic: true } },
      'status.automatic',
    ],
    ['what no profile has', { speed: 9 }, 'speed'],
  ])('is refused with %s', (_what, changes, fault) => {
    expect(printerProfileFaults({ ...profileNamed(usualProfile), ...changes })).toEqual([fault]);
  });
});

describe('the file of printers', () => {
  const file = {
    printers: [
      { id: 'door', name: 'Door', address: 'tcp://192.168.1.50:9100', backup: 'desk' },
      { id: 'desk', name: 'Desk', address: '/dev/usb/lp0', profile: 'epson-58mm' },
    ],
    desk: 'desk',
    kiosks: { 'Kiosk 1': 'door' },
  };
  const [door, desk] = file.printers;

  it('names each printer, its backup, and where kiosks and the desk print', () => {
    expect(printersFileFaults(file)).toEqual([]);
    expect(printersFileFaults({ printers: [desk] })).toEqual([]);
  });

  it.each([
    ['no printer', { printers: [] }, 'printers'],
    ['a name twice', { ...file, printers: [door, { ...desk, id: 'door' }] }, 'printers.0.id'],
    ['a backup that is itself', { ...file, printers: [{ ...door, backup: 'door' }, desk] }, 'printers.0.backup'],
    ['a backup nobody has', { ...file, printers: [{ ...door, backup: 'attic' }, desk] }, 'printers.0.backup'],
    ['a profile nobody has', { ...file, printers: [door, { ...desk, profile: 'x' }] }, 'printers.1.profile'],
    ['a kiosk that prints nowhere', { ...file, kiosks: { 'Kiosk 1': 'attic' } }, 'kiosks.Kiosk 1'],
    ['a desk that prints nowhere', { ...file, desk: 'attic' }, 'desk'],
  ])('is refused with %s, by its path', (_what, held, fault) => {
    expect(printersFileFaults(held)).toContain(fault);
  });

  it.each([
    ['tcp://printer:9100', true],
    ['/dev/usb/lp0', true],
    ['cups:front_desk', true],
    ['tcp://printer', false],
    ['cups:a b', false],
    ['cups:-o', false],
    ['http://printer', false],
    ['', false],
  ])('takes %j as an address: %j', (text, is) => {
    expect(isPrinterAddress(text)).toBe(is);
  });
});
