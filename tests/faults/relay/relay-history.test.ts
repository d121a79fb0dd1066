import { Relay } from '@foyer/cloud-sync/relay.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../bench/kit/random.ts';
import { drawActs, type RelayAct } from './relay-acts.ts';
import { playRelay, type RelayPlant } from './relay-history.ts';
import { shrunk } from './shrink-acts.ts';

const whole: RelayPlant = { makeRelay: (options) => new Relay(options) };
const grow = (count: number, subjects = 0): RelayAct => ({ kind: 'append', count, subjects });
const pass: RelayAct = { kind: 'pass', ms: 10_000 };
const image: RelayAct = { kind: 'image-of-centre' };

describe('a history of the relay', () => {
  it('ends with both sides alike after any acts', async () => {
    for (let seed = 1; seed <= 15; seed++)
      expect((await playRelay(drawActs(createRandom(seed)), whole)).violations, `history ${seed}`).toEqual([]);
  });

  it('goes on with a centre that was restored to before it had the clinic’s key', async () => {
    const acts = [image, grow(1, 1), { kind: 'pass', ms: 41 }, { kind: 'restore-centre' }] as const;
    expect((await playRelay(acts, whole)).violations).toEqual([]);
  });

  it('lets a box keep what a restored centre cannot know that it has lost: an old request brought the rows again', async () => {
    const acts: readonly RelayAct[] = [
      { kind: 'pass', ms: 84_733 },
      grow(5),
      { kind: 'destine', fate: 'request twice', ms: 73_923 },
      image,
      { kind: 'publish', thing: 4 },
      { kind: 'destine', fate: 'answer torn', ms: 51_632 },
      { kind: 'destine', fate: 'request late', ms: 41_765 },
      { kind: 'pass', ms: 16_106 },
      { kind: 'restore-centre' },
      { kind: 'publish', thing: 0 },
      image,
      { kind: 'crash-edge', hasLanded: true },
      { kind: 'cut', way: 'down' },
      { kind: 'pass', ms: 29_217 },
      { kind: 'start-edge' },
      { kind: 'pass', ms: 5_096 },
      { kind: 'restore-centre' },
    ];
    expect((await playRelay(acts, whole)).violations).toEqual([]);
  });

  it('goes on at once where the clock was set back while it waited', async () => {
    const acts: readonly RelayAct[] = [
      image,
      { kind: 'pass', ms: 20_292 },
      { kind: 'destine', fate: 'answer torn', ms: 76_863 },
      { kind: 'crash-edge', hasLanded: true },
      { kind: 'destine', fate: 'request late', ms: 17_991 },
      { kind: 'start-edge' },
      { kind: 'pass', ms: 7_019 },
      grow(5, 5),
      { kind: 'restore-centre' },
      { kind: 'pass', ms: 171 },
      { kind: 'set-clock', byMs: -dayMs },
    ];
    expect((await playRelay(acts, whole)).violations).toEqual([]);
  });

  it('is the same each time', async () => {
    const acts = drawActs(createRandom(4));
    expect(await playRelay(acts, whole)).toEqual(await playRelay(acts, whole));
  });

  it('ends with somebody told where a box was copied', async () => {
    const end = await playRelay([pass, { kind: 'clone-edge' }, grow(2), pass], whole);
    expect(end).toMatchObject({ isHalted: true, violations: [] });
  });

  it.each<[what: string, plant: Omit<RelayPlant, 'makeRelay'>, acts: readonly RelayAct[], seen: RegExp]>([
    ['a gap that is taken', { centre: 'gap accepted' }, [grow(3), image, pass, { kind: 'restore-centre' }], /nothing/],
    ['keys that are not kept', { centre: 'keys not kept' }, [grow(2, 2), pass], /without its key/],
    [
      'an answer before the commit',
      { centre: 'answered before the commit' },
      [{ kind: 'pass', ms: 86 }, { kind: 'crash-centre' }, pass],
      /for received/,
    ],
    [
      'a chain that nobody checks',
      { centre: 'chain not checked' },
      [pass, { kind: 'destine', fate: 'rows garbled', ms: 0 }, grow(2), pass],
      /nothing before it/,
    ],
  ])('shows %s', async (_what, plant, acts, seen) => {
    expect((await playRelay(acts, whole)).violations).toEqual([]);
    expect((await playRelay(acts, { ...whole, ...plant })).violations.join('\n')).toMatch(seen);
  });
});

describe('making a failure small', () => {
  it('keeps what the failure needs and nothing else', async () => {
    const fails = async (acts: readonly number[]): Promise<boolean> => acts.includes(3) && acts.includes(8);
    expect(await shrunk([1, 2, 3, 4, 5, 6, 7, 8, 9], fails)).toEqual([3, 8]);
  });
});
