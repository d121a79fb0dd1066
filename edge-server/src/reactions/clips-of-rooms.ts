// Recorded names of rooms that the clinic does not have any more go, and no more are taken.

import type { Clips } from '../ports/clips.ts';
import type { Writer } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';

export interface ClipsOfRoomsParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => Pick<ClinicState, 'configuration'> | undefined;
  readonly clips: Pick<Clips, 'roomsAre'>;
}

export class ClipsOfRooms {
  readonly name = 'clips-of-rooms';
  readonly #parts: ClipsOfRoomsParts;
  #told: ClinicState['configuration'] | undefined;

  constructor(parts: ClipsOfRoomsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.writer.onCommitted(() => this.#tell());
    this.#tell();
  }

  async stop(): Promise<void> {}

  #tell(): void {
    const configuration = this.#parts.state()?.configuration;
    if (configuration === undefined || configuration === this.#told) return;
    this.#told = configuration;
    this.#parts.clips.roomsAre(configuration.servicePoints.map(({ id }) => id));
  }
}
