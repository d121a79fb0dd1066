// The last numbers that each device had to do with: those that a kiosk gave out, and those that a button called.

import type { CommittedRow } from '../ports/writer.ts';

const mostNumbers = 5;

export class RecentTickets {
  readonly #byDevice = new Map<string, readonly string[]>();

  /** `numberOf`: of a ticket by its id, as far as it is known. */
  remember(rows: readonly CommittedRow[], numberOf: (ticketId: string) => string | undefined): void {
    for (const { actor, type, body } of rows) {
      if (!actor.startsWith('device:') || (type !== 'v1.TicketIssued' && type !== 'v1.TicketCalled')) continue;
      const deviceId = actor.slice('device:'.length);
      const number = numberOf((body as { readonly ticketId: string }).ticketId);
      if (number === undefined) continue;
      this.#byDevice.set(deviceId, [number, ...this.of(deviceId)].slice(0, mostNumbers));
    }
  }

  /** The newest first. */
  of(deviceId: string): readonly string[] {
    return this.#byDevice.get(deviceId) ?? [];
  }
}
