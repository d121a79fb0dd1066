// Who asks, and what is held of their log: questions to the database that come before the turnstile. Where hundreds of
// edges return at once, these would stand in its line before the rows of the clinics at work.
// S5  At most so many questions of edges are with the database at once, and the one of a clinic at work goes before all
//     that wait. Nobody has said yet who they are: what a request says of its rows is believed for this alone.

import PQueue from 'p-queue';
import type { RouteRequest } from '../route.ts';
import { lineOf } from './line.ts';
import { isAtWork } from './turnstile.ts';

/** More of them would only share the cores of the database, and who is at work would have less of them. */
const usualAtOnce = 2;

export class Doorway {
  readonly #queue: PQueue;

  constructor(atOnce = usualAtOnce) {
    this.#queue = new PQueue({ concurrency: atOnce });
  }

  /** Asks in its turn. */
  pass<T>(headers: RouteRequest['headers'], ask: () => Promise<T>): Promise<T> {
    return this.#queue.add(ask, { priority: isAtWork(lineOf(headers)) ? 1 : 0 });
  }
}
