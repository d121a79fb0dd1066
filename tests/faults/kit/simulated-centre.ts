/** The centre's side of what the desk asks of it: it books, moves and cancels, or it refuses and says what was free. */
import { BookingKind } from '@foyer/contracts/booking.ts';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { BookingRequest, OpenMatters } from './open-matters.ts';
import { pickOne } from './pick-one.ts';
import type { SimulatedEdge } from './simulated-edge.ts';

type Item = Omit<FeedItem, 'number'>;
const refused = 0.3;

export class SimulatedCentre {
  readonly #edge: SimulatedEdge;
  readonly #matters: Pick<OpenMatters, 'requests'>;
  readonly #random: Random;

  constructor(edge: SimulatedEdge, matters: Pick<OpenMatters, 'requests'>, random: Random) {
    this.#edge = edge;
    this.#matters = matters;
    this.#random = random;
  }

  /** One of those that wait, in no order: the relay was away for a while. */
  answer(): void {
    const [requestId, request] = pickOne(this.#matters.requests, this.#random) ?? [];
    if (requestId === undefined || request === undefined) return;
    const isRefused = this.#random.next() < refused;
    const at = Number(request.about['at']);
    const answer: Item = {
      kind: 'request-answer',
      id: requestId,
      body: isRefused
        ? { requestId, accepted: false, code: 'slot-full', freeTimes: [at + hourMs, at + 2 * hourMs] }
        : { requestId, accepted: true },
    };
    this.#edge.feed(isRefused ? [answer] : [appointmentOf(request), answer]);
  }
}

function appointmentOf({ kind, about }: BookingRequest): Item {
  const { appointmentId: id = '', patientId = '', serviceId = '' } = about;
  const status = kind === BookingKind.cancel ? 'cancelled' : 'booked';
  return {
    kind: 'appointment',
    id,
    body: { id, patientId, serviceId, at: Number(about['at']), minutes: 20, status },
  };
}
