// HID devices as scanners that nobody has set up yet. HID-POS is theirs alone; a keyboard is one where its maker makes
// scanners. A device of several parts is told of once, by the part that says most.

import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import { scannerMakers } from '@foyer/firmware-config/scanner-makers.ts';
import { hidUsages } from '@foyer/firmware-config/scanner-profiles.ts';
import type { HidDevice } from './hid-driver.ts';

/** Its reports name no symbology. */
const plainMakers: readonly string[] = ['1eab'];

export function foundHid(devices: readonly HidDevice[]): readonly FoundScanner[] {
  const found = devices.flatMap((device) => foundIn(device) ?? []);
  return found.filter((one, index) => {
    const rank = ({ profile }: FoundScanner): number => (profile === 'hid-keyboard' ? 1 : 0);
    const best = found.filter((other) => isSame(one, other)).toSorted((a, b) => rank(a) - rank(b))[0];
    return best === undefined || best === found[index];
  });
}

function foundIn({ path, usagePage, usage, serialNumber, ...device }: HidDevice): FoundScanner | undefined {
  if (path === undefined) return undefined;
  const [vendorId, productId] = [hex(device.vendorId), hex(device.productId)];
  const maker = scannerMakers[vendorId];
  const is = (mode: keyof typeof hidUsages): boolean =>
    usagePage === hidUsages[mode].usagePage && usage === hidUsages[mode].usage;
  const isKeyboard = is('hid-keyboard') && maker !== undefined;
  if (!is('hid-pos') && !isKeyboard) return undefined;
  return {
    id: `hid:${path}`,
    model: modelOf(maker ?? device.manufacturer, device.product) || `${vendorId}:${productId}`,
    ...(device.release === undefined ? {} : { firmware: versionOf(device.release) }),
    profile: isKeyboard ? 'hid-keyboard' : plainMakers.includes(vendorId) ? 'hid-pos-plain' : 'hid-pos',
    vendorId,
    productId,
    ...(serialNumber ? { serialNumber } : {}),
  };
}

/** "Zebra DS9308", the maker once. */
export function modelOf(maker = '', product = ''): string {
  const [who, what] = [maker.trim(), product.trim()];
  return (what.toLowerCase().startsWith(who.toLowerCase()) ? what : `${who} ${what}`).trim().slice(0, 60);
}

/** Four digits in binary code, two of them behind the point (USB 2.0, bcdDevice). */
export function versionOf(release: number): string {
  const digits = hex(release);
  return `${Number(digits.slice(0, 2))}.${digits.slice(2)}`;
}

function isSame(one: FoundScanner, other: FoundScanner): boolean {
  return (['vendorId', 'productId', 'serialNumber'] as const).every((field) => one[field] === other[field]);
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
