// Somebody is signed in: the line to the edge, what it answered, and the step that undo would take back.
// Invariant: a "no" is kept until it was read or the same act succeeds; it is never swallowed.

import type { CommandType } from '@foyer/contracts/commands.ts';
import type { ServicePointId, StaffId, TicketId } from '@foyer/contracts/ids.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody, Pending, Sent } from '@foyer/ui-kit/connection/commands.ts';
import type { Connection } from '@foyer/ui-kit/connection/connection.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { refusedIn, type Refused } from './refusals.ts';

/** What a session needs of its connection; tests bring their own. */
export type StaffLine = Pick<
  Connection<'/staff'>,
  'view' | 'liveness' | 'heardAt' | 'pending' | 'serverNow' | 'send' | 'subscribe' | 'start' | 'stop' | 'use'
>;

export interface Said extends Refused {
  readonly type: CommandType;
  /** The number it was about, when it was about one. */
  readonly number?: string;
}

export class StaffSession {
  readonly line: StaffLine;
  readonly staffId: StaffId;
  readonly servicePointId: ServicePointId | undefined;
  readonly #listeners = new Set<() => void>();
  #token: string;
  #said: Said | undefined;
  #lastTicket: TicketId | undefined;

  constructor(
    line: StaffLine,
    { staffId, servicePointId, token }: { staffId: StaffId; servicePointId: ServicePointId | undefined; token: string },
  ) {
    this.line = line;
    this.staffId = staffId;
    this.servicePointId = servicePointId;
    this.#token = token;
  }

  /** What the edge's other doors are asked with. */
  get token(): string {
    return this.#token;
  }

  /** The same person unlocked the tablet: the edge has ended the session before, and what is pending goes on in this. */
  renew(token: string): void {
    this.#token = token;
    this.line.use({ token });
  }

  get view(): StaffView | undefined {
    return this.line.view;
  }

  /** Whether what is shown may be taken for current. */
  get hasLine(): boolean {
    return this.line.liveness === Liveness.live;
  }

  get pending(): readonly Pending[] {
    return this.line.pending;
  }

  /** The last "no" that nobody has read yet. */
  get said(): Said | undefined {
    return this.#said;
  }

  /** The ticket of the last act that was accepted here. */
  get lastTicket(): TicketId | undefined {
    return this.#lastTicket;
  }

  now(): number {
    return this.line.serverNow();
  }

  start(): void {
    this.line.start();
  }

  stop(): void {
    this.line.stop();
  }

  /** Sends, and keeps what was answered. Without `giveUpAfterMs` it is kept until the edge answers. */
  async act(body: CommandBody, options?: { readonly giveUpAfterMs?: number }): Promise<Sent> {
    const sent = await this.line.send(body, options);
    const refused = refusedIn(sent);
    if (refused) {
      const number = this.#numberOf(ticketIdIn(body));
      this.#said = { ...refused, type: body.type, ...(number ? { number } : {}) };
    } else {
      if (this.#said?.type === body.type) this.#said = undefined;
      this.#lastTicket = ticketIdIn(body) ?? ticketIdOf(sent) ?? this.#lastTicket;
    }
    this.#tell();
    return sent;
  }

  /** The act of this type that waits for its answer, about this ticket when one is named. */
  isPending(type: CommandType, ticketId?: TicketId): boolean {
    return this.pending.some(
      (entry) => entry.type === type && (ticketId === undefined || ticketIdIn(entry.command) === ticketId),
    );
  }

  read(): void {
    this.#said = undefined;
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    const leave = this.line.subscribe(listener);
    return () => {
      this.#listeners.delete(listener);
      leave();
    };
  }

  #numberOf(ticketId: TicketId | undefined): string | undefined {
    return ticketId === undefined ? undefined : this.view?.tickets[ticketId]?.number;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export function ticketIdIn(body: object): TicketId | undefined {
  return 'ticketId' in body && typeof body.ticketId === 'string' ? body.ticketId : undefined;
}

/** `result.ticket` is the ticket or its id alone. */
function ticketIdOf(sent: Sent): TicketId | undefined {
  if (!sent.ok || !('result' in sent)) return undefined;
  const ticket = sent.result['ticket'] ?? sent.result['ticketId'];
  if (typeof ticket === 'string') return ticket;
  return ticket !== null && typeof ticket === 'object' && 'id' in ticket && typeof ticket.id === 'string'
    ? ticket.id
    : undefined;
}
