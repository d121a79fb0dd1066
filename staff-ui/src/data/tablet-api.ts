// What a tablet asks the edge for beside its socket: who may sign in here, signing in, opening a locked name, letting a
// new screen in and an old one go, people whom its view does not hold, and the files of displays.

import type { ImportAnswer, ImportRequest } from '@foyer/contracts/appointment-import.ts';
import type { BookedTimes, NextDayList } from '@foyer/contracts/booking.ts';
import type { PhraseId } from '@foyer/contracts/call-phrases.ts';
import type { CallingPreview, CallingRulesNow } from '@foyer/contracts/calling-rules.ts';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { Explanation } from '@foyer/contracts/explanation.ts';
import type { FormResponses } from '@foyer/contracts/forms.ts';
import type {
  EnrolmentApproval,
  EnrolmentSeen,
  SessionAnswer,
  SessionRequest,
  StaffTiles,
} from '@foyer/contracts/http-api.ts';
import type { DeviceId, PatientId, StaffId, TicketId } from '@foyer/contracts/ids.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { MediaList } from '@foyer/contracts/media.ts';
import type { PaperProofAnswer, PaperProofRequest } from '@foyer/contracts/paper-proof.ts';
import type { PatientRecord, PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import type { ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import type { LocalDate } from '@foyer/contracts/time.ts';
import type { WhatIf, WhatIfRequest } from '@foyer/contracts/what-if.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { whoseQuery, type WhoseWork } from './leaving.ts';

/** Five thousand rows take a few seconds. */
const IMPORT_WITHIN_MS = 60_000;
/** The busiest days of a small box, while it serves. */
const REPLAY_WITHIN_MS = 30_000;
/** The first picture loads the typefaces of its languages. */
const PICTURE_WITHIN_MS = 15_000;
/** A printer that hangs is given up before. */
const PRINT_WITHIN_MS = 120_000;
/** A video over a clinic's radio. */
const FILE_WITHIN_MS = 120_000;
/** Whoever waits longer has typed on, or has no connection. */
const FIND_WITHIN_MS = 3_000;

export class TabletApi {
  readonly #device: string;

  /** `device` is the tablet's own token. */
  constructor(device: string) {
    this.#device = device;
  }

  staffTiles(): Promise<ApiAnswer<StaffTiles>> {
    return request<StaffTiles>('/api/v1/staff-tiles', { token: this.#device });
  }

  signIn(body: SessionRequest): Promise<ApiAnswer<SessionAnswer>> {
    return request<SessionAnswer>('/api/v1/sessions', { token: this.#device, body });
  }

  /** Opens a name that wrong PINs have locked. `token` is the supervisor's. */
  unlock(staffId: StaffId, token: string): Promise<ApiAnswer<unknown>> {
    return request(`/api/v1/staff/${staffId}/unlock`, { method: 'POST', token, device: this.#device, body: {} });
  }

  /** Takes a screen's credential away. `token` is the administrator's. */
  remove(deviceId: DeviceId, token: string): Promise<ApiAnswer<unknown>> {
    return request(`/api/v1/devices/${deviceId}`, { method: 'DELETE', token, device: this.#device });
  }

  /** Whoever of the clinic fits what was typed, here today or not. `token` is that of who asks. */
  findPeople(typed: string, token: string): Promise<ApiAnswer<PatientSearchAnswer>> {
    const body = { typed };
    return request('/api/v1/patient-searches', { token, device: this.#device, body, timeoutMs: FIND_WITHIN_MS });
  }

  /** What may be corrected of one person. */
  patientRecord(patientId: PatientId, token: string): Promise<ApiAnswer<PatientRecord>> {
    return request(`/api/v1/patients/${patientId}`, { token, device: this.#device });
  }

  /** What somebody said before the service. `token` is that of who reads it. */
  formResponses(ticketId: TicketId, token: string): Promise<ApiAnswer<FormResponses>> {
    return request(`/api/v1/tickets/${ticketId}/forms`, { token, device: this.#device });
  }

  /** Why somebody stands where they stand in their queue, and why they were called. */
  why(ticketId: TicketId, token: string): Promise<ApiAnswer<Explanation>> {
    return request(`/api/v1/tickets/${ticketId}/why`, { token, device: this.#device });
  }

  /** Who is affected when somebody leaves, or a room is shut, and where each could go. */
  reassignmentProposal(whose: WhoseWork, token: string): Promise<ApiAnswer<ReassignmentProposal>> {
    const path = `/api/v1/reassignment-proposal?${whoseQuery(whose)}`;
    return request(path, { token, device: this.#device });
  }

  /** Shows a table of appointments as it would be taken over, or takes its good rows over. */
  importAppointments(body: ImportRequest, token: string): Promise<ApiAnswer<ImportAnswer>> {
    const path = '/api/v1/appointments/import';
    return request<ImportAnswer>(path, { token, device: this.#device, body, timeoutMs: IMPORT_WITHIN_MS });
  }

  /** Today's list leaves the house on paper. */
  noteListPrint(token: string): Promise<ApiAnswer<unknown>> {
    return request('/api/v1/list-prints', { token, device: this.#device, body: {} });
  }

  /** The list of the next day that the clinic is open: it leaves the house on paper, too. */
  nextDayList(token: string): Promise<ApiAnswer<NextDayList>> {
    return request<NextDayList>('/api/v1/list-prints/next', { token, device: this.#device, body: {} });
  }

  /** How many are booked on one day, when and for what. */
  bookedTimes(day: LocalDate, token: string): Promise<ApiAnswer<BookedTimes>> {
    const path = `/api/v1/booked-times?day=${encodeURIComponent(day)}`;
    return request<BookedTimes>(path, { token, device: this.#device, timeoutMs: FIND_WITHIN_MS });
  }

  /** The clinic as it is set up. `token` is the administrator's. */
  clinicAsSetUp(token: string): Promise<ApiAnswer<ClinicAsSetUp>> {
    return request<ClinicAsSetUp>('/api/v1/clinic', { token, device: this.#device });
  }

  /** Whether these parts, whatever they are, could take the place of the clinic's own now. */
  checkClinic(changes: object, token: string): Promise<ApiAnswer<unknown>> {
    return request('/api/v1/clinic/check', { token, device: this.#device, body: { changes } });
  }

  /** A template of paper as a picture; undefined where it cannot be had. */
  async paperPicture(proof: PaperProofRequest, token: string): Promise<Blob | undefined> {
    try {
      const response = await fetch('/api/v1/paper/pictures', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'foyer-device': this.#device,
          'content-type': 'application/json',
        },
        body: JSON.stringify(proof),
        signal: AbortSignal.timeout(PICTURE_WITHIN_MS),
      });
      return response.ok ? await response.blob() : undefined;
    } catch {
      return undefined;
    }
  }

  /** Prints a template once, with made-up words. */
  printPaperProof(proof: PaperProofRequest, token: string): Promise<ApiAnswer<PaperProofAnswer>> {
    const path = '/api/v1/paper/proofs';
    return request(path, { token, device: this.#device, body: proof, timeoutMs: PRINT_WITHIN_MS });
  }

  callingRules(token: string): Promise<ApiAnswer<CallingRulesNow>> {
    return request<CallingRulesNow>('/api/v1/calling-rules', { token, device: this.#device });
  }

  /** What other rules would do to the queue of this moment. */
  previewRules(rules: unknown, token: string): Promise<ApiAnswer<CallingPreview>> {
    const path = '/api/v1/calling-rules/preview';
    return request<CallingPreview>(path, { token, device: this.#device, body: { rules } });
  }

  /** A past day with other rules. */
  whatIf(body: WhatIfRequest, token: string): Promise<ApiAnswer<WhatIf>> {
    const path = '/api/v1/calling-rules/what-if';
    return request<WhatIf>(path, { token, device: this.#device, body, timeoutMs: REPLAY_WITHIN_MS });
  }

  /** What displays may show. `token` is that of who sets them. */
  mediaList(token: string): Promise<ApiAnswer<MediaList>> {
    return request<MediaList>('/api/v1/media', { token, device: this.#device });
  }

  addMedia(file: Blob, token: string): Promise<ApiAnswer<{ readonly file: string }>> {
    return request('/api/v1/media', { token, device: this.#device, file, timeoutMs: FILE_WITHIN_MS });
  }

  removeMedia(file: string, token: string): Promise<ApiAnswer<unknown>> {
    return request(`/api/v1/media/${file}`, { method: 'DELETE', token, device: this.#device });
  }

  /** Which phrases of a call are recorded. */
  recordedClips(language: Language, token: string): Promise<ApiAnswer<{ readonly recorded: readonly PhraseId[] }>> {
    return request(`/api/v1/clips/${language}`, { token, device: this.#device });
  }

  recordClip(language: Language, phrase: PhraseId, file: Blob, token: string): Promise<ApiAnswer<unknown>> {
    return request(`/api/v1/clips/${language}/${phrase}`, { token, device: this.#device, file });
  }

  removeClip(language: Language, phrase: PhraseId, token: string): Promise<ApiAnswer<unknown>> {
    return request(`/api/v1/clips/${language}/${phrase}`, { method: 'DELETE', token, device: this.#device });
  }

  /** A recorded phrase, or a file of the media; undefined where it cannot be had. */
  async fileOf(path: `clips/${Language}/${PhraseId}` | `media/${string}`, token: string): Promise<Blob | undefined> {
    try {
      const headers = { authorization: `Bearer ${token}`, 'foyer-device': this.#device };
      const response = await fetch(`/api/v1/${path}`, { headers, signal: AbortSignal.timeout(FILE_WITHIN_MS) });
      return response.ok ? await response.blob() : undefined;
    } catch {
      return undefined;
    }
  }

  /** Lets the screen in that shows `code`. `token` is the administrator's. */
  /** Whose code it is, before it is let in. */
  look(code: string, token: string): Promise<ApiAnswer<EnrolmentSeen>> {
    return request('/api/v1/enrolments/look', { token, device: this.#device, body: { code } });
  }

  approve(body: EnrolmentApproval, token: string): Promise<ApiAnswer<unknown>> {
    return request('/api/v1/enrolments/approve', { token, device: this.#device, body });
  }
}

/** "k7q2 m4xp" as it is sent: "K7Q2-M4XP"; undefined until all eight characters are there. */
export function enrolmentCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return bare.length === 8 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : undefined;
}
