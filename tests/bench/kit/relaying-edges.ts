/**
 * Edges as a centre sees them: each has a clinic of its own there, a log of visits, and the real upward pump over a
 * real line. What the centre says that it holds is compared with what it said before: a row that it acknowledged and
 * has no longer is lost.
 */
import { join } from 'node:path';
import type { RelayLog, RelayTransport } from '@foyer/cloud-sync/ports.ts';
import { beforeFirst, comparePositions, type LogPosition } from '@foyer/cloud-sync/sync-state.ts';
import { HttpTransport } from '@foyer/cloud-sync/transport/http-transport.ts';
import { systemClock } from '@foyer/cloud-sync/transport/system-clock.ts';
import { UpPump } from '@foyer/cloud-sync/up-pump.ts';
import { openCore } from '@foyer/pms-service/compose.ts';
import { createLog } from '@foyer/pms-service/log.ts';
import { addEdge, createClinic, createNetwork } from '@foyer/pms-service/modules/tenancy/use-cases.ts';
import { aTicketIssued } from '@foyer/pms-service/testing/facts.ts';
import { aConfiguration } from '@foyer/pms-service/testing/test-centre.ts';
import { TestEdge } from '@foyer/pms-service/testing/test-edge.ts';
import type { Random } from './random.ts';

export interface KnownEdge {
  readonly clinicId: string;
  readonly token: string;
}

/** Clinics of a new network, each with a credential for its edge. `dataDir` holds the centre's key. */
export async function enrolEdges(databaseUrl: string, dataDir: string, count: number): Promise<readonly KnownEdge[]> {
  const config = { dataDir, bind: '', port: 0, requestsPerMinute: 1, logLevel: 'silent' } as const;
  const centreKeyFile = join(dataDir, 'centre.key');
  const core = await openCore({ ...config, centreKeyFile, database: { databaseUrl } }, createLog('silent'));
  try {
    const { context } = core;
    const networkId = context.newId();
    await createNetwork(context, { networkId, name: 'Bench' });
    const enrol = async (): Promise<KnownEdge> => {
      const clinicId = context.newId();
      await createClinic(context, networkId, aConfiguration(clinicId));
      return { clinicId, token: (await addEdge(context, clinicId))!.token };
    };
    return await Promise.all(Array.from({ length: count }, enrol));
  } finally {
    await core.stop();
  }
}

export interface RelayingEdgeOptions extends KnownEdge {
  readonly url: string;
  readonly random: Random;
  readonly rowsPerBatch?: number;
  /** With the moment of `performance.now()` at which the answer came. */
  readonly onAcknowledged?: (position: LogPosition, at: number) => void;
}

export class RelayingEdge {
  readonly #log: TestEdge;
  readonly #pump: UpPump;
  #acknowledged: LogPosition = beforeFirst;
  /** Rows that the centre had acknowledged and holds no longer. */
  lost = 0;

  constructor({ clinicId, token, url, random, rowsPerBatch, onAcknowledged }: RelayingEdgeOptions) {
    this.#log = new TestEdge(clinicId);
    this.#pump = new UpPump({
      log: this.#relayLog((position) => {
        this.#acknowledged = position;
        onAcknowledged?.(position, performance.now());
      }),
      transport: this.#judged(new HttpTransport({ url, token: () => token })),
      clock: systemClock,
      jitter: () => random.next(),
      onChange: () => undefined,
      ...(rowsPerBatch === undefined ? {} : { rowsPerBatch }),
    });
  }

  get tickets(): number {
    return this.#log.rows.length / 2;
  }

  get isDone(): boolean {
    return this.#acknowledged.seq === this.#log.rows.length;
  }

  /** Somebody takes a number and leaves: two rows each. */
  append(visits: number): void {
    for (let visit = 0; visit < visits; visit += 1) {
      const issued = aTicketIssued(this.#log);
      this.#log.append(issued);
      this.#log.append({ type: 'v1.TicketClosed', body: { ticketId: issued.body.ticketId, outcome: 'left' } });
    }
    this.#pump.rowsAppended();
  }

  start(): void {
    this.#pump.start();
  }

  stop(): Promise<void> {
    return this.#pump.stop();
  }

  #relayLog(acknowledged: (position: LogPosition) => void): RelayLog {
    const { rows, clinicKey } = this.#log;
    return {
      head: () => (rows.length === 0 ? beforeFirst : { epoch: 1, seq: rows.length }),
      rowsAfter: ({ seq }, limit) => rows.slice(seq, seq + limit),
      hashAt: ({ seq }) => rows[seq - 1]?.hash,
      endOfEpoch: () => undefined,
      wrappedKeys: () => [],
      clinicKey: () => clinicKey,
      async acknowledged(position) {
        acknowledged(position);
      },
    };
  }

  #judged(transport: RelayTransport): RelayTransport {
    const holds = ({ epoch, seq }: LogPosition): void => {
      if (comparePositions({ epoch, seq }, this.#acknowledged) >= 0) return;
      this.lost += this.#acknowledged.seq - seq;
      this.#acknowledged = { epoch, seq };
    };
    return {
      escrow: (key, signal) => transport.escrow(key, signal),
      pull: (after, wait, signal, place) => transport.pull(after, wait, signal, place),
      async position(signal, own, told) {
        const position = await transport.position(signal, own, told);
        holds(position);
        return position;
      },
      async push(batch, signal, behind) {
        const answer = await transport.push(batch, signal, behind);
        if (!answer.ok && answer.refusal.code === 'gap') {
          const { epoch, seq } = answer.refusal.expected;
          holds({ epoch, seq: seq - 1 });
        }
        return answer;
      },
    };
  }
}
