// One line of the virtual scanners' protocol in JSON: `{ "kioskDeviceId", "format", "text" }`; without `format` where a
// scanner would not know it.

import { longestScan, scanFormats } from '@foyer/contracts/scan-format.ts';
import type { Scan } from '../../ports/scanner.ts';

/** A control character is six characters of JSON. */
export const longestLineBytes = 6 * longestScan + 200;

/** The scan that a line holds, or undefined when it holds none. */
export function scanFrom(line: string): Scan | undefined {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const { kioskDeviceId, format: named, text } = value as Record<string, unknown>;
  if (typeof kioskDeviceId !== 'string' || kioskDeviceId === '') return undefined;
  const format = scanFormats.find((each) => each === named);
  if (named !== undefined && format === undefined) return undefined;
  if (typeof text !== 'string' || text === '' || text.length > longestScan) return undefined;
  return { kioskDeviceId, ...(format === undefined ? {} : { format }), text };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
