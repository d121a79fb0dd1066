// The socket protocol on one screen. Socket.IO delivers at most once: it carries hints, the numbers carry the truth.
// Namespaces: /kiosk /display /staff /ticket. Credential in `auth.token`; /staff also `auth.device` (the screen's own).

import type { Command } from './commands.ts';
import type { ScreenOrder, ScreenReport } from './device-orders.ts';
import type { CommandAnswer } from './http-api.ts';
import type { EpochMs } from './time.ts';
import type { DisplayView } from './display-view.ts';
import type { KioskView } from './kiosk-view.ts';
import type { StaffView } from './staff-view.ts';
import type { TicketView } from './ticket-view.ts';

export interface NamespaceViews {
  '/kiosk': KioskView;
  '/display': DisplayView;
  /** Of a tablet's token alone, while nobody is signed in: only what `TabletView` has. */
  '/staff': StaffView;
  '/ticket': TicketView;
}
export type Namespace = keyof NamespaceViews;

/** RFC 7396 merge patch of a view: null removes. */
export type MergePatch = { readonly [key: string]: unknown };

export interface Snapshot<View> {
  /** A random id of the view's life: another one means start over. */
  readonly stream: string;
  /** Numbers the changes of this view for this audience, not the log. */
  readonly seq: number;
  readonly serverTime: EpochMs;
  readonly view: View;
}
export interface Patch {
  readonly stream: string;
  readonly prevSeq: number;
  readonly seq: number;
  readonly serverTime: EpochMs;
  readonly changes: MergePatch;
}
export interface Tick {
  readonly stream: string;
  readonly seq: number;
  readonly serverTime: EpochMs;
}

export const tickEveryMs = 2_000;
export const quietAfterMs = 5_000;
export const staleAfterMs = 30_000;

export interface ServerToClient<View = unknown> {
  snapshot: (message: Snapshot<View>) => void;
  patch: (message: Patch) => void;
  tick: (message: Tick) => void;
  /** To one screen, while it is connected. */
  order: (order: ScreenOrder) => void;
}
export interface ClientToServer {
  /** How the screen does: at each connect, and when it changes. */
  report: (report: ScreenReport) => void;
  command: (command: Command, answer: (answer: CommandAnswer & { status: number }) => void) => void;
  /** Answered by the missing patches, or by a snapshot; the acknowledgement says which. */
  'catch-up': (
    held: { stream: string; seq: number },
    done: (answer: { ok: true; sent: 'patches' | 'snapshot' }) => void,
  ) => void;
}

/** RFC 7396, section 2. */
export function applyMergePatch<T>(target: T, patch: unknown): T {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch as T;
  const base: Record<string, unknown> =
    target !== null && typeof target === 'object' && !Array.isArray(target) ? { ...(target as object) } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete base[key];
    else base[key] = applyMergePatch(base[key], value);
  }
  return base as T;
}

/** The merge patch that turns `from` into `to`; undefined when nothing differs. Views hold no nulls. */
export function mergePatchBetween(from: unknown, to: unknown): MergePatch | undefined {
  const patch = difference(from, to);
  return patch === same ? undefined : (patch as MergePatch);
}

const same = Symbol('same');
function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
function difference(from: unknown, to: unknown): unknown {
  if (from === to) return same;
  if (!isPlain(from) || !isPlain(to)) {
    return JSON.stringify(from) === JSON.stringify(to) ? same : to;
  }
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(from)) if (to[key] === undefined && from[key] !== undefined) out[key] = null;
  for (const [key, value] of Object.entries(to)) {
    if (value === undefined) continue;
    const change = difference(from[key], value);
    if (change !== same) out[key] = change;
  }
  return Object.keys(out).length === 0 ? same : out;
}
