/**
 * The real inbox on PostgreSQL and its model, given the same batches: from a box that goes on, from older images of it, in
 * new epochs, from copies, with gaps and overlaps and chains that do not hold. They have to answer alike, each time.
 */
import type { UpAnswer, UpBatch, WireRow } from '@foyer/contracts/sync-protocol.ts';
import { readPosition, takeBatch } from '@foyer/pms-service/modules/sync-inbox/use-cases.ts';
import { aPatientRegistered, aTicketIssued } from '@foyer/pms-service/testing/facts.ts';
import type { TestCentre } from '@foyer/pms-service/testing/test-centre.ts';
import { TestEdge } from '@foyer/pms-service/testing/test-edge.ts';
import type { Random } from '../../bench/kit/random.ts';
import { InboxModel } from './inbox-model.ts';

export interface ContractVerdict {
  readonly batches: number;
  /** How many answers of each kind there were. */
  readonly answers: ReadonlyMap<string, number>;
  readonly violations: readonly string[];
}

const batchesOfAClinic = 40;
const mostBoxes = 4;

interface Box {
  readonly edge: TestEdge;
  readonly run: string | undefined;
}

export async function holdInboxToModel(centre: TestCentre, batches: number, random: Random): Promise<ContractVerdict> {
  const answers = new Map<string, number>();
  const violations: string[] = [];
  for (let done = 0; done < batches; done += batchesOfAClinic) {
    const first = await centre.addEdge();
    const model = new InboxModel();
    model.escrow('held');
    const boxes: Box[] = [{ edge: first, run: random.below(4) === 0 ? undefined : first.newId() }];
    grow(first, random);
    for (let sent = 0; sent < Math.min(batchesOfAClinic, batches - done); sent++) {
      const { edge, run } = boxes[random.below(boxes.length)]!;
      if (random.below(2) === 0) grow(edge, random);
      if (random.below(12) === 0 && boxes.length < mostBoxes) boxes.push(anotherRun(edge, random));
      const batch = aBatch(edge, random);
      const real = comparable(await takeBatch(centre.context, batch, run));
      const expected = comparable(model.take(batch, run));
      answers.set(kindOf(real), (answers.get(kindOf(real)) ?? 0) + 1);
      if (real !== expected) violations.push(`the inbox answered ${real}, its model ${expected}`);
      const { epoch, seq, hash } = await readPosition(centre.context, edge.clinicId);
      const position = JSON.stringify({ epoch, seq, hash });
      if (position !== JSON.stringify(model.position()))
        violations.push(`the inbox is at ${position}, its model is not`);
      if (violations.length > 0) return { batches: done + sent + 1, answers, violations };
    }
  }
  return { batches, answers, violations };
}

function grow(edge: TestEdge, random: Random): void {
  for (let left = 1 + random.below(4); left > 0; left--)
    edge.append(random.below(3) === 0 ? aPatientRegistered(edge) : aTicketIssued(edge));
}

/** The same box after a start, or an image of it that was brought back, in an epoch of its own or not. */
function anotherRun(edge: TestEdge, random: Random): Box {
  if (random.below(3) === 0) return { edge, run: edge.newId() };
  const copy = new TestEdge(edge.clinicId);
  copy.clinicKey.set(edge.clinicKey);
  copy.rows.push(...edge.rows.slice(0, 1 + random.below(edge.rows.length)));
  for (const [subjectId, key] of edge.keys) copy.keys.set(subjectId, key);
  copy.epoch = copy.rows.at(-1)!.epoch;
  if (random.below(2) === 0) {
    copy.epoch += 1;
    copy.append({ type: 'v1.EpochBegun', body: { previousEpoch: copy.epoch - 1 } });
  }
  return { edge: copy, run: random.below(4) === 0 ? undefined : copy.newId() };
}

/** Rows of one epoch, from anywhere in it, and now and then a chain that does not hold. */
function aBatch(edge: TestEdge, random: Random): UpBatch {
  const epochs = [...new Set(edge.rows.map((row) => row.epoch))];
  const epoch = random.below(3) === 0 ? epochs[random.below(epochs.length)]! : edge.epoch;
  const rows = edge.rows.filter((row) => row.epoch === epoch);
  const from = random.below(2) === 0 ? 0 : random.below(rows.length);
  const until = random.below(2) === 0 ? rows.length - 1 : from + random.below(rows.length - from);
  const newest = edge.epoch;
  edge.epoch = epoch;
  const batch = edge.batch(rows[from]!.seq, rows[until]!.seq);
  edge.epoch = newest;
  switch (random.below(20)) {
    case 0:
      return { ...batch, rows: batch.rows.with(-1, batch.rows.at(-1)!.with(7, '{"garbled":true}') as WireRow) };
    case 1:
      return { ...batch, prevHash: Buffer.alloc(32, 5).toString('base64') };
    default:
      return batch;
  }
}

/** Without how many were dead, which is for other tests. */
function comparable(answer: UpAnswer | undefined): string {
  if (answer === undefined) return 'none';
  if (!answer.ok) return JSON.stringify(answer.refusal);
  const { epoch, seq } = answer;
  return JSON.stringify({ epoch, seq });
}

function kindOf(answer: string): string {
  return (JSON.parse(answer) as { readonly code?: string }).code ?? 'ok';
}
