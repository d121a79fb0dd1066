import type { ScannerProfile } from '@foyer/firmware-config/scanner-profiles.ts';
import { HidKeyboardDecoder } from './hid-keyboard-decoder.ts';
import { HidPosDecoder } from './hid-pos-decoder.ts';
import { JsonLineDecoder } from './json-line-decoder.ts';
import type { ScanDecoder } from './scan-decoder.ts';
import { SerialDecoder } from './serial-decoder.ts';

/** Of a scanner on a cable of this box; one that types into its kiosk is read there. */
export type CableProfile = Exclude<ScannerProfile, { readonly mode: 'wedge' }>;

export function decoderOf(profile: CableProfile): ScanDecoder {
  switch (profile.mode) {
    case 'hid-pos':
      return new HidPosDecoder(profile);
    case 'hid-keyboard':
      return new HidKeyboardDecoder(profile);
    case 'serial':
      return new SerialDecoder(profile);
    case 'tcp':
      return new JsonLineDecoder();
  }
}
