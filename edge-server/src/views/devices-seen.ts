// The screens and things that may come in, and which of them are connected, as every view lists them.

import type { EpochMs } from '@foyer/contracts/time.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { ClinicState } from './clinic-state.ts';
import { gatewayOf, gatewayThings } from './gateway-things.ts';

export interface DevicesSeenParts {
  readonly readModel: Pick<ReadModel, 'devices'>;
  readonly now: () => EpochMs;
  readonly setUps: () => ClinicState['thingSetUps'];
}

export class DevicesSeen {
  readonly #parts: DevicesSeenParts;
  readonly #connections = new Map<string, { readonly open: number; readonly lastSeenAt: EpochMs }>();
  #enrolled: ReturnType<ReadModel['devices']> | undefined;
  #views: ClinicState['devices'] | undefined;

  constructor(parts: DevicesSeenParts) {
    this.#parts = parts;
  }

  get enrolled(): ReturnType<ReadModel['devices']> {
    this.#enrolled ??= this.#parts.readModel.devices().filter(({ revoked }) => !revoked);
    return this.#enrolled;
  }

  get views(): ClinicState['devices'] {
    this.#views ??= this.#view();
    return this.#views;
  }

  connected(deviceId: string, connected: boolean): void {
    const { open } = this.#connections.get(deviceId) ?? { open: 0 };
    this.#connections.set(deviceId, {
      open: Math.max(0, open + (connected ? 1 : -1)),
      lastSeenAt: this.#parts.now(),
    });
    this.#views = undefined;
  }

  /** Some were enrolled or revoked. */
  changed(): void {
    this.#enrolled = undefined;
    this.#views = undefined;
  }

  /** What things were set up to do may be something else. */
  setUpAgain(): void {
    this.#views = undefined;
  }

  #view(): ClinicState['devices'] {
    const { enrolled } = this;
    const behind = gatewayThings(this.#parts.setUps(), (id) => enrolled.some((device) => device.id === id));
    return [...enrolled, ...behind].map(({ id, name, role }) => {
      const connection = this.#connections.get(id);
      const lastSeen = connection === undefined ? {} : { lastSeenAt: connection.lastSeenAt };
      const { renewedLateAt, passwordUntil } = enrolled.find((device) => device.id === id) ?? {};
      return {
        id,
        name: plainText(name),
        role,
        connected: (connection?.open ?? 0) > 0,
        ...lastSeen,
        ...(renewedLateAt === undefined ? {} : { renewedLateAt }),
        ...(passwordUntil === undefined ? {} : { passwordUntil }),
        ...gatewayOf(id, behind),
      };
    });
  }
}
