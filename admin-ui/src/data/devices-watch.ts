// Keeps the devices of a clinic fresh while somebody can see them. Answers that come late, for another clinic, are dropped.

import type { ClinicDevices } from '@foyer/contracts/device-report.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codeOf, fetchDevices } from './centre.ts';

const EVERY_MS = 30_000;

export class DevicesWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #clinicId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  devices: ClinicDevices | undefined;
  /** The code of the last answer where it was none. */
  fault: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#clinicId = undefined;
  }

  watch(clinicId: string): void {
    if (clinicId === this.#clinicId) return;
    this.#clinicId = clinicId;
    this.devices = undefined;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const clinicId = this.#clinicId;
    if (clinicId === undefined) return;
    const answer = document.hidden ? undefined : await fetchDevices(clinicId);
    if (clinicId !== this.#clinicId) return;
    if (answer?.ok) this.devices = answer.value;
    if (answer) this.fault = codeOf(answer);
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.refresh(), EVERY_MS);
  }
}
