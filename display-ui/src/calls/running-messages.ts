// What the clinic tells everybody now. A message is over at its time by the wall's own clock of the server: nobody has to
// say so, and nobody may be there to.

import type { MessageView } from '@foyer/contracts/clinic-view.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The newest first. */
export function runningMessages(view: Pick<DisplayView, 'messages'> | undefined, now: number): readonly MessageView[] {
  return Object.values(view?.messages ?? {})
    .filter(({ until }) => now < until)
    .toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id));
}

/** Draws its host anew when the next of what it has told is over. */
export class MessageEnds implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  await(messages: readonly MessageView[], now: number): void {
    clearTimeout(this.#timer);
    if (messages.length === 0) return;
    const next = Math.min(...messages.map(({ until }) => until));
    this.#timer = setTimeout(() => this.#host.requestUpdate(), next - now);
  }
}
