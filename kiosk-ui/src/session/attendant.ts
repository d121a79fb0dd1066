// The attendant behind the screen: takes what a patient does, asks the clinic, and decides where the journey goes.
// Invariants: an answer that comes after a wipe shows nothing to the next person; a ticket is shown only after the
// clinic answered; whatever happens, there is a screen with a way on.

import type { IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';
import type { Act, Scan } from './acts.ts';
import { arrivalOf, notesOf, type OtherDay, type TicketNotes } from './arrival.ts';
import { PATIENCE_MS, type Clinic } from './clinic.ts';
import { nextQuestion, type Filling, type Order } from './filling.ts';
import { FormsAsked, paperAfter } from './forms-asked.ts';
import { idleFace } from './idle-face.ts';
import { isClosed } from './opening.ts';
import { ticketOfCode } from './scanned-ticket.ts';
import { codeOf, factsOf, serviceOf } from './sent-facts.ts';
import { returningIn, withCorrected, type Correction } from './known-details.ts';
import { refusalKind } from './refusals.ts';
import { begin, goBack, goTo, isOfOnePerson, settle, shown, type Facts, type Journey, type Screen } from './screens.ts';
import { saidWith, tell, type Told } from './told.ts';

export type Busy = 'looking' | 'number';

/** A call for help is sent for as long as its screen may stand, wiping included. */
const HELP_PATIENCE_MS = 120_000;

export class Attendant {
  readonly #clinic: Clinic;
  readonly #forms: FormsAsked;
  readonly #changed: () => void;
  readonly #language: () => Language;
  #journey: Journey = begin();
  #busy: Busy | undefined;
  #lastScan = '';
  #identified = false;

  constructor(clinic: Clinic, language: () => Language, changed: () => void) {
    this.#clinic = clinic;
    this.#forms = new FormsAsked(clinic);
    this.#language = language;
    this.#changed = changed;
  }

  get journey(): Journey {
    return this.#journey;
  }

  get screen(): Screen {
    return shown(this.#journey);
  }

  get busy(): Busy | undefined {
    return this.#busy;
  }

  /** Forgets the person: what they told, what was found, and what is still on its way. */
  wipe(): void {
    this.#lastScan = '';
    this.#busy = undefined;
    if (this.#identified) void this.#clinic.endSession();
    this.#identified = false;
    this.#show(begin());
  }

  async handle(act: Act): Promise<void> {
    switch (act.act) {
      case 'go':
        return this.#show(goTo(this.#journey, act.screen));
      case 'back':
        return this.#show(goBack(this.#journey));
      case 'finish':
        return this.wipe();
      case 'identify':
        return this.#identify(act.by);
      case 'read':
        return this.scanned(act.scan);
      case 'take-number':
        return this.#takeNumber(act.serviceId, act.identificationId);
      case 'desk-number':
        return this.#deskNumber(act.onBehalf);
      case 'tell':
        return this.#tell(act.told, act.next);
      case 'correct':
        return this.#correct(act.changed, act.told);
      case 'another':
        return this.#another();
      case 'check-in':
        return this.#checkIn(act.identificationId, act.appointment, this.#begin('number'));
      case 'reprint':
        return this.#reprint();
      case 'register':
        return this.#register(act.patient);
      case 'say':
        return this.#say(act.filling);
      case 'leave-forms':
        return this.#giveNumber(act.filling);
      case 'not-me':
        return this.#notMe();
      case 'help':
        return this.#help(act.kind);
    }
  }

  /** Another code is held under the reader while somebody's ticket is shown: they have gone, somebody else is here. */
  isNextPatient({ text }: Scan): boolean {
    return isOfOnePerson(this.screen) && !this.#busy && text !== this.#lastScan;
  }

  /** The scanner read something. The same code a second time, still lying there, changes nothing. */
  async scanned(scan: Scan): Promise<void> {
    const { format, text } = scan;
    if (this.isNextPatient(scan)) this.wipe();
    if (this.#busy || this.screen.page === 'help' || isOfOnePerson(this.screen)) return;
    this.#lastScan = text;
    const ticketId = format === 'mrz' ? undefined : ticketOfCode(text);
    if (ticketId !== undefined) return this.#comeBack(ticketId);
    if (this.#isClosedForNewcomers()) return this.#refuse('day-closed');
    if (this.#sendsToDesk()) return this.#refuse('storage-full');
    await this.#identify(format === undefined || format === 'qr' ? { qr: text } : { document: { format, text } });
  }

  async #identify(by: IdentificationRequest): Promise<void> {
    const journey = this.#begin('looking');
    this.#identified = true;
    const answer = await this.#clinic.identify(by);
    if (this.#isOver(journey)) return;
    if (!answer.ok) {
      return this.#refuse('refusal' in answer ? answer.refusal.code : answer.error.code);
    }
    const found = answer.value;
    if ('next' in found) {
      const { ask: asks, times } = found.next;
      return this.#end(goTo(journey, { page: 'confirm', identificationId: found.identificationId, asks, times }));
    }
    if (found.language) this.#clinic.knows(found.language);
    const noted = this.#note(journey, notesOf(found));
    const arrival = arrivalOf(found);
    if (arrival.next === 'screen') return this.#end(goTo(noted, arrival.screen));
    if (arrival.next === 'other-day') return this.#otherDay(arrival.otherDay, arrival.identificationId, noted);
    if (arrival.next === 'check-in') return this.#checkIn(found.identificationId, arrival.appointment, noted);
    if (!found.matched) {
      if ('qr' in by && found.reason && !isOfDocument(found.reason)) return this.#whyNot(by.qr, noted, found.reason);
      return this.#refuse(found.reason ?? 'not-found');
    }
    if (found.known) {
      const { identificationId, known } = found;
      return this.#end(goTo(noted, { page: 'returning', identificationId, known }));
    }
    this.#refuse('no-appointment-today', {}, found.identificationId);
  }

  /** What the ticket's screen will say of this person, and of nobody who is looked for after them. */
  #note({ notes: _before, ...journey }: Journey, notes: TicketNotes): Journey {
    this.#journey = Object.keys(notes).length === 0 ? journey : { ...journey, notes };
    return this.#journey;
  }

  /** Whoever shows their own ticket is here again, and is told the number and whether they are being called. */
  async #comeBack(publicId: string): Promise<void> {
    const journey = this.#begin('looking');
    const sent = await this.#clinic.send({ type: 'come-back', publicId }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (!sent.ok || !('result' in sent)) return this.#refuse(codeOf(sent));
    const ticket = sent.result['ticket'] as Ticket;
    const shownAt = this.#clinic.serverNow();
    const behind = sent.result['behind'] === true ? { behind: true as const } : {};
    this.#end(settle({ page: 'ticket', ticket, already: true, back: true, ...behind, shownAt }));
  }

  /** The desk helps whoever came on the wrong day: the number comes at once, and the right day beside it. */
  async #otherDay(otherDay: OtherDay, identificationId: string | undefined, journey: Journey): Promise<void> {
    const serviceId = this.#clinic.view?.deskServiceId;
    const { date } = otherDay;
    if (!serviceId) return this.#refuse('code-of-another-day', { date }, identificationId);
    this.#busy = 'number';
    this.#changed();
    const sent = await this.#clinic.send(
      {
        type: 'issue-ticket',
        serviceId,
        language: this.#language(),
        ...(identificationId ? { identificationId } : {}),
        ...saidWith(journey),
      },
      PATIENCE_MS,
    );
    if (this.#isOver(journey)) return;
    if (!sent.ok || !('result' in sent)) return this.#refuse('code-of-another-day', { date }, identificationId);
    this.#note(journey, { ...journey.notes, otherDay });
    this.#ticket(sent.result);
  }

  /** Where it cannot be printed, the number on the screen is as good. */
  async #reprint(): Promise<void> {
    const { screen } = this;
    if (screen.page !== 'already') return;
    const journey = this.#begin('number');
    const { identificationId, ticket } = screen;
    const sent = await this.#clinic.send(
      { type: 'reprint-ticket', ticketId: ticket.id, identificationId },
      PATIENCE_MS,
    );
    if (this.#isOver(journey)) return;
    const { ahead, ...given } = ticket;
    const { notes } = journey;
    this.#end(
      settle({
        ...{ page: 'ticket', ticket: given, already: true, ahead, shownAt: this.#clinic.serverNow() },
        ...(sent.ok ? { reprinted: true } : {}),
        ...(notes ? { notes } : {}),
      }),
    );
  }

  /** A code that opens nothing here: the refusal of the check-in says which day or which clinic it is for. */
  async #whyNot(qr: string, journey: Journey, reason: string): Promise<void> {
    const sent = await this.#clinic.send({ type: 'check-in', qr, language: this.#language() }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (sent.ok && 'result' in sent) return this.#ticket(sent.result);
    if (!sent.ok && 'refusal' in sent) return this.#refuse(sent.refusal.code, factsOf(sent.refusal));
    this.#refuse(reason);
  }

  async #checkIn(
    identificationId: string,
    appointment: AppointmentSummary,
    journey: Journey,
    filling?: Filling,
  ): Promise<void> {
    this.#busy = 'number';
    this.#changed();
    const order = { serviceId: appointment.serviceId, identificationId, appointment };
    const mayAsk = !filling && !appointment.checkedIn && this.#forms.mayBeOf(order);
    if (mayAsk && (await this.#asksFirst(order, journey))) return;
    const { sent, again } = await this.#forms.sendOrder(
      {
        type: 'check-in',
        identificationId,
        appointmentId: appointment.id,
        language: this.#language(),
        ...paperAfter(filling),
        ...saidWith(journey),
      },
      filling,
    );
    if (this.#isOver(journey)) return;
    if (again) return this.#end(goTo(begin(), again));
    if (sent.ok && 'result' in sent) return this.#ticket(sent.result, appointment);
    this.#refuse(codeOf(sent), {}, identificationId);
  }

  async #takeNumber(serviceId: string, identificationId?: string, filling?: Filling): Promise<void> {
    const journey = this.#begin('number');
    const order = { serviceId, identificationId };
    if (!filling && this.#forms.mayBeOf(order) && (await this.#asksFirst(order, journey))) return;
    const { sent, again } = await this.#forms.sendOrder(
      {
        type: 'issue-ticket',
        serviceId,
        language: this.#language(),
        ...paperAfter(filling),
        ...(identificationId ? { identificationId } : {}),
        ...saidWith(journey),
      },
      filling,
    );
    if (this.#isOver(journey)) return;
    if (again) return this.#end(goTo(begin(), again));
    if (sent.ok && 'result' in sent) return this.#ticket(sent.result);
    this.#refuse(codeOf(sent), serviceOf(sent), identificationId);
  }

  async #deskNumber(onBehalf?: true): Promise<void> {
    const { screen } = this;
    if (onBehalf) this.#journey = tell(this.#journey, { onBehalf });
    const serviceId = this.#clinic.view?.deskServiceId;
    if (!serviceId) return this.#refuse('internal');
    const identificationId =
      screen.page === 'refusal' || screen.page === 'services' || screen.page === 'remote'
        ? screen.identificationId
        : undefined;
    await this.#takeNumber(serviceId, identificationId);
  }

  #tell(told: Told, next: Screen | undefined): void {
    const journey = tell(this.#journey, told);
    this.#show(next ? goTo(journey, next) : goBack(journey));
  }

  /** The page goes on with what the clinic has taken, and with nothing else. */
  async #correct(changed: Correction, told: Told = {}): Promise<void> {
    const journey = this.#begin('looking');
    const of = returningIn(journey);
    if (!of) return this.#end(goBack(journey));
    const { identificationId } = of;
    const sent = await this.#clinic.send({ type: 'update-patient', identificationId, patient: changed }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (!sent.ok) return this.#refuse(codeOf(sent), {}, identificationId);
    if (changed.language) this.#clinic.knows(changed.language);
    this.#end(tell(withCorrected(journey, changed), told));
  }

  /** Nothing of the first person stays, here or in the clinic's session, but that the two came together. */
  #another(): void {
    const { screen } = this;
    if (screen.page !== 'ticket') return;
    this.wipe();
    this.#show(goTo(tell(begin(), { partyOf: screen.ticket.id }), { page: 'identify' }));
  }

  async #register(patient: PatientDetails): Promise<void> {
    const journey = this.#begin('looking');
    const sent = await this.#clinic.send({ type: 'register-patient', patient }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (!sent.ok || !('result' in sent)) return this.#refuse(codeOf(sent));
    const identificationId = sent.result['identificationId'] as string | undefined;
    // What was typed has arrived: it leaves this page's memory, and Back leads to the beginning.
    const anew = tell(begin(), journey.told ?? {});
    this.#end(goTo(anew, { page: 'services', ...(identificationId ? { identificationId } : {}) }));
  }

  async #notMe(): Promise<void> {
    const { screen } = this;
    if (screen.page !== 'ticket') return;
    const journey = this.#begin('looking');
    const sent = await this.#clinic.send({ type: 'undo-check-in', ticketId: screen.ticket.id }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (!sent.ok) return this.#refuse(codeOf(sent));
    this.#lastScan = '';
    this.#end(goTo(tell(begin(), journey.told ?? {}), { page: 'identify', undone: true }));
  }

  /** Whether something is left to ask: then the first of it is shown, and the number comes after. */
  async #asksFirst(order: Order, journey: Journey): Promise<boolean> {
    const first = await this.#forms.first(order);
    if (this.#isOver(journey)) return true;
    if (first) this.#end(goTo(journey, first));
    return first !== undefined;
  }

  async #say(filling: Filling): Promise<void> {
    const next = nextQuestion(filling);
    if (next) return this.#show(goTo(this.#journey, next));
    await this.#giveNumber(filling);
  }

  /** Whatever was said, and wherever it was left. */
  async #giveNumber(filling: Filling): Promise<void> {
    const { serviceId, identificationId, appointment, given } = filling.order;
    if (!given && appointment && identificationId) {
      return this.#checkIn(identificationId, appointment, this.#begin('number'), filling);
    }
    if (!given) return this.#takeNumber(serviceId, identificationId, filling);
    const journey = this.#begin('number');
    const again = await this.#forms.send(filling, given);
    if (this.#isOver(journey)) return;
    if (again) return this.#end(goTo(begin(), again));
    this.#ticket(given, appointment);
  }

  async #help(kind: 'assistance' | 'emergency'): Promise<void> {
    const pressedAt = this.#clinic.serverNow();
    const { screen } = this;
    const before = screen.page === 'help' ? goBack(this.#journey) : this.#journey;
    const unsent = this.#clinic.silent ? { unsent: true } : {};
    const asked = goTo(before, { page: 'help', kind, pressedAt, ...unsent });
    this.#show(asked);
    const ticketId = before.screens.findLast((item) => item.page === 'ticket')?.ticket.id;
    const sent = await this.#clinic.send(
      { type: 'request-help', kind, ...(ticketId ? { ticketId } : {}) },
      HELP_PATIENCE_MS,
    );
    if (this.#journey !== asked) return;
    const helpId = sent.ok && 'result' in sent ? (sent.result['helpId'] as string) : undefined;
    this.#show(goTo(before, { page: 'help', kind, pressedAt, ...(helpId ? { helpId } : { unsent: true }) }));
  }

  #ticket(result: { readonly [key: string]: unknown }, appointment?: AppointmentSummary): void {
    const { notes, told } = this.#journey;
    this.#end(
      settle(
        {
          page: 'ticket',
          ticket: result['ticket'] as Ticket,
          already: result['alreadyCheckedIn'] === true,
          ...(notes ? { notes } : {}),
          shownAt: this.#clinic.serverNow(),
          ...(appointment
            ? { booked: { initials: appointment.initials, time: appointment.time, at: appointment.at } }
            : {}),
        },
        told,
      ),
    );
  }

  #refuse(code: string, facts: Facts = {}, identificationId?: string): void {
    const before = this.screen.page === 'refusal' ? goBack(this.#journey) : this.#journey;
    this.#end(
      goTo(before, {
        page: 'refusal',
        kind: refusalKind(code),
        facts,
        ...(identificationId ? { identificationId } : {}),
      }),
    );
  }

  #begin(busy: Busy): Journey {
    this.#busy = busy;
    this.#changed();
    return this.#journey;
  }

  #end(journey: Journey): void {
    this.#busy = undefined;
    this.#show(journey);
  }

  /** Who began before the clinic closed goes on; a code that opens a session finds it closed. */
  #isClosedForNewcomers(): boolean {
    const clinic = this.#clinic.view?.clinic;
    const { page } = this.screen;
    return clinic !== undefined && isClosed(clinic) && (page === 'idle' || page === 'refusal');
  }

  /** No number can be kept: the desk takes whoever scans. */
  #sendsToDesk(): boolean {
    return this.screen.page === 'idle' && idleFace(this.#clinic.view) === 'storage';
  }

  /** Somebody wiped, went back or asked for help meanwhile: the answer is nobody's on this screen any more. */
  #isOver(journey: Journey): boolean {
    if (this.#journey === journey) return false;
    this.#busy = undefined;
    this.#changed();
    return true;
  }

  #show(journey: Journey): void {
    this.#journey = journey;
    this.#changed();
  }
}

/** What was under the reader is no code of ours, but a document that could not be read. */
function isOfDocument(reason: string): boolean {
  return reason.startsWith('document-');
}
