// What a planner must know about a model of printer: its data, and which letters of a text are its own.

import type { CodePage, PrinterProfileData } from '@foyer/firmware-config/printers/printer-profile.ts';
import { profileNamed, usualProfile } from '@foyer/firmware-config/printers/printer-profiles.ts';

export interface PrinterProfile extends Omit<PrinterProfileData, 'codePage'> {
  /** The code page that is switched on. */
  readonly codePage: CodePage;
  /** Whether the printer's own letters can write this text; the rest is drawn. */
  readonly carries: (text: string) => boolean;
}

export const cellWidthDots = 12;
export const cellHeightDots = 24;

/** ASCII alone is where every code page agrees. */
const ASCII = /^[\x20-\x7e]*$/;
/** What stands in a code page behind it, as far as it was seen on paper. */
const LETTERS: Readonly<Record<CodePage, RegExp>> = {
  WPC1252: /^[\x20-\x7e\xa1-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/,
  PC858_EURO: ASCII,
  PC852_LATIN2: ASCII,
  WPC1250_LATIN2: ASCII,
};

export function profileFrom({ codePage, ...rest }: PrinterProfileData): PrinterProfile {
  return {
    ...rest,
    codePage: codePage ?? 'WPC1252',
    carries: (text) => codePage !== null && LETTERS[codePage].test(text),
  };
}

/** That of a name in the configuration, which was looked at when it was read. */
export function knownProfile(name: string): PrinterProfile {
  const data = profileNamed(name);
  if (data === undefined) throw new TypeError(`there is no printer profile ${name}`);
  return profileFrom(data);
}

/** 80 mm paper, 203 dots an inch, Epson's language: what nearly every receipt printer understands. */
export const epson80 = knownProfile(usualProfile);
