// The flow of a screen that wants in: it asks for a code, shows it, and asks every two seconds whether an administrator
// approved it. A code that ran out is replaced by a new one; a server that is away is asked again.

import type { EnrolmentBegun, EnrolmentState } from '@foyer/contracts/http-api.ts';
import { request } from './edge-api.ts';
import type { Credential } from './credential.ts';
import { language, type LanguageCode } from '../language/language.ts';
import { keepScreenKey, newScreenKey, type ScreenKey } from './screen-key.ts';

const POLL_MS = 2_000;
const UNREACHABLE_MS = 5_000;

export interface EnrolmentProgress {
  /** Eight characters, four and four; undefined while the server cannot be reached. */
  readonly code: string | undefined;
  /** Whose words stand beside the code, and in which language; undefined where the screen can have no key. */
  readonly key: { readonly publicKey: string; readonly language: LanguageCode } | undefined;
  readonly expiresAt: number | undefined;
}

export class Enrolment {
  readonly #progressed: (progress: EnrolmentProgress) => void;
  readonly #approved: (credential: Credential) => void;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #begun: EnrolmentBegun | undefined;
  #key: ScreenKey | undefined;

  constructor(progressed: (progress: EnrolmentProgress) => void, approved: (credential: Credential) => void) {
    this.#progressed = progressed;
    this.#approved = approved;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    void this.#begin();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  async #begin(): Promise<void> {
    this.#key ??= await newScreenKey();
    const key = this.#key && { publicKey: this.#key.publicKey, language: language.code };
    const begun = await request<EnrolmentBegun>('/api/v1/enrolments', { method: 'POST', body: key ?? {} });
    if (!this.#running) return;
    this.#begun = begun.ok ? begun.value : undefined;
    this.#progressed({ code: this.#begun?.code, key, expiresAt: this.#begun?.expiresAt });
    this.#later(() => (this.#begun ? this.#poll(this.#begun) : this.#begin()), begun.ok ? POLL_MS : UNREACHABLE_MS);
  }

  async #poll(begun: EnrolmentBegun): Promise<void> {
    const path = `/api/v1/enrolments/${encodeURIComponent(begun.enrolmentId)}`;
    const answer = await request<EnrolmentState>(path, { token: begun.pollSecret });
    if (!this.#running) return;
    if (answer.ok && answer.value.state === 'approved') {
      const { state: _state, ...credential } = answer.value;
      this.stop();
      if (this.#key) await keepScreenKey(credential.deviceId, this.#key);
      this.#approved(credential);
      return;
    }
    const gone = answer.ok
      ? answer.value.state === 'expired'
      : !('error' in answer && answer.error.code === 'unreachable');
    this.#later(() => (gone ? this.#begin() : this.#poll(begun)), POLL_MS);
  }

  #later(step: () => Promise<void>, waitMs: number): void {
    this.#timer = setTimeout(() => void step(), waitMs);
  }
}
