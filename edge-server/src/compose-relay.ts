// The relay over the edge's own log and feed.

import { readFileSync } from 'node:fs';
import type { Relay, RelayStatus } from '@foyer/cloud-sync/relay.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { readClinicKey } from './adapters/crypto/clinic-key.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { Log } from './ports/log.ts';
import type { ReadModel } from './ports/read-model.ts';
import type { Writer } from './ports/writer.ts';

export interface ComposeRelayParts {
  readonly readModel: ReadModel;
  readonly writer: Writer;
  readonly clinicKeyPath: string;
  /** A UUID of this start, kept nowhere. */
  readonly run: string;
  readonly log: Log;
  readonly onStatus: (relay: StaffView['relay']) => void;
  /** The centre goes on with another box, in this epoch. */
  readonly onReplaced: (epoch: number) => void;
}

/** Undefined where no centre is configured. */
export async function composeRelay(
  config: Pick<EdgeConfig, 'pms'>,
  parts: ComposeRelayParts,
): Promise<Relay | undefined> {
  const { pms } = config;
  if (pms === null) return undefined;
  const [{ Relay }, { HttpTransport }, { systemClock }, { protocolVersion }] = await Promise.all([
    import('@foyer/cloud-sync/relay.ts'),
    import('@foyer/cloud-sync/transport/http-transport.ts'),
    import('@foyer/cloud-sync/transport/system-clock.ts'),
    import('@foyer/contracts/relay-line.ts'),
  ]);
  const { readModel, writer, clinicKeyPath, run, log, onStatus, onReplaced } = parts;
  let said = '';
  const relay = new Relay({
    log: {
      head: () => readModel.position(),
      rowsAfter: (after, limit) => readModel.logAfter(after, limit),
      hashAt: ({ epoch, seq }) =>
        readModel.logAfter({ epoch, seq: seq - 1 }, 1).find((row) => row.seq === seq && row.epoch === epoch)?.hash,
      endOfEpoch: (epoch) => (epoch < readModel.position().epoch ? readModel.lastUntilEpoch(epoch) : undefined),
      wrappedKeys: (subjectIds) => readModel.wrappedKeys(subjectIds),
      clinicKey: () => readClinicKey(clinicKeyPath),
      acknowledgedUntil: () => readModel.acknowledged(),
      acknowledged: (position) => writer.acknowledged(position),
    },
    feed: {
      number: () => readModel.feedNumber(),
      place: () => readModel.feedPlace(),
      apply: async (page) => {
        try {
          await writer.applyFeed(page);
        } catch (cause) {
          log.error('feed-not-applied', { next: page.next }, cause);
          throw cause;
        }
      },
    },
    transport: new HttpTransport({
      url: pms.url,
      token: () => readFileSync(pms.tokenFile, 'utf8').trim(),
      run,
    }),
    clock: systemClock,
    jitter: Math.random,
    onStatus: (status) => {
      const known = `${status.state} ${status.code ?? ''}`;
      if (known !== said) {
        const facts = { state: status.state, code: status.code, acknowledged: status.acknowledged.seq };
        if (status.state === 'halted') log.error('relay', facts);
        else log.info('relay', facts);
      }
      said = known;
      onStatus(relayView(status, readModel));
      const successor = successorOf(status, readModel.position().epoch);
      if (successor !== undefined) onReplaced(successor);
    },
    // A page with news says the time by itself; where there is none, it is told while nobody trusts the clock.
    onServerTime: (serverTime) => {
      if (!readModel.clockFrozen()) return;
      const nothingNew = { items: [], next: readModel.feedNumber() };
      writer.applyFeed({ version: protocolVersion, serverTime, ...nothingNew }).catch((cause: unknown) => {
        log.error('time-not-confirmed', {}, cause);
      });
    },
  });
  writer.onCommitted(({ rows }) => {
    if (rows.length > 0) relay.rowsAppended();
  });
  return relay;
}

/** What tablets say of it: rows wait only where the line is away, else they are on their way. */
export function relayView(
  status: RelayStatus,
  readModel: Pick<ReadModel, 'position' | 'acknowledged'>,
): StaffView['relay'] {
  const { state, since } = status;
  const waiting = readModel.position().seq - readModel.acknowledged().seq;
  return { state, waitingRows: state === 'linked' ? 0 : Math.max(0, waiting), since };
}

/** For who watches the box: the state, and why it halted. */
export function relayWord(status: RelayStatus | undefined): string {
  if (status === undefined) return 'none';
  return status.code === undefined ? status.state : `${status.state} ${status.code}`;
}

/** The epoch of the box that the centre goes on with, where that is not this one. */
export function successorOf({ code, haltedAt }: RelayStatus, ownEpoch: number): number | undefined {
  if (code === 'fork' && haltedAt !== undefined && haltedAt.epoch > ownEpoch) return haltedAt.epoch;
  // Of an epoch that has ended the centre says no more than that.
  return code === 'unknown-epoch' ? ownEpoch + 1 : undefined;
}
