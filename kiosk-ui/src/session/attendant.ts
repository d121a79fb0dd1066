// The attendant behind the screen: takes what a patient does, asks the clinic, and decides where the journey goes.
// Invariants: an answer that comes after a wipe shows nothing to the next person; a ticket is shown only after the
// clinic answered; whatever happens, there is a screen with a way on.

import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import type { IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { AppointmentSummary, KioskView, Ticket } from '@foyer/contracts/views.ts';
import { isClosed } from './opening.ts';
import { refusalKind } from './refusals.ts';
import { begin, goBack, goTo, settle, shown, type Facts, type Journey, type Screen } from './screens.ts';

/** What a page may ask for. */
export type Act =
  | { readonly act: 'go'; readonly screen: Screen }
  | { readonly act: 'back' }
  /** Done; `leaving` when nobody stays who set this screen up (language, size, height). */
  | { readonly act: 'finish'; readonly leaving?: boolean }
  | { readonly act: 'identify'; readonly by: IdentificationRequest }
  | { readonly act: 'take-number'; readonly serviceId: string; readonly identificationId?: string }
  | { readonly act: 'desk-number' }
  | { readonly act: 'register'; readonly patient: PatientDetails }
  | { readonly act: 'not-me' }
  | { readonly act: 'help'; readonly kind: 'assistance' | 'emergency' };

export interface Scan {
  readonly format: 'qr' | 'mrz';
  readonly text: string;
}

/** The clinic as the attendant reaches it. */
export interface Clinic {
  readonly view: KioskView | undefined;
  serverNow(): number;
  /** Nothing has been heard of it for so long that what is sent may not arrive. */
  readonly silent: boolean;
  identify(by: IdentificationRequest): Promise<ApiAnswer<IdentificationAnswer>>;
  send(command: CommandBody, giveUpAfterMs: number): Promise<Sent>;
  /** The person who was found speaks this language. */
  knows(language: Language): void;
  /** The person is gone: what the clinic remembers of this session is over. */
  endSession(): Promise<void>;
}

export type Busy = 'looking' | 'number';

const PATIENCE_MS = 15_000;
/** A call for help is sent for as long as its screen may stand, wiping included. */
const HELP_PATIENCE_MS = 120_000;

export class Attendant {
  readonly #clinic: Clinic;
  readonly #changed: () => void;
  readonly #language: () => Language;
  #journey: Journey = begin();
  #busy: Busy | undefined;
  #lastScan = '';
  #identified = false;

  constructor(clinic: Clinic, language: () => Language, changed: () => void) {
    this.#clinic = clinic;
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
      case 'take-number':
        return this.#takeNumber(act.serviceId, act.identificationId);
      case 'desk-number':
        return this.#deskNumber();
      case 'register':
        return this.#register(act.patient);
      case 'not-me':
        return this.#notMe();
      case 'help':
        return this.#help(act.kind);
    }
  }

  /** Another code is held under the reader while a ticket is shown: its owner has gone, somebody else is here. */
  isNextPatient({ text }: Scan): boolean {
    return this.screen.page === 'ticket' && !this.#busy && text !== this.#lastScan;
  }

  /** The scanner read something. The same code a second time, still lying there, changes nothing. */
  async scanned(scan: Scan): Promise<void> {
    const { format, text } = scan;
    if (this.isNextPatient(scan)) this.wipe();
    if (this.#busy || this.screen.page === 'help' || this.screen.page === 'ticket') return;
    this.#lastScan = text;
    if (this.#isClosedForNewcomers()) return this.#refuse('day-closed');
    await this.#identify(format === 'qr' ? { qr: text } : { document: { format, text } });
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
    if (!found.matched) {
      if ('qr' in by && found.reason) return this.#whyNot(by.qr, journey, found.reason);
      return this.#refuse(found.reason ?? 'not-found');
    }
    if (found.language) this.#clinic.knows(found.language);
    const appointment = nextOf(found.appointments);
    if (!appointment) return this.#refuse('no-appointment-today', {}, found.identificationId);
    await this.#checkIn(found.identificationId, appointment, journey);
  }

  /** A code that opens nothing here: the refusal of the check-in says which day or which clinic it is for. */
  async #whyNot(qr: string, journey: Journey, reason: string): Promise<void> {
    const sent = await this.#clinic.send({ type: 'check-in', qr, language: this.#language() }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (sent.ok && 'result' in sent) return this.#ticket(sent.result);
    if (!sent.ok && 'refusal' in sent) return this.#refuse(sent.refusal.code, factsOf(sent.refusal));
    this.#refuse(reason);
  }

  async #checkIn(identificationId: string, appointment: AppointmentSummary, journey: Journey): Promise<void> {
    this.#busy = 'number';
    this.#changed();
    const sent = await this.#clinic.send(
      { type: 'check-in', identificationId, appointmentId: appointment.id, language: this.#language() },
      PATIENCE_MS,
    );
    if (this.#isOver(journey)) return;
    if (sent.ok && 'result' in sent) return this.#ticket(sent.result, appointment);
    this.#refuse(codeOf(sent), {}, identificationId);
  }

  async #takeNumber(serviceId: string, identificationId?: string): Promise<void> {
    const journey = this.#begin('number');
    const sent = await this.#clinic.send(
      {
        type: 'issue-ticket',
        serviceId,
        language: this.#language(),
        ...(identificationId ? { identificationId } : {}),
      },
      PATIENCE_MS,
    );
    if (this.#isOver(journey)) return;
    if (sent.ok && 'result' in sent) return this.#ticket(sent.result);
    this.#refuse(codeOf(sent), serviceOf(sent), identificationId);
  }

  async #deskNumber(): Promise<void> {
    const { screen } = this;
    const serviceId = this.#clinic.view?.deskServiceId;
    if (!serviceId) return this.#refuse('internal');
    const identificationId =
      screen.page === 'refusal' || screen.page === 'services' ? screen.identificationId : undefined;
    await this.#takeNumber(serviceId, identificationId);
  }

  async #register(patient: PatientDetails): Promise<void> {
    const journey = this.#begin('looking');
    const sent = await this.#clinic.send({ type: 'register-patient', patient }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (!sent.ok || !('result' in sent)) return this.#refuse(codeOf(sent));
    const identificationId = sent.result['identificationId'] as string | undefined;
    // What was typed has arrived: it leaves this page's memory, and Back leads to the beginning.
    this.#end(goTo(begin(), { page: 'services', ...(identificationId ? { identificationId } : {}) }));
  }

  async #notMe(): Promise<void> {
    const { screen } = this;
    if (screen.page !== 'ticket') return;
    const journey = this.#begin('looking');
    const sent = await this.#clinic.send({ type: 'undo-check-in', ticketId: screen.ticket.id }, PATIENCE_MS);
    if (this.#isOver(journey)) return;
    if (!sent.ok) return this.#refuse(codeOf(sent));
    this.#lastScan = '';
    this.#end(goTo(begin(), { page: 'identify', undone: true }));
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
    this.#end(
      settle({
        page: 'ticket',
        ticket: result['ticket'] as Ticket,
        already: result['alreadyCheckedIn'] === true,
        shownAt: this.#clinic.serverNow(),
        ...(appointment
          ? { booked: { initials: appointment.initials, time: appointment.time, at: appointment.at } }
          : {}),
      }),
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

/** The earliest that is not checked in yet; when all are, the earliest, whose ticket is shown again. */
function nextOf(appointments: readonly AppointmentSummary[]): AppointmentSummary | undefined {
  const inOrder = appointments.toSorted((a, b) => a.at - b.at);
  return inOrder.find(({ checkedIn }) => !checkedIn) ?? inOrder[0];
}

function codeOf(sent: Sent): string {
  if (sent.ok || 'unanswered' in sent) return 'unconfirmed';
  return 'refusal' in sent ? sent.refusal.code : sent.error.code;
}

function serviceOf(sent: Sent): Facts {
  const serviceId = !sent.ok && 'refusal' in sent ? sent.refusal['serviceId'] : undefined;
  return typeof serviceId === 'string' ? { serviceId } : {};
}

function factsOf(refusal: { readonly [fact: string]: unknown }): Facts {
  const text = (name: string) => (typeof refusal[name] === 'string' ? refusal[name] : undefined);
  const [date, clinic] = [text('date'), text('clinicName')];
  return { ...(date ? { date } : {}), ...(clinic ? { clinic } : {}) };
}
