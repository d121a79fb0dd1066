/** What is asked before a service: consents, and a question whose answer sends its patient elsewhere to wait. */
import type { Answer } from '@foyer/contracts/forms.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { Identified } from '@foyer/edge-server/ports/writer.ts';
import type { Random } from '../../bench/kit/random.ts';
import { pickOne } from './pick-one.ts';
import { consent, questionnaire, reception, sideEntrance } from './simulated-clinic.ts';
import type { SimulatedPeople } from './simulated-people.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

const reason = 'a nurse has looked';

export class SimulatedForms {
  /** Who was told to wait elsewhere, and where. */
  readonly sentElsewhere = new Map<string, string>();
  readonly #senders: SimulatedSenders;
  readonly #people: SimulatedPeople;
  readonly #random: Random;

  constructor(senders: SimulatedSenders, people: SimulatedPeople, random: Random) {
    this.#senders = senders;
    this.#people = people;
    this.#random = random;
  }

  /** In the patient's own session, right after the number. */
  atKiosk(ticketId: string, kiosk: Sender, identified: Identified): void {
    if (this.#chance(0.6)) this.#answer(ticketId, kiosk, identified);
    if (this.#chance(0.6)) this.#consent(ticketId, kiosk, identified);
  }

  /** With staff. */
  act(): void {
    const tickets = [...this.#senders.edge.state.queue.tickets.values()].filter(({ standing }) =>
      isOpen(standing.state),
    );
    const ticketId = pickOne(tickets, this.#random)?.id;
    const cleared = pickOne(this.sentElsewhere.keys(), this.#random);
    const what = this.#random.next();
    if (what < 0.2 && cleared !== undefined) this.#clear(cleared);
    else if (what < 0.65 && ticketId !== undefined) this.#answer(ticketId, reception);
    else if (ticketId !== undefined) this.#consent(ticketId, reception);
  }

  #answer(ticketId: string, sender: Sender, identified?: Identified): void {
    const { id: questionnaireId, version } = questionnaire;
    const isUnwell = this.#chance(0.3);
    const answers: Answer[] = [
      { linkId: 'cough', value: isUnwell ? 'yes' : 'no' },
      { linkId: 'since', value: this.#people.complaint() },
    ];
    const fields = { ticketId, questionnaireId, version, answers, ...ofSession(identified) };
    const result = this.#senders.send('answer-questionnaire', fields, sender, identified);
    if (result !== undefined && isUnwell) this.sentElsewhere.set(ticketId, sideEntrance);
  }

  #consent(ticketId: string, sender: Sender, identified?: Identified): void {
    const { id: consentId, version } = consent;
    const said = this.#chance(0.8) ? { given: true, signature: { by: 'tap' } as const } : { given: false };
    this.#senders.send(
      'record-consent',
      { ticketId, consentId, version, ...said, ...ofSession(identified) },
      sender,
      identified,
    );
  }

  #clear(ticketId: string): void {
    const result = this.#senders.send('clear-screening', { ticketId, reason }, reception);
    if (result !== undefined) this.sentElsewhere.delete(ticketId);
  }

  #chance(chance: number): boolean {
    return this.#random.next() < chance;
  }
}

function ofSession(identified: Identified | undefined) {
  return identified === undefined ? {} : { identificationId: identified.identificationId };
}
