// Every thing is told what it should have, once and whenever that changes; the broker keeps it for one that is away.

import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { DeviceSettings } from '@foyer/contracts/device-health.ts';
import type { Things } from '../ports/things.ts';

export interface ConfigureThingsParts {
  readonly things: Pick<Things, 'configure'>;
  /** What each should have, by its device. */
  readonly desired: () => ReadonlyMap<string, DeviceSettings>;
  readonly onChanged: (listener: () => void) => void;
}

export class ConfigureThings {
  readonly name = 'configure-things';
  readonly #parts: ConfigureThingsParts;
  #told: ReadonlyMap<string, DeviceSettings> = new Map();

  constructor(parts: ConfigureThingsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.onChanged(() => this.#look());
    this.#look();
  }

  async stop(): Promise<void> {}

  #look(): void {
    const desired = this.#parts.desired();
    for (const [deviceId, settings] of desired) {
      const before = this.#told.get(deviceId);
      if (before === undefined || !saysTheSame(before, settings)) this.#parts.things.configure(deviceId, settings);
    }
    this.#told = desired;
  }
}
