/**
 * One history of a relay: acts on both sides and the line, then quiet, then what is to be said of it. Nothing that was
 * acknowledged is lost, nothing is applied twice, both sides are alike in the end; where a box tells another history
 * than the centre, one of them says so and nothing is mixed.
 */
import { comparePositions } from '@foyer/cloud-sync/sync-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { createRandom } from '../../bench/kit/random.ts';
import { pickOne } from '../kit/pick-one.ts';
import { faultsAtTheEnd, RelayWatch } from './relay-judges.ts';
import type { RelayAct } from './relay-acts.ts';
import { type BoxParts, type RelayMaker, SimulatedBox } from './simulated-box.ts';
import { type CentreImage, type CentrePlant, SimulatedInbox } from './simulated-inbox.ts';
import { SimulatedLine } from './simulated-line.ts';
import { VirtualTime } from './virtual-time.ts';

export interface RelayPlant {
  readonly makeRelay: RelayMaker;
  readonly centre?: CentrePlant;
  readonly isFeedCareless?: boolean;
}

export interface RelayEnd {
  readonly violations: readonly string[];
  /** Rows that the box was told are held. */
  readonly acknowledged: number;
  /** Another history was noticed: a person looks. */
  readonly isHalted: boolean;
}

const quietMs = 2 * minuteMs;
/** As long as one may have to wait for what is due within minutes. */
const longestQuietMs = 10 * minuteMs;

export async function playRelay(acts: readonly RelayAct[], plant: RelayPlant): Promise<RelayEnd> {
  const history = new RelayHistory(plant);
  for (const act of acts) {
    history.play(act);
    if (act.kind === 'pass') await history.time.pass(act.ms);
    if (history.isSettled) break;
  }
  return history.end();
}

class RelayHistory {
  readonly time = new VirtualTime();
  readonly #watch = new RelayWatch(this.time);
  readonly #centre: SimulatedInbox;
  readonly #line: SimulatedLine;
  readonly #boxParts: BoxParts;
  readonly #random = createRandom(1);
  readonly #boxes: SimulatedBox[] = [];
  #ids = 0;
  #published = 0;
  #imageOfEdge: ReturnType<SimulatedBox['image']> | undefined;
  #imageOfCentre: CentreImage | undefined;

  constructor({ makeRelay, centre, isFeedCareless = false }: RelayPlant) {
    this.#centre = new SimulatedInbox(this.time, (inbox) => this.#watch.stored(inbox), centre);
    this.#line = new SimulatedLine(this.time, this.#centre, this.#watch);
    this.#boxParts = {
      time: this.time,
      makeRelay,
      lineOf: (life) => this.#line.of(life),
      newId: () => `01900000-0000-7000-8000-${String(++this.#ids).padStart(12, '0')}`,
      jitter: () => this.#random.next(),
      isCareless: isFeedCareless,
      onAcknowledged: (box, position, row) => this.#watch.acknowledged(box, position, row),
    };
    const box = new SimulatedBox(this.#boxParts);
    this.#boxes.push(box);
    box.append(1, 0);
    box.start();
  }

  /** It has shown enough. */
  get isSettled(): boolean {
    return this.#watch.violations.length > 0;
  }

