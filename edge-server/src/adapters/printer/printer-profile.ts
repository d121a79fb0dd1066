// What a planner must know about a model of printer: its data, and which letters of a text are its own.

import type { PrinterProfileData } from '@foyer/firmware-config/printers/printer-profile.ts';
import { profileNamed, usualProfile } from '@foyer/firmware-config/printers/printer-profiles.ts';

import { carriedBy } from './code-pages.ts';

export interface PrinterProfile extends PrinterProfileData {
  /** Whether the printer's own letters can write this text; the rest is drawn. */
  readonly carries: (text: string) => boolean;
}

export const cellWidthDots = 12;
export const cellHeightDots = 24;

export function profileFrom(data: PrinterProfileData): PrinterProfile {
  return { ...data, carries: (text) => carriedBy(data.codePages, text) };
}

/** That of a name in the configuration, which was looked at when it was read. */
export function knownProfile(name: string): PrinterProfile {
  const data = profileNamed(name);
  if (data === undefined) throw new TypeError(`there is no printer profile ${name}`);
  return profileFrom(data);
}

/** 80 mm paper, 203 dots an inch, Epson's language: what nearly every receipt printer understands. */
export const epson80 = knownProfile(usualProfile);
