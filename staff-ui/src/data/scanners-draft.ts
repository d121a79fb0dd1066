// The scanners of the clinic as somebody changes them. Pure.

import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import { scannerFields, type ScannerProfileName } from '@foyer/contracts/scanner-profile-names.ts';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';

/** Those that count: the clinic's own, or what the machine was started with. */
export function scannersOf({
  document,
  startedWith,
}: Pick<ClinicAsSetUp, 'document' | 'startedWith'>): readonly ScannerSetUp[] {
  return document.scanners ?? startedWith.scanners;
}

/** As it would be read, until somebody says otherwise. */
export function newScanner(found: FoundScanner, id: string, kiosk: string): ScannerSetUp {
  const { id: _place, firmware: _firmware, ...said } = found;
  return { id, kiosk, ...said };
}

/** In its place, or behind the others where it is new. */
export function withScanner(scanners: readonly ScannerSetUp[], scanner: ScannerSetUp): ScannerSetUp[] {
  const at = scanners.findIndex(({ id }) => id === scanner.id);
  return at === -1 ? [...scanners, scanner] : scanners.with(at, scanner);
}

/** Ways in which a device on such a cable can be read. */
export function profilesBeside(profile: ScannerProfileName): readonly ScannerProfileName[] {
  return profile.startsWith('hid-') ? ['hid-pos', 'hid-pos-plain', 'hid-keyboard'] : [profile];
}

/** What the other way of reading has no use for goes. */
export function readAs(
  { prefix, suffix, layout, baud, ...scanner }: ScannerSetUp,
  profile: ScannerProfileName,
): ScannerSetUp {
  const told = Object.entries({ prefix, suffix, layout, baud }).filter(
    ([field, value]) => value !== undefined && scannerFields[profile].some((known) => known === field),
  );
  return { ...scanner, profile, ...Object.fromEntries(told) };
}

/** The kiosk as a set-up may name it. */
type KioskNamed = Pick<DeviceView, 'id' | 'name'>;

/** The one that types into this kiosk, where it was told anything. */
export function wedgeBeside(scanners: readonly ScannerSetUp[], kiosk: KioskNamed): ScannerSetUp | undefined {
  return scanners.find((scanner) => isWedgeOf(scanner, kiosk));
}

/** One that puts nothing before its codes needs no entry. */
export function withWedge(
  scanners: readonly ScannerSetUp[],
  kiosk: KioskNamed,
  prefix: string,
  newId: string,
): ScannerSetUp[] {
  const { id = newId } = wedgeBeside(scanners, kiosk) ?? {};
  const others = scanners.filter((scanner) => !isWedgeOf(scanner, kiosk));
  return prefix === '' ? others : [...others, { id, kiosk: kiosk.id, profile: 'wedge', prefix }];
}

function isWedgeOf({ profile, kiosk }: ScannerSetUp, { id, name }: KioskNamed): boolean {
  return profile === 'wedge' && (kiosk === id || kiosk === name);
}
