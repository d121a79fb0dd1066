// GS k: what the printer's bar code systems make of their data. Source: Epson's reference, "GS k".
// A wrong check digit is replaced by the right one, as printers do; what cannot be encoded is undefined.

import bwip from 'bwip-js';

import { bitmapFromBars, type Bitmap } from './bitmap.ts';

export interface BarCode {
  readonly bitmap: Bitmap;
  /** The human readable text that GS H may ask for. */
  readonly text: string;
}

const SYSTEMS = [
  'upca',
  'upce',
  'ean13',
  'ean8',
  'code39',
  'interleaved2of5',
  'rationalizedCodabar',
  'code93ext',
  'code128',
  'gs1-128',
] as const;

type System = (typeof SYSTEMS)[number];

const CHECKED: ReadonlySet<System> = new Set<System>(['upca', 'ean13', 'ean8']);

/** `system` is the byte m of GS k, form A (0 to 6) or form B (65 to 74). */
export function barCode(system: number, data: Uint8Array, moduleDots: number, heightDots: number): BarCode | undefined {
  const name = SYSTEMS[system >= 65 ? system - 65 : system];
  if (name === undefined) return undefined;
  const text = textFor(name, Buffer.from(data).toString('latin1'));
  const widths = text === undefined ? undefined : encode(name, text);
  if (text === undefined || widths === undefined) return undefined;
  return {
    bitmap: bitmapFromBars(widths, moduleDots, heightDots),
    text: CHECKED.has(name) ? text + checkDigit(text) : text,
  };
}

function encode(name: System, text: string): readonly number[] | undefined {
  try {
    const [symbol] = bwip.raw({ bcid: name, text }) as unknown as readonly {
      sbs?: readonly number[];
    }[];
    return symbol?.sbs;
  } catch {
    return undefined;
  }
}

function textFor(name: System, data: string): string | undefined {
  switch (name) {
    case 'upca':
      return data.slice(0, 11);
    case 'ean13':
      return data.slice(0, 12);
    case 'ean8':
      return data.slice(0, 7);
    case 'upce':
      return upcE(data);
    case 'code39':
      return data.replace(/^\*(.*)\*$/s, '$1');
    case 'rationalizedCodabar':
      return data.toUpperCase();
    case 'code128':
      return code128(data);
    default:
      return data;
  }
}

/** The last digit of an EAN or UPC number: weights 3 and 1 from the right. */
function checkDigit(digits: string): string {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Number system and six digits, from 6, 7, 8, 11 or 12 digits; a UPC-A number without enough zeros has no short form. */
function upcE(digits: string): string | undefined {
  if (digits.length === 6) return `0${digits}`;
  if (digits.length === 7 || digits.length === 8) return digits.slice(0, 7);
  const long = /^0(\d{5})(\d{5})/.exec(digits);
  if (long === null) return undefined;
  const [, maker, item] = long as unknown as [string, string, string];
  if (/[0-2]00$/.test(maker) && item.startsWith('00')) return `0${maker.slice(0, 2)}${item.slice(2)}${maker[2]}`;
  if (maker.endsWith('00') && item.startsWith('000')) return `0${maker.slice(0, 3)}${item.slice(3)}3`;
  if (maker.endsWith('0') && item.startsWith('0000')) return `0${maker.slice(0, 4)}${item.slice(4)}4`;
  if (item.startsWith('0000') && item >= '00005') return `0${maker}${item.slice(4)}`;
  return undefined;
}

/** The text behind {A, {B and {C (a byte is two digits in set C); {1 to {4 are functions and not text. */
function code128(data: string): string | undefined {
  if (!data.startsWith('{')) return undefined;
  let set = '';
  let text = '';
  for (let at = 0; at < data.length; at += 1) {
    const escape = data[at] === '{' ? data[at + 1] : undefined;
    if (escape !== undefined) {
      at += 1;
      if ('ABC'.includes(escape)) set = escape;
      else if (escape === '{') text += '{';
      continue;
    }
    const code = data.charCodeAt(at);
    if (set === 'C' && code > 99) return undefined;
    text += set === 'C' ? String(code).padStart(2, '0') : data[at];
  }
  return text;
}
