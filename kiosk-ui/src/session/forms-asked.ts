// What a clinic asks before a service: the first question of it, and the answers on their way behind the number.

import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import { PATIENCE_MS, type Clinic } from './clinic.ts';
import { beginFilling, commandsOf, nextQuestion, type Filling, type Order } from './filling.ts';
import type { Screen } from './screens.ts';
import { codeOf } from './sent-facts.ts';

export class FormsAsked {
  readonly #clinic: Clinic;

  constructor(clinic: Clinic) {
    this.#clinic = clinic;
  }

  mayBeOf({ serviceId }: Order): boolean {
    return this.#clinic.view?.services[serviceId]?.forms === true;
  }

  /** Undefined where nothing is left to ask, or the clinic does not say. */
  async first(order: Order): Promise<Screen | undefined> {
    const answer = await this.#clinic.forms(order.serviceId, order.identificationId);
    return answer.ok ? nextQuestion(beginFilling(order, answer.value)) : undefined;
  }

  /** What gives the number, and what was said before it: that is sent even where nobody stands here any more. */
  async sendOrder(command: CommandBody, filling?: Filling): Promise<{ sent: Sent; again?: Screen | undefined }> {
    const sent = await this.#clinic.send(command, PATIENCE_MS);
    if (!filling || !sent.ok || !('result' in sent)) return { sent };
    return { sent, again: await this.send(filling, sent.result) };
  }

  /** Then the paper, which says where to wait. Answers what is asked again: a form that the clinic changed meanwhile. */
  async send(filling: Filling, given: { readonly [key: string]: unknown }): Promise<Screen | undefined> {
    const { order } = filling;
    const { identificationId } = order;
    const { id: ticketId } = given['ticket'] as Ticket;
    const commands = commandsOf(filling, ticketId);
    let isChanged = false;
    for (const command of commands) {
      const sent = await this.#clinic.send(command, PATIENCE_MS);
      if (!sent.ok && codeOf(sent) === 'questionnaire-changed') isChanged = true;
    }
    const reprint = { type: 'reprint-ticket' as const, ticketId, ...(identificationId ? { identificationId } : {}) };
    if (commands.length > 0) await this.#clinic.send(reprint, PATIENCE_MS);
    return isChanged ? this.first({ ...order, given }) : undefined;
  }
}

/** Where something was said, the paper comes after it. */
export function paperAfter(filling: Filling | undefined): { print?: false } {
  return filling && commandsOf(filling, '').length > 0 ? { print: false } : {};
}
