// Fetches the statistics of what is looked at, once for each look. Answers that come late, for another look, are dropped;
// what was there stays in sight until the next is.

import type { Statistics, StatisticsQuery } from '@foyer/contracts/statistics.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codeOf, fetchStatistics } from './centre.ts';

export class StatisticsWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #look: { readonly clinicId: string; readonly query: StatisticsQuery } | undefined;
  statistics: Statistics | undefined;
  /** The code of the last answer where it was none. */
  fault: string | undefined;
  isFetching = false;
  /** What one may narrow to: of the whole, so that a narrowed look can be widened again. */
  services: Statistics['services'] = [];
  people: Statistics['people'] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#look = undefined;
  }

  look(clinicId: string, query: StatisticsQuery): void {
    if (JSON.stringify(this.#look) === JSON.stringify({ clinicId, query })) return;
    if (this.#look?.clinicId !== clinicId) {
      this.statistics = undefined;
      this.services = [];
      this.people = [];
    }
    this.#look = { clinicId, query };
    void this.#fetch();
  }

  again(): void {
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const look = this.#look;
    if (look === undefined) return;
    this.isFetching = true;
    this.#host.requestUpdate();
    const answer = await fetchStatistics(look.clinicId, look.query);
    if (look !== this.#look) return;
    this.isFetching = false;
    this.fault = codeOf(answer);
    if (answer.ok) {
      this.statistics = answer.value;
      const { serviceId, staffId, priorityClass } = look.query;
      const isWhole = serviceId === undefined && staffId === undefined && priorityClass === undefined;
      if (isWhole || this.services.length === 0) this.services = answer.value.services;
      if (isWhole || this.people.length === 0) this.people = answer.value.people;
    }
    this.#host.requestUpdate();
  }
}
