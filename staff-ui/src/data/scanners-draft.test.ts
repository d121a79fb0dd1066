import { expect, it } from 'vitest';
import { newScanner, profilesBeside, readAs, wedgeBeside, withScanner, withWedge } from './scanners-draft.ts';

const found = {
  id: 'hid:/dev/hidraw0',
  model: 'Zebra DS9308',
  firmware: '1.02',
  profile: 'hid-pos' as const,
  vendorId: '05e0',
  productId: '1900',
};
const hall = newScanner(found, 'hall', 'k1');

it('is set up by what it says of itself, and not by where it hangs', () => {
  const { vendorId, productId, model } = found;
  expect(hall).toEqual({ id: 'hall', kiosk: 'k1', model, profile: 'hid-pos', vendorId, productId });
});

it('stays in its place in the list', () => {
  const other = { ...hall, id: 'other' };
  expect(withScanner([hall, other], { ...hall, kiosk: 'k2' })).toEqual([{ ...hall, kiosk: 'k2' }, other]);
  expect(withScanner([hall], other)).toEqual([hall, other]);
});

it('can be read in another way on the same cable alone, without what that way does not have', () => {
  expect(profilesBeside('hid-keyboard')).toContain('hid-pos');
  expect(profilesBeside('serial')).toEqual(['serial']);
  const keyboard = { ...hall, profile: 'hid-keyboard' as const, layout: 'de' as const, prefix: '~' };
  expect(readAs(keyboard, 'hid-pos')).toEqual({ ...hall, prefix: '~' });
});

it('that types into a kiosk is that kiosk’s alone, by its id or its name, and is none without a sign', () => {
  const lift = { id: 'k2', name: 'Lift' };
  const started = { id: 'w', kiosk: 'Lift', profile: 'wedge' as const, prefix: '~' };
  expect(wedgeBeside([hall, started], lift)).toEqual(started);
  expect(wedgeBeside([hall, started], { id: 'k1', name: 'Hall' })).toBeUndefined();
  expect(withWedge([hall, started], lift, '!', 'new')).toEqual([hall, { ...started, kiosk: 'k2', prefix: '!' }]);
  expect(withWedge([hall], lift, '!', 'new')).toEqual([
    hall,
    { id: 'new', kiosk: 'k2', profile: 'wedge', prefix: '!' },
  ]);
  expect(withWedge([hall, started], lift, '', 'new')).toEqual([hall]);
});
