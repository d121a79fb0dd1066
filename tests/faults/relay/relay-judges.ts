/** What a relay must never do, seen while it runs, and what must be so when it is quiet. */
import type { LogPosition } from '@foyer/cloud-sync/sync-state.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { erasedSubject, firstBroken, type InboxModel, type Place } from './inbox-model.ts';
import type { Life, SimulatedBox } from './simulated-box.ts';
import type { Asked, SimulatedInbox } from './simulated-inbox.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A first failure waits half a second at least, and what was answered is not sent again. */
const mostInASecond = 6;

export class RelayWatch {
  readonly violations: string[] = [];
  acknowledgedRows = 0;
  /** Subjects, by any box, also by one that is gone: their keys come with no row any more. */
  readonly erased = new Set<string>();
  readonly #time: VirtualTime;
  /** The last row of each epoch that was ever on the line, and by hash all that the centre has stored at any time. */
  readonly #sent = new Map<number, number>();
  readonly #stored = new Map<string, LogRow>();
  readonly #epochs = new Set<number>();
  readonly #failures = new WeakMap<Life, readonly number[]>();
  readonly #repeats = new WeakMap<Life, { readonly from: number; readonly at: readonly number[] }>();
  #quarantinedAt: Place | undefined;
  #mayFork = false;
  #mayKeepMore = false;
  /** Things of the feed that a centre which was restored has lost, or has an older one of, and has not said anew since. */
  readonly #lostThings = new Set<string>();
  #hasCentreGoneBack = false;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** Whether two boxes, one in two of its states, or a line may have told the centre different things under one number. */
  get mayFork(): boolean {
    return this.#mayFork;
  }
  /**
   * Things that a box may keep although the centre has lost them: it was restored so that no edge can tell, as it notices
   * by one that was told of more rows. (A real one notices by its PostgreSQL, too, unless its disk alone was put back.)
   * What is said anew since has a later number than all before, and reaches everybody.
   */
  get mayBeKept(): ReadonlySet<string> {
    return this.#mayKeepMore ? this.#lostThings : new Set();
  }
  /** Everything that the centre ever stored; undefined where an older image of it has taken its place. */
  get everStored(): ReadonlyMap<string, LogRow> | undefined {
    return this.#hasCentreGoneBack ? undefined : this.#stored;
  }

  asked(life: Life, asked: Asked): void {
    if (asked.kind !== 'push') return;
    if (life.isHalted) this.violations.push('sends although it has halted');
    const { epoch, rows } = asked.batch;
    this.#countRepeats(life, rows[0]![0]);
    this.#sent.set(epoch, Math.max(this.#sent.get(epoch) ?? 0, rows.at(-1)![0]));
  }

  failed(life: Life): void {
    const recent = this.#recent(this.#failures.get(life) ?? []);
    this.#failures.set(life, recent);
    if (recent.length > mostInASecond) this.violations.push('tries again without waiting');
  }