  /** What makes no sense now is left out. */
  play(act: RelayAct): void {
    // The one that a clone was made of, and the clone, take turns.
    const box = this.#boxes[this.#ids % this.#boxes.length]!;
    switch (act.kind) {
      case 'append':
        return box.life === undefined ? undefined : box.append(act.count, act.subjects);
      case 'erase': {
        const subject = pickOne(box.keys.keys(), { ...this.#random, below: (bound) => act.which % Math.max(1, bound) });
        if (subject === undefined || box.life === undefined) return;
        this.#watch.erased.add(subject);
        return box.erase(subject);
      }
      case 'publish':
        return this.#centre.isUp ? this.#publish(act.thing) : undefined;
      case 'destine':
        return this.#line.destine(act.fate, act.ms);
      case 'cut':
        this.#line.isCut.up ||= act.way !== 'down';
        this.#line.isCut.down ||= act.way !== 'up';
        return;
      case 'mend':
        return this.#line.calm();
      case 'crash-edge':
        return box.crash(act.hasLanded);
      case 'stop-edge':
        return box.stop();
      case 'start-edge':
        return box.start();
      case 'crash-centre':
        return this.#centre.crash();
      case 'start-centre':
        return this.#centre.start();
      case 'image-of-edge':
        this.#imageOfEdge = box.image();
        return;
      case 'restore-edge':
        return this.#restoreEdge(box, act.begins);
      case 'image-of-centre':
        this.#imageOfCentre = this.#centre.image();
        return;
      case 'restore-centre':
        return this.#restoreCentre();
      case 'clone-edge':
        return this.#clone(box);
      case 'replace-edge':
        return this.#replace();
      case 'speak-version-before':
        this.#line.speaksNewest = false;
        return;
      case 'set-clock':
        box.clockOffsetMs += act.byMs;
        return;
      case 'pass':
        return;
    }
  }

  #publish(thing: number): void {
    const id = `thing ${thing}`;
    this.#centre.publish(id, String(++this.#published));
    this.#watch.published(id);
  }

  #restoreEdge(box: SimulatedBox, begins: boolean): void {
    if (this.#imageOfEdge === undefined) return;
    box.restore(this.#imageOfEdge);
    if (this.#watch.everStored === undefined) this.#lookWhoCanTell();
    if (begins) {
      box.beginEpoch();
      this.#watch.began(box.epoch);
    } else this.#watch.wentBack(box.rows.at(-1)!);
  }

  #restoreCentre(): void {
    if (this.#imageOfCentre === undefined) return;
    const before = this.#centre.things;
    this.#centre.restore(this.#imageOfCentre);
    const { things } = this.#centre;
    const lost = [...before].filter(([thing, body]) => JSON.stringify(things.get(thing)) !== JSON.stringify(body));
    this.#watch.centreWentBack(lost.map(([thing]) => thing));
    this.#lookWhoCanTell();
  }

  /** That the centre was restored: a box that was told of more rows than are there. */
  #lookWhoCanTell(): void {
    const { head } = this.#centre.inbox;
    if (!this.#boxes.some((box) => comparePositions(head, box.told) < 0)) this.#watch.centreWentBackUnseen();
  }

  #replace(): void {
    if (this.#imageOfEdge === undefined || this.#boxes.length > 1) return;
    const box = new SimulatedBox(this.#boxParts, this.#imageOfEdge);
    box.beginEpoch();
    this.#boxes.push(box);
    this.#watch.cloned();
    box.start();
  }

  #clone(box: SimulatedBox): void {
    if (this.#boxes.length > 1) return;
    const clone = new SimulatedBox(this.#boxParts, box.image());
    this.#boxes.push(clone);
    this.#watch.cloned();
    clone.start();
  }

  async end(): Promise<RelayEnd> {
    this.#line.calm();
    this.#centre.start();
    for (const box of this.#boxes) {
      box.start();
      // A centre that was restored is noticed with the next row.
      box.append(1, 0);
    }
    const look = (): readonly string[] => faultsAtTheEnd(this.#boxes, this.#centre, this.#watch);
    let faults: readonly string[] = [];
    for (let quiet = 0; quiet < longestQuietMs && !this.isSettled; quiet += quietMs) {
      await this.time.pass(quietMs);
      faults = look();
      if (faults.length === 0) break;
    }
    const isHalted = this.#boxes.some((box) => box.isHalted) || this.#centre.inbox.isQuarantined;
    for (const box of this.#boxes) box.crash(false);
    return {
      violations: [...this.#watch.violations, ...faults],
      acknowledged: this.#watch.acknowledgedRows,
      isHalted,
    };
  }
}
