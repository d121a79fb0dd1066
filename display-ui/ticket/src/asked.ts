// What the patient asked for and the clinic has not answered. Pure. A command is confirmed by what the view shows, not by
// its acknowledgement alone: at the PMS the acknowledgement says `pending`, and the edge's answer comes as a patch.

import type { TicketView } from '@foyer/contracts/ticket-view.ts';

export const UNCONFIRMED_AFTER_MS = 15_000;

export type Wish = 'hold' | 'resume' | 'step-out' | 'back-inside' | 'request-help';

export const AskedState = {
  /** On its way, or pending at the PMS. */
  asking: 'asking',
  /** Nothing came of it in 15 s; it may still happen. */
  unconfirmed: 'unconfirmed',
  /** The clinic said yes. */
  done: 'done',
  /** The clinic said no: nothing was changed. */
  refused: 'refused',
} as const;
export type AskedState = (typeof AskedState)[keyof typeof AskedState];

export interface Asked {
  readonly wish: Wish;
  readonly state: AskedState;
}

/** What came back, as far as it matters here. */
export type Reply = { readonly ok: true; readonly pending?: true } | { readonly ok: false; readonly unanswered?: true };

export function ask(wish: Wish): Asked {
  return { wish, state: AskedState.asking };
}

export function replied(asked: Asked, reply: Reply): Asked {
  if (reply.ok) return reply.pending ? asked : { ...asked, state: AskedState.done };
  return { ...asked, state: reply.unanswered ? AskedState.unconfirmed : AskedState.refused };
}

/** 15 s have passed since it was asked. */
export function patienceEnded(asked: Asked): Asked {
  return asked.state === AskedState.asking ? { ...asked, state: AskedState.unconfirmed } : asked;
}

/** The view shows that it happened: there is nothing to say any more. A call for help is shown for as long as it lasts. */
export function isFulfilled({ wish }: Asked, view: TicketView): boolean {
  switch (wish) {
    case 'hold':
      return view.state === 'on-hold' || view.state === 'called';
    case 'resume':
      return view.state !== 'on-hold' && view.state !== 'not-answered';
    case 'step-out':
      return view.steppedOut !== undefined || view.state !== 'waiting';
    case 'back-inside':
      return view.steppedOut === undefined;
    case 'request-help':
      return view.help !== undefined;
  }
}
