// The pure core of a screen's connection: what a message does to the view that is held.
// Invariants: a patch applies only where `stream` and `prevSeq` are what is held; a held number never goes back within
// a stream; whatever is missed is asked for. Source: API.md, Socket.IO namespaces.

import { applyMergePatch, type Patch, type Snapshot, type Tick } from '@foyer/contracts/sockets.ts';

export interface Held<View> {
  readonly stream: string;
  readonly seq: number;
  readonly view: View;
}

export type Incoming<View> =
  | { readonly kind: 'snapshot'; readonly message: Snapshot<View> }
  | { readonly kind: 'patch'; readonly message: Patch }
  | { readonly kind: 'tick'; readonly message: Tick };

export interface Followed<View> {
  readonly held: Held<View> | undefined;
  /** Something was missed: send `catch-up` with what is held. */
  readonly needsCatchUp: boolean;
}

export function follow<View>(held: Held<View> | undefined, incoming: Incoming<View>): Followed<View> {
  switch (incoming.kind) {
    case 'snapshot':
      return { held: takeSnapshot(held, incoming.message), needsCatchUp: false };
    case 'patch':
      return takePatch(held, incoming.message);
    case 'tick':
      return { held, needsCatchUp: isBehind(held, incoming.message) };
  }
}

function takeSnapshot<View>(held: Held<View> | undefined, { stream, seq, view }: Snapshot<View>): Held<View> {
  if (held?.stream === stream && seq < held.seq) return held;
  return { stream, seq, view };
}

function takePatch<View>(held: Held<View> | undefined, patch: Patch): Followed<View> {
  if (!held || held.stream !== patch.stream) return { held, needsCatchUp: true };
  if (patch.seq <= held.seq) return { held, needsCatchUp: false };
  if (patch.prevSeq !== held.seq) return { held, needsCatchUp: true };
  const view = applyMergePatch(held.view, patch.changes);
  return { held: { stream: held.stream, seq: patch.seq, view }, needsCatchUp: false };
}

function isBehind<View>(held: Held<View> | undefined, tick: Tick): boolean {
  return !held || held.stream !== tick.stream || held.seq < tick.seq;
}
