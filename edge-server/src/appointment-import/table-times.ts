// Times of day as tables write them, alone or behind a date.

import type { TimeOfDay } from '@foyer/contracts/time.ts';
import { westernDigits } from './western-digits.ts';

const inParts = /^(\d{1,2})(?:[:.h](\d{2})?)?(?::(\d{2})(?:\.\d+)?)?$/i;
const inOnePart = /^(\d{1,2})(\d{2})$/;
const morning = /^(上午|早上)|(a\.?\s?m\.?|ص)$/i;
const afternoon = /^(下午|晚上)|(p\.?\s?m\.?|م)$/i;
const behindDate = /^(.*\d[日号]?)(?:[\sT،,]+)(\D{0,3}\d{1,2}[:.h]\d{2}.*)$/u;

/** Undefined when it is none. */
export function readTime(text: string): TimeOfDay | undefined {
  const written = westernDigits(text.trim());
  const half = morning.test(written) ? 0 : afternoon.test(written) ? 12 : undefined;
  const digits = written.replace(half === 12 ? afternoon : morning, '').trim();
  const [, hours, minutes = '00'] = inOnePart.exec(digits) ?? inParts.exec(digits) ?? [];
  if (hours === undefined) return undefined;
  const hour = half === undefined ? Number(hours) : hourOfHalf(Number(hours), half);
  if (hour === undefined || hour > 23 || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** "2026-11-24 09:30" in its two parts; a time alone has no date. */
export function partedMoment(text: string): { readonly date?: string; readonly time: string } {
  const [, date, time] = behindDate.exec(text.trim()) ?? [];
  return date === undefined || time === undefined ? { time: text } : { date, time };
}

/** "20", "20 min"; undefined when it is none, or more than half a day. */
export function readMinutes(text: string): number | undefined {
  const [, digits] = /^(\d{1,3})\s*(?:min\p{L}*\.?|'|′|分钟?|د\p{L}*)?$/iu.exec(westernDigits(text.trim())) ?? [];
  const minutes = Number(digits ?? 0);
  return minutes >= 1 && minutes <= 720 ? minutes : undefined;
}

function hourOfHalf(hour: number, half: 0 | 12): number | undefined {
  if (hour < 1 || hour > 12) return half === 12 && hour <= 23 ? hour : undefined;
  return (hour % 12) + half;
}
