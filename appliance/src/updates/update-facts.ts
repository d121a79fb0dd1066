// What an update knows: what it wrote down of itself, and what it sees now. Of the two, what is written down survives a
// power cut and what is seen is looked at again.

import type { UpdateEnd } from '@foyer/contracts/box-health.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Release } from '../bundle/manifest.ts';

/** `state.json` of the box. */
export interface BoxState {
  /** What was kept last: it runs, or is gone back to. */
  readonly kept: Release | null;
  readonly trial: Trial | null;
  readonly last: LastUpdate | null;
  /** What left a version that is ill, until another is kept. Absent: nothing did. */
  readonly stuck?: LastUpdate;
}
export interface Trial extends Release {
  readonly updateId: string;
  /** How often it was begun, those that a power cut ended among them. */
  readonly starts: number;
  /** As it was when the old version was stopped; null: there was none. */
  readonly database: DatabaseMark | null;
  readonly givenUp: GivenUp | null;
}
export interface GivenUp {
  readonly why: 'starts' | 'ill';
  readonly database: keyof typeof databaseFates;
}
export const databaseFates = {
  /** Nobody has looked yet. */
  undecided: 'undecided',
  /** The old version goes on with it. */
  'as-it-is': 'as-it-is',
  /** The new version changed its tables and wrote nothing: the copy takes its place. */
  'bring-back': 'bring-back',
  /** It holds what was accepted since, in tables that the old version does not know. */
  'moved-on': 'moved-on',
} as const;

/** Where a database stands: its newest migration, and its last row. */
export interface DatabaseMark {
  readonly number: number;
  readonly epoch: number;
  readonly seq: number;
}

export interface LastUpdate {
  readonly updateId: string;
  readonly end: UpdateEnd;
  readonly code: ErrorCode | null;
  /** Milliseconds since 1970, by the box's clock; absent: a supervisor of before wrote it. */
  readonly at?: number;
  /** That was tried; absent: a bundle that was refused is not asked what it is. */
  readonly version?: string;
}

/** `wanted.json`: what somebody asked for. */
export interface WantedUpdate {
  readonly updateId: string;
  /** Where the bundle lies. */
  readonly folder: string;
  readonly urgent: boolean;
}

export interface SeenProcess {
  /** The folder of its release. */
  readonly runs: string;
  readonly wellForMs: number;
  readonly illForMs: number;
  /** Undefined: it does not say. */
  readonly waiting: number | undefined;
}
export interface SeenBundle extends Release {
  readonly refusal: ErrorCode | undefined;
  readonly isUnpacked: boolean;
  /** Whether it gave a number on a copy of the clinic; undefined: not tried since the supervisor began. */
  readonly rehearsal: 'passed' | 'failed' | undefined;
}
export interface UpdateSeen {
  readonly state: BoxState;
  readonly wanted: WantedUpdate | null;
  /** Of what is wanted; a code where it cannot be opened. */
  readonly bundle: SeenBundle | ErrorCode | null;
  /** The folder that `current` names. */
  readonly current: string | null;
  readonly process: SeenProcess | null;
}

export interface UpdateLimits {
  readonly starts: number;
  readonly illMs: number;
  /** How long a version on trial has to be well without a break. */
  readonly provenMs: number;
}
export const usualLimits: UpdateLimits = { starts: 3, illMs: 15 * 60_000, provenMs: 60_000 };
export const freshBox: BoxState = { kept: null, trial: null, last: null };
