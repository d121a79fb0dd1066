// The clinic as one file: what the screens change, how it calls, and what its displays show. A file of another clinic is
// fine: ids are its own, and the preview says what it would make of this one.

import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';

const kind = 'foyer-clinic';
const version = 1;

export interface ClinicFile {
  readonly clinic: ClinicDocument;
  /** Null: none were set. */
  readonly callingRules: CallingRules | null;
  /** By the id of the display. */
  readonly displays: Readonly<Record<string, DisplayLayout>>;
}

/** What a file says, none of it looked at. */
export interface UnreadFile {
  readonly clinic: object;
  /** Undefined where it says nothing of them. */
  readonly callingRules: unknown;
  readonly displays: unknown;
}

export function fileText(file: ClinicFile): string {
  return `${JSON.stringify({ kind, version, ...file }, null, 2)}\n`;
}

/** "northside-2026-11-24.json" */
export function fileName(code: string, day: string): string {
  return `foyer-${code.toLowerCase()}-${day}.json`;
}

/** Undefined when it is no such file. */
export function readClinicFile(text: string): UnreadFile | undefined {
  try {
    const read = JSON.parse(text) as Partial<Record<string, unknown>> | null;
    if (read?.['kind'] !== kind || read['version'] !== version) return undefined;
    const { clinic, callingRules, displays } = read;
    if (typeof clinic !== 'object' || clinic === null || Array.isArray(clinic)) return undefined;
    return { clinic, callingRules, displays };
  } catch {
    return undefined;
  }
}
