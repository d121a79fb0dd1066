// The clinic as the kiosk reaches it: its view and commands by the socket, identifications by a plain request, because
// they are questions and no commands.

import type { IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { KioskView } from '@foyer/contracts/views.ts';
import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import type { Connection } from '@foyer/ui-kit/connection/connection.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import type { Clinic } from '../session/attendant.ts';

export class ClinicLine implements Clinic {
  readonly #connection: () => Connection<'/kiosk'> | undefined;
  readonly #token: () => string | undefined;

  constructor(connection: () => Connection<'/kiosk'> | undefined, token: () => string | undefined) {
    this.#connection = connection;
    this.#token = token;
  }

  get view(): KioskView | undefined {
    return this.#connection()?.view;
  }

  serverNow(): number {
    return this.#connection()?.serverNow() ?? Date.now();
  }

  identify(by: IdentificationRequest): Promise<ApiAnswer<IdentificationAnswer>> {
    return request<IdentificationAnswer>('/api/v1/identifications', { body: by, token: this.#token() });
  }

  async endSession(): Promise<void> {
    // Nobody waits for it: a clinic that is out of reach ends the session by itself after ten minutes.
    await request('/api/v1/identifications', { method: 'DELETE', token: this.#token() });
  }

  async send(command: CommandBody, giveUpAfterMs: number): Promise<Sent> {
    const connection = this.#connection();
    return connection ? connection.send(command, { giveUpAfterMs }) : { ok: false, unanswered: true };
  }
}
