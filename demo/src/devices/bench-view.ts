// What travels between the devices' server and its page. Types alone: the page imports them without a byte.

import type { PrinterSwitches } from '../virtual-printer/printer-switches.ts';
import type { DemoAppointmentCode, DemoPassport, DemoThing } from './demo-facts.ts';

/** `GET /api/bench`: everything on the bench. Passwords stay with the server. */
export interface BenchView {
  readonly clinicName: string;
  readonly appointments: readonly DemoAppointmentCode[];
  readonly passports: readonly DemoPassport[];
  readonly kiosks: readonly DemoThing[];
  /** Those behind a gateway among them. */
  readonly buttons: readonly (DemoThing & { readonly behind?: string })[];
  readonly signs: readonly DemoThing[];
  /** The internet can be pulled out, and the plug of the box. */
  readonly internet?: true;
  readonly plug?: true;
  /** Patients and staff can come and go by themselves. */
  readonly busyMorning?: true;
}

/** The events of `GET /api/events`, a stream: the whole tray first, then what changes. */
export interface TrayEvents {
  readonly tray: { readonly tickets: readonly TrayTicket[]; readonly switches: PrinterSwitches };
  readonly ticket: TrayTicket;
  readonly switches: PrinterSwitches;
  readonly internet: { readonly connected: boolean };
  readonly busyMorning: { readonly running: boolean };
  readonly things: ThingsView;
}

/** By the id of their device. */
export interface ThingsView {
  readonly connected: readonly string[];
  /** In percent; absent: full. */
  readonly batteries: { readonly [deviceId: string]: number };
  readonly signs: { readonly [deviceId: string]: { readonly number: string | null; readonly flashes: boolean } };
}

export interface TrayTicket {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  /** A data URL. */
  readonly png: string;
}

export type ActionResult = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };
