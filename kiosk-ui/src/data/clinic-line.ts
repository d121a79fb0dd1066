// The clinic as the kiosk reaches it: its view and commands by the socket, identifications by a plain request, because
// they are questions and no commands.

import type { FormsToFill } from '@foyer/contracts/forms.ts';
import type { IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import type { Connection } from '@foyer/ui-kit/connection/connection.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import type { Clinic } from '../session/clinic.ts';

export interface ClinicLineParts {
  readonly connection: () => Connection<'/kiosk'> | undefined;
  readonly token: () => string | undefined;
  readonly knows: (language: Language) => void;
}

export class ClinicLine implements Clinic {
  readonly #parts: ClinicLineParts;

  constructor(parts: ClinicLineParts) {
    this.#parts = parts;
  }

  get view(): KioskView | undefined {
    return this.#parts.connection()?.view;
  }

  serverNow(): number {
    return this.#parts.connection()?.serverNow() ?? Date.now();
  }

  get silent(): boolean {
    const connection = this.#parts.connection();
    return connection === undefined || connection.view === undefined || connection.liveness === Liveness.stale;
  }

  identify(by: IdentificationRequest): Promise<ApiAnswer<IdentificationAnswer>> {
    return request<IdentificationAnswer>('/api/v1/identifications', { body: by, token: this.#parts.token() });
  }

  forms(serviceId: string, identificationId: string | undefined): Promise<ApiAnswer<FormsToFill>> {
    const query = new URLSearchParams({ serviceId, ...(identificationId ? { identificationId } : {}) });
    return request<FormsToFill>(`/api/v1/forms?${query}`, { token: this.#parts.token() });
  }

  knows(language: Language): void {
    this.#parts.knows(language);
  }

  async endSession(): Promise<void> {
    // Nobody waits for it: a clinic that is out of reach ends the session by itself after ten minutes.
    await request('/api/v1/identifications', { method: 'DELETE', token: this.#parts.token() });
  }

  async send(command: CommandBody, giveUpAfterMs: number): Promise<Sent> {
    const connection = this.#parts.connection();
    return connection ? connection.send(command, { giveUpAfterMs }) : { ok: false, unanswered: true };
  }
}
