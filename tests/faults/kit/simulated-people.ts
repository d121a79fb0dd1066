/** People whose every datum is a word that occurs nowhere else, so that a screen that shows one gives itself away. */
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Random } from '../../bench/kit/random.ts';

const syllables = ['zu', 'kra', 'mio', 'vel', 'tor', 'qui', 'sha', 'ben', 'lou', 'fri', 'dax', 'wen'];
/** What a mask may not leave of a name. */
const shortestTelling = 5;

export class SimulatedPeople {
  readonly #random: Random;
  readonly #secrets = new Set<string>();
  #born = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Another person at each call. */
  somebody(): PatientDetails {
    this.#born += 1;
    const birthDate = new Date(Date.UTC(1930, 0, 1 + this.#born)).toISOString().slice(0, 10);
    const phone = String(600_000_000 + this.#born * 37);
    const [family, given, passport] = [this.#word('Fam'), this.#word('Giv'), this.#word('P')];
    for (const secret of [family, given, birthDate, phone, passport]) this.#secrets.add(secret.toLowerCase());
    return { name: { family, given }, birthDate, phone, identifiers: [{ kind: 'passport', value: passport }] };
  }

  /** What somebody said of their health. */
  complaint(): string {
    const said = this.#word('Ail');
    this.#secrets.add(said.toLowerCase());
    return said;
  }

  /** What nobody may read on a public screen, `patientId` too: the words of it that are somebody's, masked or whole. */
  secretsIn(text: string): readonly string[] {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
    return words.filter((word) => this.#secrets.has(word) || this.#isBeginningOfAName(word));
  }

  /** An id of a patient gives away who comes again. */
  keepSecret(patientId: string): void {
    this.#secrets.add(patientId);
  }

  /** Enough of it to tell whose. */
  #isBeginningOfAName(word: string): boolean {
    if (word.length < shortestTelling || !/^(?:fam|giv)/.test(word)) return false;
    return [...this.#secrets].some((secret) => secret.startsWith(word));
  }

  #word(begin: string): string {
    const middle = Array.from({ length: 3 }, () => syllables[this.#random.below(syllables.length)]).join('');
    return `${begin}${middle}${this.#born}`;
  }
}
