// Whether the box can keep what is done at the clinic, as every screen and the devices page are told. One place decides it,
// and who finds something tells that place: edge-server/src/views/storage-health.ts.

import type { DeviceProblem } from './device-health.ts';
import type { ErrorCode } from './error-codes.ts';
import type { EpochMs } from './time.ts';

/** From well to worst: of several the later counts. */
export const storageStates = ['ok', 'nearly-full', 'full', 'unproven', 'broken'] as const;
/**
 * `nearly-full`: all is done, and somebody should make room. `full`: nobody is admitted, who is here is served to the end.
 * `unproven`: the log is not proven to be what was written, so nothing is written behind it. `broken`: the disk failed.
 */
export type StorageState = (typeof storageStates)[number];

/** On a screen's view while it is not `ok`. */
export interface StorageView {
  readonly state: Exclude<StorageState, 'ok'>;
  readonly since: EpochMs;
}

/** With which a command is refused; undefined: it is not, or `full`, where the writer knows what its reserve is for. */
export const refusedWhile = {
  unproven: 'log-unproven',
  broken: 'storage-failed',
} as const satisfies { readonly [S in StorageState]?: ErrorCode };

/** As a problem of the box among the devices. */
export const problemOfStorage = {
  'nearly-full': 'disk-nearly-full',
  full: 'disk-full',
  unproven: 'log-unproven',
  broken: 'disk-broken',
} as const satisfies { readonly [S in StorageView['state']]: DeviceProblem };

/** Nobody is admitted: a kiosk sends to reception. */
export function admitsNobody(storage: StorageView | undefined): boolean {
  return storage !== undefined && storage.state !== 'nearly-full';
}
