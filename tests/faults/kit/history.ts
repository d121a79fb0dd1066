/**
 * What clients asked and were answered, and when: the history that has to look as if everything had been done at one
 * moment each, between the asking and the answer.
 */
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { QueueCommand } from '@foyer/domain/queue/decide.ts';

interface Span {
  /** When it was sent first and when its first answer came, on one monotonic clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
}
export interface CommandSent extends Span {
  readonly kind: 'command';
  readonly command: QueueCommand;
  readonly sender: Sender;
  /** By the wall clock. */
  readonly wallAt: number;
  /** Every one that came, for it may have been sent again; at least one. */
  readonly answers: CommandAnswer[];
}
/** Of one ticket; null: there is none. */
export interface TicketRead extends Span {
  readonly kind: 'read';
  readonly ticketId: string;
  readonly answer: Ticket | null;
}
export type Operation = CommandSent | TicketRead;

export type AcceptedAnswer = Extract<CommandAnswer, { readonly ok: true; readonly seq: number }>;

export function isAccepted(answer: CommandAnswer | undefined): answer is AcceptedAnswer {
  return answer !== undefined && answer.ok && 'seq' in answer;
}
