// Which scanners are plugged in that nobody has set up: each that was set up is one of them at most.

import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { byId } from './clinic-view.ts';

/** For whoever may set them up. */
export function foundScannersView({ foundScanners = [] }: ClinicState): Pick<StaffView, 'foundScanners'> {
  return foundScanners.length === 0 ? {} : { foundScanners: byId(foundScanners) };
}

export function unclaimed(found: readonly FoundScanner[], setUps: readonly ScannerSetUp[]): readonly FoundScanner[] {
  return setUps.reduce<readonly FoundScanner[]>((left, setUp) => {
    const claimed = left.find((each) => isThis(each, setUp));
    return left.filter((each) => each !== claimed);
  }, found);
}

/** All that was said of it must be so. */
function isThis(found: FoundScanner, setUp: ScannerSetUp): boolean {
  const isOfKind = wayOf(found.profile) === wayOf(setUp.profile);
  return (
    isOfKind &&
    (['vendorId', 'productId', 'serialNumber', 'path'] as const).every(
      (field) => setUp[field] === undefined || found[field] === undefined || setUp[field] === found[field],
    )
  );
}

/** A device may be read in several ways, and hangs on one cable. */
function wayOf(profile: ScannerSetUp['profile']): string {
  return profile.startsWith('hid-') ? 'hid' : profile;
}
