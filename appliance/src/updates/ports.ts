// What an update needs beside a disk.

import type { DatabaseMark } from './update-facts.ts';

/** The version that runs, as a process. One at a time. */
export interface Payload {
  /** The folder of its release; null: no process lives. */
  readonly runs: string | null;
  start(release: string): void;
  /** Resolves when no process lives. */
  stop(): Promise<void>;
  health(): Promise<PayloadHealth>;
}
export interface PayloadHealth {
  /** Alive and able to serve. */
  readonly well: boolean;
  /** How many wait to be called; undefined: it does not say. */
  readonly waiting: number | undefined;
}

export interface ClinicDatabase {
  /** Undefined: there is none yet. */
  mark(): DatabaseMark | undefined;
  /** A whole database at `path`, of what is committed. */
  copyTo(path: string): void;
  /** Takes the place of the database, in one step; what was there is gone. Nobody has it open. */
  takeFrom(path: string): void;
}

/** Has a release give a number on a copy of the clinic. */
export type Rehearse = (release: string) => Promise<boolean>;

/** Milliseconds that nobody sets. */
export type Monotonic = () => number;
