// The check-in code of an appointment: `F1.` and base64url of version, clinic, appointment, business day, from version 2
// on the time of day, in version 3 what makes it a live one, and an Ed25519 signature over what stands before it. Small
// enough for a QR that a cheap reader takes from a phone. The signature is checked through a port. Source:
// docs/protocol.md, "Check-in codes".

import type { AppointmentId, ClinicId } from '@foyer/contracts/ids.ts';
import type { BusinessDay, TimeOfDay } from '@foyer/contracts/time.ts';
import { calendarDate } from './document-dates.ts';
import { liveMarkBytes, liveMarkLength, liveMarkOf, type LiveMark } from './live-code.ts';

export interface CheckInCode {
  readonly clinicId: ClinicId;
  readonly appointmentId: AppointmentId;
  readonly businessDay: BusinessDay;
  /** Local at the code's clinic, so that another one can say it. A code of version 1 has none. */
  readonly time?: TimeOfDay;
  /** Of a live code alone, which has a time, too. */
  readonly live?: LiveMark;
}
export interface SignedCheckInCode extends CheckInCode {
  /** What is signed: all before the signature. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const prefix = 'F1.';
const version = 1;
const versionWithTime = 2;
const versionLive = 3;
const plainLength = 1 + 16 + 16 + 4;
const timeLength = 2;
const minutesOfADay = 24 * 60;
const signatureLength = 64;
/** Of what is signed, by its version. */
const signedLengths: Readonly<Record<number, number>> = {
  [version]: plainLength,
  [versionWithTime]: plainLength + timeLength,
  [versionLive]: plainLength + timeLength + liveMarkLength,
};

/** The bytes that the centre signs. */
export function checkInCodeBytes(code: CheckInCode): Uint8Array {
  const { time, live } = code;
  const written = versionOf(code);
  const out = new Uint8Array(signedLengths[written] ?? 0);
  out[0] = written;
  out.set(uuidBytes(code.clinicId), 1);
  out.set(uuidBytes(code.appointmentId), 17);
  const view = new DataView(out.buffer);
  view.setUint32(33, Number(code.businessDay.replaceAll('-', '')));
  if (time !== undefined) view.setUint16(plainLength, minutesOf(time));
  if (live !== undefined) out.set(liveMarkBytes(live), plainLength + timeLength);
  return out;
}

export function encodeCheckInCode(code: CheckInCode, signature: Uint8Array): string {
  const signed = checkInCodeBytes(code);
  const bytes = new Uint8Array(signed.length + signatureLength);
  bytes.set(signed);
  bytes.set(signature, signed.length);
  return prefix + toBase64Url(bytes);
}

/** Undefined when the text is not one of our codes. The signature has yet to be checked. */
export function decodeCheckInCode(text: string): SignedCheckInCode | undefined {
  const match = /^F1\.([A-Za-z0-9_-]+)$/.exec(text.trim());
  const bytes = match?.[1] === undefined ? undefined : fromBase64Url(match[1]);
  if (bytes === undefined) return undefined;
  const end = bytes.length - signatureLength;
  const written = bytes[0] ?? 0;
  if (end !== signedLengths[written]) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const businessDay = dayOf(view.getUint32(33));
  const minutes = written === version ? undefined : view.getUint16(plainLength);
  if (businessDay === undefined || (minutes ?? 0) >= minutesOfADay) return undefined;
  return {
    clinicId: uuidText(bytes.subarray(1, 17)),
    appointmentId: uuidText(bytes.subarray(17, 33)),
    businessDay,
    ...(minutes === undefined ? {} : { time: timeOf(minutes) }),
    ...(written === versionLive ? { live: liveMarkOf(bytes.subarray(plainLength + timeLength, end)) } : {}),
    signed: bytes.slice(0, end),
    signature: bytes.slice(end),
  };
}

function versionOf({ time, live }: CheckInCode): number {
  if (time === undefined) return version;
  return live === undefined ? versionWithTime : versionLive;
}

/** Undefined for a number that writes no day. */
function dayOf(written: number): BusinessDay | undefined {
  return calendarDate(Math.floor(written / 10_000), Math.floor(written / 100) % 100, written % 100);
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minutes: number): TimeOfDay {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const rest = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const characters = [word >> 18, (word >> 12) & 63, (word >> 6) & 63, word & 63].map((six) => alphabet[six]);
    text += characters.slice(0, rest >= 3 ? 4 : rest + 1).join('');
  }
  return text;
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    word = ((word << 6) | alphabet.indexOf(character)) & 0xff_ffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[at] = (word >> bits) & 0xff;
    at += 1;
  }
  return out;
}

function uuidBytes(id: string): Uint8Array {
  const hex = id.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
