// Asks the edge for people while somebody types: not at every letter, and only the answer to the newest question counts.
// What was found before stays in sight until then.

import type { FoundPatient, PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { refusedIn, type Refused } from './refusals.ts';

export interface PeopleSearchParts {
  readonly ask: (typed: string) => Promise<ApiAnswer<PatientSearchAnswer>>;
  readonly changed: () => void;
  readonly afterMs?: number;
}

export interface PeopleFound {
  readonly patients: readonly FoundPatient[];
  readonly more: boolean;
  /** Whether this answers what is typed now. */
  readonly settled: boolean;
  /** Why the newest question has no answer. */
  readonly refused?: Refused;
}

const typingPauseMs = 120;
const nobody: PeopleFound = { patients: [], more: false, settled: true };

export class PeopleSearch {
  readonly #parts: PeopleSearchParts;
  #typed = '';
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #found: PeopleFound = nobody;
  #waiting: (() => void)[] = [];

  constructor(parts: PeopleSearchParts) {
    this.#parts = parts;
  }

  get found(): PeopleFound {
    return this.#found;
  }

  type(typed: string): void {
    const text = typed.trim();
    if (text === this.#typed) return;
    this.#typed = text;
    clearTimeout(this.#timer);
    this.#asked += 1;
    if (!isWorthAsking(text)) return this.#settle(nobody);
    this.#show({ ...this.#found, settled: false });
    this.#timer = setTimeout(() => void this.#ask(), this.#parts.afterMs ?? typingPauseMs);
  }

  /** The same question again: what it was about may have changed. */
  again(): void {
    if (isWorthAsking(this.#typed)) void this.#ask();
  }

  /** Resolves when what is typed has been answered, or could not be. */
  settled(): Promise<PeopleFound> {
    if (this.#found.settled) return Promise.resolve(this.#found);
    return new Promise((resolve) => this.#waiting.push(() => resolve(this.#found)));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await this.#parts.ask(this.#typed);
    if (asked !== this.#asked) return;
    const refused = refusedIn(answer);
    this.#settle(answer.ok ? { ...answer.value, settled: true } : { ...nobody, ...(refused && { refused }) });
  }

  #settle(found: PeopleFound): void {
    this.#show(found);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const tell of waiting) tell();
  }

  #show(found: PeopleFound): void {
    this.#found = found;
    this.#parts.changed();
  }
}

/** One letter fits half of the clinic; one Chinese character is a family's name. */
export function isWorthAsking(typed: string): boolean {
  return typed.length > 1 || /\p{Script=Han}/u.test(typed);
}
