/** People who come together, or for somebody else: one after the other takes a number at one kiosk. */
import type { CommandOf } from '@foyer/contracts/commands.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { PartyJudge } from './party-judge.ts';
import { pickOne } from './pick-one.ts';
import { admissionMs, type Arrival } from './simulated-arrivals.ts';
import { kiosks, serviceIds } from './simulated-clinic.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

const [fewest, most] = [2, 7];
/** They all come within this time, so that there is a queue. */
const rushMs = 12 * minuteMs;
const mostCompanions = 3;

export class SimulatedFamilies {
  readonly #senders: SimulatedSenders;
  readonly #judge: Pick<PartyJudge, 'joined'>;
  readonly #random: Random;

  constructor(senders: SimulatedSenders, judge: Pick<PartyJudge, 'joined'>, random: Random) {
    this.#senders = senders;
    this.#judge = judge;
    this.#random = random;
  }

  /** Those of one day, in no order. */
  plan(): readonly Arrival[] {
    const rushAfterMs = this.#random.below(admissionMs);
    return Array.from({ length: fewest + this.#random.below(most - fewest + 1) }, () => ({
      afterMs: rushAfterMs + this.#random.below(rushMs),
      come: () => this.#come(),
    }));
  }

  #come(): void {
    const kiosk = kiosks[this.#random.below(kiosks.length)]!;
    const serviceId = this.#service();
    let last = this.#takeNumber(kiosk, serviceId, {});
    for (let others = this.#random.below(mostCompanions + 1); others > 0 && last !== undefined; others--) {
      const partyOf: string = last;
      const next = this.#takeNumber(kiosk, this.#chance(0.75) ? serviceId : this.#service(), { partyOf });
      if (next !== undefined) this.#judge.joined(next, partyOf);
      last = next;
    }
  }

  #takeNumber(kiosk: Sender, serviceId: string, party: { readonly partyOf?: string }): string | undefined {
    const forAnother: Partial<CommandOf<'issue-ticket'>> = this.#chance(0.3) ? { onBehalf: true } : {};
    const needing: Partial<CommandOf<'issue-ticket'>> = this.#chance(0.2)
      ? { needs: ['interpreter'], interpreterLanguage: 'zh' }
      : this.#chance(0.2)
        ? { needs: [pickOne(['hearing', 'sight', 'infant'] as const, this.#random)!] }
        : {};
    const result = this.#senders.send('issue-ticket', { serviceId, ...party, ...forAnother, ...needing }, kiosk);
    return (result?.['ticket'] as { readonly id: string } | undefined)?.id;
  }

  #service(): string {
    return serviceIds[this.#random.below(serviceIds.length)]!;
  }

  #chance(chance: number): boolean {
    return this.#random.next() < chance;
  }
}
