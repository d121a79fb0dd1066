/**
 * Clinics in which somebody takes a number every now and then, and leaves: a process of their own, as each of them is a
 * machine of its own, so that nothing but the centre keeps their rows waiting.
 */
import { createRandom } from './random.ts';
import { type KnownEdge, RelayingEdge } from './relaying-edges.ts';

export type WorkOrder =
  | {
      readonly kind: 'work';
      readonly url: string;
      readonly known: readonly KnownEdge[];
      readonly everyMs: number;
      readonly seed: number;
    }
  /** How long each visit took to be acknowledged that was written since the last time, once all of them are. */
  | { readonly kind: 'take' };
export interface WorkReport {
  readonly kind: 'took';
  readonly tookMs: readonly number[];
}

const pollMs = 10;
const tookMs: number[] = [];
let clinics: readonly { readonly edge: RelayingEdge; readonly writtenAt: number[] }[] = [];
let taken = 0;

process.on('message', (order: WorkOrder) => {
  if (order.kind === 'work') begin(order);
  else take();
});
process.once('disconnect', () => process.exit(0));

function begin({ url, known, everyMs, seed }: Extract<WorkOrder, { kind: 'work' }>): void {
  const random = createRandom(seed);
  clinics = known.map((one) => {
    /** When the visits were written that are not acknowledged yet. */
    const writtenAt: number[] = [];
    const onAcknowledged = ({ seq }: { readonly seq: number }, at: number): void => {
      while (writtenAt.length > 0 && edge.tickets - writtenAt.length < seq / 2) tookMs.push(at - writtenAt.shift()!);
    };
    const edge: RelayingEdge = new RelayingEdge({ ...one, url, random, onAcknowledged });
    edge.start();
    return { edge, writtenAt };
  });
  setInterval(() => {
    for (const { edge, writtenAt } of clinics) {
      writtenAt.push(performance.now());
      edge.append(1);
    }
  }, everyMs);
}

function take(): void {
  const written = clinics.reduce((sum, { edge }) => sum + edge.tickets, 0);
  const wanted = Math.max(1, written - taken);
  const poll = setInterval(() => {
    if (tookMs.length < wanted) return;
    clearInterval(poll);
    const newer = tookMs.splice(0);
    taken += newer.length;
    process.send?.({ kind: 'took', tookMs: newer } satisfies WorkReport);
  }, pollMs);
}
