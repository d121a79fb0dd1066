import { describe, expect, it } from 'vitest';
import { printersOf, typedAddress, withoutPrinter, withPlace, withPrinter } from './printers-draft.ts';

const door = { id: 'door', name: 'Door', address: 'tcp://door:9100', backup: 'desk' };
const desk = { id: 'desk', name: 'Desk', address: 'cups:desk' };
const both = { printers: [door, desk], desk: 'desk', kiosks: { 'Kiosk 1': 'door', k2: 'desk' } };
const kiosk = { id: 'k1', name: 'Kiosk 1' };

describe('the printers that count', () => {
  const startedWith = { printers: { printers: [{ ...desk, name: '' }] }, scanners: [] };

  it('are the clinic’s own, also where it has none', () => {
    const document = { printers: { printers: [] } } as never;
    expect(printersOf({ document, startedWith }, 'Printer')).toEqual({ printers: [] });
  });

  it('are those that the machine was started with until then, each of them named', () => {
    const document = { printers: null } as never;
    expect(printersOf({ document, startedWith }, 'Printer').printers).toEqual([{ ...desk, name: 'Printer' }]);
  });
});

describe('a change of printers', () => {
  it('keeps a printer in its place, and puts a new one behind', () => {
    expect(withPrinter(both, { ...door, name: 'Gate' }).printers).toEqual([{ ...door, name: 'Gate' }, desk]);
    expect(withPrinter(both, { ...desk, id: 'new' }).printers.map(({ id }) => id)).toEqual(['door', 'desk', 'new']);
  });

  it('leaves nothing that names a printer which is gone', () => {
    expect(withoutPrinter(both, 'desk')).toEqual({
      printers: [{ id: 'door', name: 'Door', address: 'tcp://door:9100' }],
      kiosks: { 'Kiosk 1': 'door' },
    });
  });

  it('names a kiosk by its device from then on, and one without a line prints where the desk does', () => {
    expect(withPlace(both, kiosk, 'desk')).toEqual({ ...both, kiosks: { k1: 'desk', k2: 'desk' } });
    expect(withPlace(both, kiosk, '').kiosks).toEqual({ k2: 'desk' });
    expect(withPlace(both, undefined, 'door').desk).toBe('door');
  });
});

it.each([
  ['192.168.1.50', 'tcp://192.168.1.50:9100'],
  [' printer:9101 ', 'tcp://printer:9101'],
  ['tcp://printer:9100', 'tcp://printer:9100'],
  ['cups:front_desk', 'cups:front_desk'],
  ['/dev/usb/lp0', '/dev/usb/lp0'],
  ['', ''],
])('takes %j as the address %j', (typed, address) => {
  expect(typedAddress(typed)).toBe(address);
});