  #countRepeats(life: Life, from: number): void {
    const before = this.#repeats.get(life);
    const at = this.#recent(before?.from === from ? before.at : []);
    this.#repeats.set(life, { from, at });
    if (at.length > mostInASecond) this.violations.push('sends the same rows again without waiting');
  }

  /** With this moment. */
  #recent(moments: readonly number[]): readonly number[] {
    const { now } = this.#time;
    return [...moments.filter((at) => now - at < 1_000), now];
  }

  stored(inbox: InboxModel): void {
    const { head } = inbox;
    const last = inbox.row(head);
    if (last !== undefined) this.#remember(inbox, last);
    if ([...inbox.alarms].some((alarm) => alarm.startsWith('fork '))) this.#quarantinedAt ??= head;
    const until = this.#quarantinedAt;
    if (until === undefined || (until.epoch === head.epoch && until.seq === head.seq)) return;
    this.violations.push(`takes rows in after a fork, ${told(head)}`);
    this.#quarantinedAt = head;
  }

  #remember(inbox: InboxModel, last: LogRow): void {
    for (let row: LogRow | undefined = last; row !== undefined && !this.#stored.has(text(row.hash));) {
      this.#stored.set(text(row.hash), row);
      row = inbox.row({ epoch: row.epoch, seq: row.seq - 1 });
    }
  }

  acknowledged(box: SimulatedBox, position: LogPosition, row: LogRow | undefined): void {
    if (position.seq === 0) return;
    // Where the ended epoch's last row stands is all that a box can say before the centre compares what follows it.
    const isGuess = this.#mayFork && position.epoch < box.epoch && isLastOfItsEpoch(box, position);
    if (row !== undefined && this.#stored.has(text(row.hash))) this.acknowledgedRows += 1;
    else if (!isGuess)
      this.violations.push(`holds ${told(position)} of ${told(box.rows.at(-1) ?? { epoch: 0, seq: 0 })} for received`);
  }

  /** Its rows behind this one were undone, without an epoch of its own for what comes instead. */
  wentBack({ epoch, seq }: Place): void {
    const isAhead = ([sent, last]: readonly [number, number]): boolean =>
      sent > epoch || (sent === epoch && last > seq);
    if ([...this.#sent].some(isAhead)) this.#mayFork = true;
  }

  /** The second box that begins an epoch of this number tells another one. */
  began(epoch: number): void {
    if (this.#epochs.has(epoch)) this.#mayFork = true;
    this.#epochs.add(epoch);
  }

  /** A chain that does not hold stops the box, whoever broke it. */
  garbled(): void {
    this.#mayFork = true;
  }

  cloned(): void {
    this.#mayFork = true;
  }

  /** Nobody was told of a row that is gone: the box may go on with things that the centre does not have any more. */
  centreWentBackUnseen(): void {
    this.#mayKeepMore = true;
  }

  /** An old request gave the rows back that an edge was told of, before that edge has spoken. */
  rowsFromBefore(): void {
    this.#mayKeepMore = true;
  }

  published(thing: string): void {
    this.#lostThings.delete(thing);
  }

  centreWentBack(lostThings: readonly string[]): void {
    for (const thing of lostThings) this.#lostThings.add(thing);
    this.#hasCentreGoneBack = true;
    this.#quarantinedAt = undefined;
  }
}

/** Empty as soon as everything has arrived, or was refused for good and somebody was told. */
export function faultsAtTheEnd(
  boxes: readonly SimulatedBox[],
  centre: SimulatedInbox,
  watch: RelayWatch,
): readonly string[] {
  const { inbox } = centre;
  const found = [...faultsOfTheCentre(inbox, watch.erased)];
  const { everStored } = watch;
  for (const row of everStored?.values() ?? [])
    if (text(inbox.row(row)?.hash) !== text(row.hash)) found.push(`the centre has lost ${told(row)}`);
  for (const box of boxes) {
    if (box.isHalted && !watch.mayFork) found.push(`halted for nothing (${box.status?.code})`);
    if (!box.isHalted && !inbox.isQuarantined) found.push(...differences(box, inbox));
    found.push(...feedFaults(box, centre, watch.mayBeKept));
  }
  const goOn = boxes.filter((box) => !box.isHalted);
  const isAtTheEnd = goOn.some((box) => isSame(box.rows.at(-1)!, inbox.head));
  if (!inbox.isQuarantined && goOn.length > 0 && !isAtTheEnd) found.push(`the centre stands at ${told(inbox.head)}`);
  if (inbox.isQuarantined && !watch.mayFork) found.push('the centre sees a fork where there is none');
  return found;
}

function faultsOfTheCentre(inbox: InboxModel, erased: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const { rows } = inbox;
  for (const { id, seq, epoch } of rows) {
    const times = inbox.applied.get(id)?.times ?? 0;
    if (times !== 1) found.push(`${told({ epoch, seq })} was applied ${times} times`);
  }
  for (const row of rows) {
    const isLinked = row.seq === 1 || rows.some((other) => text(other.hash) === text(row.prevHash));
    if (!isLinked || firstBroken([row]) !== undefined) found.push(`${told(row)} has nothing before it`);
  }
  for (const subjectId of rows.flatMap((row) => erasedSubject(row) ?? []))
    if (typeof inbox.keys.get(subjectId) === 'string') found.push('the centre keeps the key of an erased subject');
  for (const row of rows) {
    const subjectId = row.subjectId ?? '';
    if (inbox.applied.get(row.id)?.unread !== true || erased.has(subjectId) || inbox.keys.get(subjectId) === null)
      continue;
    found.push(`${told(row)} was taken in without its key`);
  }
  return found;
}

/** Row by row, by their hashes. */
function differences(box: SimulatedBox, inbox: InboxModel): readonly string[] {
  return box.rows.flatMap((row) =>
    text(inbox.row(row)?.hash) === text(row.hash) ? [] : [`the centre does not have ${told(row)}`],
  );
}

function isLastOfItsEpoch({ rows }: SimulatedBox, { epoch, seq }: Place): boolean {
  const next = rows.find((row) => row.seq === seq + 1);
  return next !== undefined && next.epoch > epoch;
}

function isSame(a: Place, b: Place): boolean {
  return a.epoch === b.epoch && a.seq === b.seq;
}

function feedFaults(
  { things }: SimulatedBox,
  centre: SimulatedInbox,
  mayBeKept: ReadonlySet<string>,
): readonly string[] {
  const theirs = new Map([...centre.things].map(([thing, body]) => [`check-in-key/${thing}`, JSON.stringify(body)]));
  const kept = new Set([...mayBeKept].map((thing) => `check-in-key/${thing}`));
  const judged = [...new Set([...things.keys(), ...theirs.keys()])].filter((thing) => !kept.has(thing));
  return judged.flatMap((thing) =>
    JSON.stringify(things.get(thing)) === theirs.get(thing) ? [] : [`the box has of ${thing} what the centre has not`],
  );
}

function told({ epoch, seq }: Place): string {
  return `row ${epoch}.${seq}`;
}

function text(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
