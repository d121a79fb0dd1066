// Keeps one version of the edge running and brings it to the next: looks, has the planner say what is next, does it.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { refuseBundle } from '../bundle/bundle-verdict.ts';
import { releaseFolder } from '../bundle/manifest.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import type { Monotonic } from './ports.ts';
import { readWanted } from './state-file.ts';
import { type UpdateExecutors, updateExecutors, type UpdateParts, stateOf } from './update-executors.ts';
import type { BoxState, SeenBundle, SeenProcess, UpdateLimits, UpdateSeen } from './update-facts.ts';
import { planUpdate, type UpdateStep } from './update-plan.ts';

export interface SupervisorParts extends Omit<UpdateParts, 'rehearsals'> {
  readonly limits: UpdateLimits;
  readonly monotonic: Monotonic;
  readonly machine: string;
  readonly say: (step: UpdateStep) => void;
  readonly plan?: typeof planUpdate;
  readonly executors?: UpdateExecutors;
}

export class Supervisor {
  readonly #parts: SupervisorParts;
  readonly #rehearsals = new Map<string, 'passed' | 'failed'>();
  /** Since when the process is as it is. */
  #spell: { readonly well: boolean; readonly since: number; readonly runs: string } | undefined;

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
  }

  /** One look and one step. The step that it was; `rest` where nothing is to be done now. */
  async turn(): Promise<UpdateStep> {
    const { plan = planUpdate, executors = updateExecutors, limits, say } = this.#parts;
    const step = plan(await this.#look(), limits);
    if (step.kind !== 'rest') say(step);
    const parts: UpdateParts = { ...this.#parts, rehearsals: this.#rehearsals };
    await (executors[step.kind] as (parts: UpdateParts, step: UpdateStep) => void | Promise<void>)(parts, step);
    return step;
  }

  async #look(): Promise<UpdateSeen> {
    const { disk, places } = this.#parts;
    const state = stateOf(this.#parts);
    const wanted = readWanted(disk, places.wanted);
    const isOpen = wanted !== null && state.trial === null && wanted.updateId !== state.last?.updateId;
    return {
      state,
      wanted,
      bundle: isOpen ? this.#lookAtBundle(wanted.folder, state) : null,
      current: disk.linkAt(places.current)?.split('/').at(-1) ?? null,
      process: await this.#lookAtProcess(),
    };
  }

  #lookAtBundle(folder: string, state: BoxState): SeenBundle | ErrorCode {
    const { disk, places, publicKey, machine, now, database } = this.#parts;
    const opened = openBundle(disk, folder, publicKey);
    if (!opened.ok) return opened.code;
    const { version, counter } = opened.manifest;
    const name = releaseFolder({ version, counter });
    const box = {
      now: now(),
      machine,
      counter: state.kept?.counter ?? null,
      database: database.mark()?.number ?? null,
    };
    return {
      version,
      counter,
      refusal: refuseBundle(opened.manifest, box),
      isUnpacked: disk.list(places.versions).includes(name),
      rehearsal: this.#rehearsals.get(name),
    };
  }

  async #lookAtProcess(): Promise<SeenProcess | null> {
    const { payload, monotonic } = this.#parts;
    const { runs } = payload;
    if (runs === null) {
      this.#spell = undefined;
      return null;
    }
    const { well, waiting } = await payload.health();
    const at = monotonic();
    if (this.#spell?.well !== well || this.#spell.runs !== runs) this.#spell = { well, since: at, runs };
    const forMs = at - this.#spell.since;
    return { runs, waiting, wellForMs: well ? forMs : 0, illForMs: well ? 0 : forMs };
  }
}
