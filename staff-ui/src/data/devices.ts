// The kinds of devices that have a sign and a word of their own; a later kind is shown as `other`.

export const deviceKinds = [
  'kiosk',
  'display',
  'staff-tablet',
  'button',
  'sign',
  'gateway',
  'printer',
  'scanner',
  'box',
  'other',
] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Kinds that belong to one service point. */
export function hasPlace(kind: string): boolean {
  return kind === 'staff-tablet' || kind === 'button' || kind === 'sign';
}
