/**
 * Everybody who sends: over lines that lose an answer now and then, to an edge whose power is cut now and then. Whoever
 * got no answer sends the same again. What was answered is told to the judge.
 */
import type { CommandType } from '@foyer/contracts/commands.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { Identified, StatusAnswer } from '@foyer/edge-server/ports/writer.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { Told } from './day-judge.ts';
import { newId } from './simulated-clinic.ts';
import type { Fields, SimulatedEdge } from './simulated-edge.ts';

const powerCut = 0.001;
const answerLost = 0.02;
const longestTornWrite = 5_000;

export class SimulatedSenders {
  readonly edge: SimulatedEdge;
  readonly #random: Random;
  readonly #tell: (told: Told) => void;
  powerCuts = 0;

  constructor(edge: SimulatedEdge, random: Random, tell: (told: Told) => void) {
    this.edge = edge;
    this.#random = random;
    this.#tell = tell;
  }

  send<T extends CommandType>(
    type: T,
    fields: Fields<T>,
    sender: Sender,
    identified?: Identified,
  ): Record<string, unknown> | undefined {
    const commandId = newId(this.edge.clock.wall());
    const attempt = (): StatusAnswer => this.edge.send(type, { ...fields, commandId }, sender, identified);
    if (this.#happens(powerCut)) {
      // Half of these cuts come before the command, the others between its commit and its answer.
      if (this.#random.below(2) === 0) attempt();
      this.cutPower();
    } else if (this.#happens(answerLost)) {
      attempt();
    }
    const answer = attempt();
    if (!answer.ok || !('result' in answer)) return undefined;
    const { epoch, seq, result } = answer;
    const ticket = result['ticket'] as { readonly id: string } | null | undefined;
    this.#tell({ commandId, epoch, seq, ...(ticket == null ? {} : { ticketId: ticket.id }) });
    return result;
  }

  cutPower(offMs = 0): void {
    this.powerCuts += 1;
    const torn = Uint8Array.from({ length: this.#random.below(longestTornWrite) }, () => this.#random.below(256));
    this.edge.cutPower(torn, offMs);
  }

  #happens(chance: number): boolean {
    return this.#random.next() < chance;
  }
}
