/** What eight tablets were told, against what the log holds: each ticket called once, each call told once. */
import type { LogPage } from '@foyer/contracts/http-api.ts';
import type { Sent } from '../../bench/kit/edge-client.ts';

type Row = Pick<LogPage['rows'][number], 'type' | 'commandId' | 'body'>;

export interface CallVerdict {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly violations: readonly string[];
}

export class CallJudge {
  /** The ticket that each command was told. */
  readonly #told = new Map<string, string>();
  /** The ticket that each command called, and how often each ticket was called. */
  readonly #called = new Map<string, string>();
  readonly #timesCalled = new Map<string, number>();
  readonly #violations: string[] = [];

  hear({ commandId, status, answer }: Sent): void {
    const ticket = answer.ok && 'result' in answer ? (answer.result['ticket'] as { id: string } | null) : null;
    if (ticket === null) {
      this.#violations.push(`${commandId} called nobody (${status}): ${JSON.stringify(answer)}`);
      return;
    }
    const before = this.#told.get(commandId);
    if (before !== undefined && before !== ticket.id)
      this.#violations.push(`${commandId} was told ${before}, then ${ticket.id}`);
    this.#told.set(commandId, ticket.id);
  }

  read(row: Row): void {
    if (row.type !== 'v1.TicketCalled' || row.commandId === null) return;
    const { ticketId } = JSON.parse(row.body) as { ticketId: string };
    this.#timesCalled.set(ticketId, (this.#timesCalled.get(ticketId) ?? 0) + 1);
    if (this.#called.has(row.commandId)) this.#violations.push(`${row.commandId} called twice`);
    this.#called.set(row.commandId, ticketId);
  }

  verdict(): CallVerdict {
    const told = [...this.#told];
    const untrue = told.filter(([id, ticket]) => (this.#called.get(id) ?? ticket) !== ticket);
    const untold = [...this.#called.keys()].filter((id) => !this.#told.has(id));
    return {
      acknowledged: told.length,
      lost: told.filter(([id]) => !this.#called.has(id)).length,
      duplicated: [...this.#timesCalled.values()].filter((times) => times > 1).length,
      violations: [
        ...this.#violations,
        ...untrue.map(([id, ticket]) => `${id} was told ${ticket}, which it did not call`),
        ...untold.map((id) => `${id} called a ticket and nobody was told`),
      ],
    };
  }
}
