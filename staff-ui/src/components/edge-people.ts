// A part of a page that looks for people at the edge: its own search, which ends with it. Where the line is lost it says
// so at once, and does not wait for a network that keeps silent; when the line returns it asks again.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { PeopleSearch, type PeopleFound } from '../data/people-search.ts';
import type { Frame } from './staff-page.ts';

const noLine: ApiAnswer<PatientSearchAnswer> = { ok: false, error: { code: 'unreachable', message: 'no line' } };

export class EdgePeople implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly frame: Frame };
  readonly #search: PeopleSearch;
  #hadLine = true;

  constructor(host: ReactiveControllerHost & { readonly frame: Frame }) {
    this.#host = host;
    this.#search = new PeopleSearch({ ask: (typed) => this.#ask(typed), changed: () => host.requestUpdate() });
    host.addController(this);
  }

  get found(): PeopleFound {
    return this.#search.found;
  }

  type(typed: string): void {
    this.#search.type(typed);
  }

  again(): void {
    this.#search.again();
  }

  settled(): Promise<PeopleFound> {
    return this.#search.settled();
  }

  hostUpdate(): void {
    const { hasLine } = this.#host.frame.session;
    if (hasLine && !this.#hadLine) this.#search.again();
    this.#hadLine = hasLine;
  }

  hostDisconnected(): void {
    this.#search.stop();
  }

  #ask(typed: string): Promise<ApiAnswer<PatientSearchAnswer>> {
    const { api, session } = this.#host.frame;
    return session.hasLine ? api.findPeople(typed, session.token) : Promise.resolve(noLine);
  }
}
