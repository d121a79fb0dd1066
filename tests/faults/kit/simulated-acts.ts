/** What people do on a day beside coming alone, being called and being served; each kind of it is in a file of its own. */
import type { Random } from '../../bench/kit/random.ts';
import type { SightWatcher } from './sight-watcher.ts';
import type { Arrival } from './simulated-arrivals.ts';
import { SimulatedBookings } from './simulated-bookings.ts';
import { SimulatedCentre } from './simulated-centre.ts';
import { SimulatedFamilies } from './simulated-families.ts';
import type { SimulatedForms } from './simulated-forms.ts';
import { SimulatedOutside } from './simulated-outside.ts';
import type { SimulatedPeople } from './simulated-people.ts';
import { SimulatedRota } from './simulated-rota.ts';
import type { SimulatedSenders } from './simulated-senders.ts';
import { SimulatedVisits } from './simulated-visits.ts';

/** Per step of a day. */
const chances = { outside: 0.3, rota: 0.08, booking: 0.08, centre: 0.1, forms: 0.08, visits: 0.12 } as const;

interface ActsParts {
  readonly senders: SimulatedSenders;
  readonly people: SimulatedPeople;
  readonly forms: SimulatedForms;
  readonly sight: SightWatcher;
  readonly random: Random;
}

export class SimulatedActs {
  readonly #random: Random;
  readonly #families: SimulatedFamilies;
  readonly #bookings: SimulatedBookings;
  readonly #acts: readonly (readonly [chance: number, act: () => void])[];

  constructor({ senders, people, forms, sight: { matters, parties }, random }: ActsParts) {
    const outside = new SimulatedOutside(senders, random);
    const rota = new SimulatedRota(senders, random);
    const centre = new SimulatedCentre(senders.edge, matters, random);
    const visits = new SimulatedVisits(senders, random);
    const bookings = new SimulatedBookings(senders, people, matters, random);
    this.#random = random;
    this.#families = new SimulatedFamilies(senders, parties, random);
    this.#bookings = bookings;
    this.#acts = [
      [chances.outside, () => outside.act()],
      [chances.rota, () => rota.act()],
      [chances.booking, () => bookings.act()],
      [chances.centre, () => centre.answer()],
      [chances.forms, () => forms.act()],
      [chances.visits, () => visits.act()],
    ];
  }

  /** Who comes together, in no order. */
  plan(): readonly Arrival[] {
    return this.#families.plan();
  }

  beforeAnyCentre(): void {
    this.#bookings.beforeAnyCentre();
  }

  act(): void {
    for (const [chance, act] of this.#acts) if (this.#random.next() < chance) act();
  }
}
