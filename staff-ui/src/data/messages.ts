// A message to displays as it is written: its text in the clinic's languages, and until when.

import { longestMessageMs } from '@foyer/contracts/message-limits.ts';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import { dayMs, minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { DeviceView, StaffMessage, StaffView } from '@foyer/contracts/staff-view.ts';
import { clinicMoment, dateIn } from './clinic-moment.ts';
import { keptTexts, type TypedText } from './display-draft.ts';

export const messageTimes = ['quarter', 'hour', 'closing'] as const;
export type MessageTime = (typeof messageTimes)[number];

/** Undefined until the clinic closes where it is closed, or closes too late for a message. */
export function messageUntil(
  time: MessageTime,
  { openUntil, zone }: Pick<StaffView['clinic'], 'openUntil' | 'zone'>,
  now: EpochMs,
): EpochMs | undefined {
  if (time !== 'closing') return now + (time === 'quarter' ? 15 : 60) * minuteMs;
  if (openUntil === undefined) return undefined;
  const today = clinicMoment(dateIn(now, zone), openUntil, zone);
  const until = today > now ? today : clinicMoment(dateIn(now + dayMs, zone), openUntil, zone);
  return until - now <= longestMessageMs ? until : undefined;
}

/** On one line each, as a wall shows it; undefined while the first language says nothing. */
export function messageText(typed: TypedText, languages: readonly Language[]): LocalisedText | undefined {
  const lines = Object.entries(typed).map(([language, words]) => [language, onOneLine(words)] as const);
  return keptTexts([Object.fromEntries(lines)], languages)?.[0];
}

/** Newlines that were pasted, and marks that turn the direction of what stands beside them, are nothing on a wall. */
function onOneLine(words: string): string {
  return words
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The newest first. */
export function messagesOf({ messages }: Pick<StaffView, 'messages'>, now: EpochMs): readonly StaffMessage[] {
  return Object.values(messages ?? {})
    .filter(({ until }) => now < until)
    .toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id));
}

export function displaysOf({ devices }: Pick<StaffView, 'devices'>): readonly DeviceView[] {
  return Object.values(devices)
    .filter(({ role }) => role === 'display')
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
