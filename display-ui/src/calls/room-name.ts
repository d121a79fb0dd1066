// A room's name as a sign reads: the figure large, the words above it. "Room 3" and "3号诊室" are both 3.

import { languages, type Language } from '@foyer/contracts/languages.ts';
import type { DisplayCall } from './call-list.ts';

export interface RoomName {
  readonly words: string;
  /** The first number in the name, with a letter that belongs to it ("12b"); empty when there is none. */
  readonly figure: string;
}

export function splitRoomName(name: string): RoomName {
  const figure = /\d+\p{Script=Latin}?(?!\p{L})/u.exec(name) ?? /\d+/.exec(name);
  if (!figure) return { words: name.trim(), figure: '' };
  const rest = name.slice(0, figure.index) + ' ' + name.slice(figure.index + figure[0].length);
  return { words: rest.replace(/\s+/g, ' ').trim(), figure: figure[0] };
}

/** The room's name in the wall's language, or in the nearest one that the clinic wrote it in. */
export function roomNameIn(call: Pick<DisplayCall, 'names' | 'servicePointName'>, language: Language): string {
  const written = [language, ...languages].map((code) => call.names[code]).find((name) => name);
  return written ?? call.servicePointName;
}
