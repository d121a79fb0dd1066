// How much may come in over sockets, whose requests never pass the routes: lines that one address opens, what one sender
// says, and lines to one ticket's page. This machine is held to what a ticket page is held to alone.

import { minuteMs } from '@foyer/contracts/time.ts';
import type { Credential } from '../../ports/access.ts';
import { Allowance } from '../../ports/allowance.ts';
import { isLoopback } from '../../ports/loopback.ts';
import { networkOf } from '../../ports/network-of.ts';

/** Lines opened in a minute from one address: the phones of a waiting room may share one. */
export const mostLines = 600;
/** Commands of one screen or session in a minute, over however many sockets. */
export const mostOfOneScreen = 600;
/** Commands of one ticket page: a phone is anybody's. */
export const mostOfOneTicket = 30;
/** How often one sender may ask for what it missed: a screen that lost a patch asks every few seconds. */
export const mostCatchUps = 300;
/** Phones and tabs that follow one ticket at once. */
export const mostOnOneTicket = 8;

export class SocketLimits {
  readonly #lines: Allowance;
  readonly #ofScreens: Allowance;
  readonly #ofTickets: Allowance;
  readonly #catchUps: Allowance;

  constructor(now: () => number) {
    this.#lines = new Allowance({ most: mostLines, everyMs: minuteMs, now });
    this.#ofScreens = new Allowance({ most: mostOfOneScreen, everyMs: minuteMs, now });
    this.#ofTickets = new Allowance({ most: mostOfOneTicket, everyMs: minuteMs, now });
    this.#catchUps = new Allowance({ most: mostCatchUps, everyMs: minuteMs, now });
  }

  mayOpen(address: string | undefined): boolean {
    return isLoopback(address) || this.#lines.take(networkOf(address ?? ''));
  }

  mayCommand(credential: Credential, address: string | undefined): boolean {
    if (credential.kind === 'ticket') return this.#ofTickets.take(credential.ticketId);
    return isLoopback(address) || this.#ofScreens.take(senderOf(credential));
  }

  mayCatchUp(credential: Credential, address: string | undefined): boolean {
    return (credential.kind !== 'ticket' && isLoopback(address)) || this.#catchUps.take(senderOf(credential));
  }
}

function senderOf(credential: Credential): string {
  switch (credential.kind) {
    case 'staff':
      return credential.session;
    case 'device':
      return credential.deviceId;
    case 'ticket':
      return credential.ticketId;
  }
}
