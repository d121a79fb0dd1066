// One line of the virtual scanners' protocol: `{ "kioskDeviceId", "format": "qr" | "mrz", "text" }` in JSON.

import type { Scan } from '../../ports/scanner.ts';

export const longestLineBytes = 8_192;
const LONGEST_TEXT = 4_096;

/** The scan that a line holds, or undefined when it holds none. */
export function scanFrom(line: string): Scan | undefined {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const { kioskDeviceId, format, text } = value as Record<string, unknown>;
  if (typeof kioskDeviceId !== 'string' || kioskDeviceId === '') return undefined;
  if (format !== 'qr' && format !== 'mrz') return undefined;
  if (typeof text !== 'string' || text === '' || text.length > LONGEST_TEXT) return undefined;
  return { kioskDeviceId, format, text };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
