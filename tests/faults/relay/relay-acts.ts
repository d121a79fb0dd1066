/** What may happen to a relay, drawn by chance: few of these at a time in one history, so that each is seen alone too. */
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Random } from '../../bench/kit/random.ts';
import { type Fate, fates, garbled } from './simulated-line.ts';

export type RelayAct =
  | { readonly kind: 'append'; readonly count: number; readonly subjects: number }
  | { readonly kind: 'erase'; readonly which: number }
  | { readonly kind: 'publish'; readonly thing: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'destine'; readonly fate: Fate; readonly ms: number }
  | { readonly kind: 'cut'; readonly way: 'up' | 'down' | 'both' }
  | { readonly kind: 'mend' }
  | { readonly kind: 'crash-edge'; readonly hasLanded: boolean }
  | { readonly kind: 'stop-edge' }
  | { readonly kind: 'start-edge' }
  | { readonly kind: 'crash-centre' }
  | { readonly kind: 'start-centre' }
  | { readonly kind: 'image-of-edge' }
  | { readonly kind: 'restore-edge'; readonly begins: boolean }
  | { readonly kind: 'image-of-centre' }
  | { readonly kind: 'restore-centre' }
  | { readonly kind: 'clone-edge' }
  /** Another box takes over from the image, in an epoch of its own, and the old one goes on all the same. */
  | { readonly kind: 'replace-edge' }
  | { readonly kind: 'speak-version-before' }
  | { readonly kind: 'set-clock'; readonly byMs: number };

type Kind = RelayAct['kind'];
type Theme =
  | 'usual'
  | 'edge restored'
  | 'edge restored as it was'
  | 'centre restored'
  | 'both restored'
  | 'clone'
  | 'clone of the version before'
  | 'old box comes back'
  | 'garbled';

const usual: Readonly<Partial<Record<Kind, number>>> = {
  append: 14,
  pass: 20,
  destine: 12,
  publish: 6,
  erase: 2,
  cut: 2,
  mend: 4,
  'crash-edge': 3,
  'stop-edge': 1,
  'start-edge': 8,
  'crash-centre': 2,
  'start-centre': 6,
  'set-clock': 2,
};
const edgeRestored = { 'image-of-edge': 2, 'restore-edge': 2 };
const centreRestored = { 'image-of-centre': 2, 'restore-centre': 2 };
const themes: Readonly<Record<Theme, Readonly<Partial<Record<Kind, number>>>>> = {
  usual,
  'edge restored': { ...usual, ...edgeRestored },
  'edge restored as it was': { ...usual, ...edgeRestored },
  'centre restored': { ...usual, ...centreRestored },
  'both restored': { ...usual, ...edgeRestored, ...centreRestored },
  clone: { ...usual, 'clone-edge': 2 },
  'clone of the version before': { ...usual, 'clone-edge': 2 },
  'old box comes back': { ...usual, 'image-of-edge': 2, 'replace-edge': 2 },
  garbled: usual,
};
const themeNames = Object.keys(themes) as Theme[];
const leastActs = 40;
const mostActs = 160;
/** A request that comes late may come after its sender gave it up. */
const latestMs = 2 * minuteMs;
const clockJumps = [-dayMs, 30 * dayMs, -hourMs, 20_000];

/** The same random gives the same acts. */
export function drawActs(random: Random): readonly RelayAct[] {
  const theme = themeNames[random.below(themeNames.length)]!;
  const length = leastActs + random.below(mostActs - leastActs);
  const acts = Array.from({ length }, () => drawAct(theme, random));
  return theme === 'clone of the version before' ? [{ kind: 'speak-version-before' }, ...acts] : acts;
}

function drawAct(theme: Theme, random: Random): RelayAct {
  const kind = drawKind(themes[theme], random);
  switch (kind) {
    case 'append': {
      const count = 1 + random.below(6);
      return { kind, count, subjects: random.below(3) === 0 ? random.below(count + 1) : 0 };
    }
    case 'erase':
      return { kind, which: random.below(1_000) };
    case 'publish':
      return { kind, thing: random.below(6) };
    case 'pass':
      return { kind, ms: Math.ceil(10 ** (1 + random.next() * 4)) };
    case 'destine':
      if (theme === 'garbled' && random.below(4) === 0) return { kind, fate: garbled, ms: 0 };
      return { kind, fate: fates[random.below(fates.length)]!, ms: random.below(latestMs) };
    case 'cut':
      return { kind, way: (['up', 'down', 'both'] as const)[random.below(3)]! };
    case 'crash-edge':
      return { kind, hasLanded: random.below(2) === 0 };
    case 'restore-edge':
      return { kind, begins: theme === 'edge restored as it was' ? random.below(2) === 0 : true };
    case 'set-clock':
      return { kind, byMs: clockJumps[random.below(clockJumps.length)]! };
    case 'mend':
    case 'stop-edge':
    case 'start-edge':
    case 'crash-centre':
    case 'start-centre':
    case 'image-of-edge':
    case 'image-of-centre':
    case 'restore-centre':
    case 'clone-edge':
    case 'replace-edge':
    case 'speak-version-before':
      return { kind };
  }
}

function drawKind(weights: Readonly<Partial<Record<Kind, number>>>, random: Random): Kind {
  const entries = Object.entries(weights) as [Kind, number][];
  let left = random.below(entries.reduce((sum, [, weight]) => sum + weight, 0));
  return entries.find(([, weight]) => (left -= weight) < 0)![0];
}

export function toldAct(act: RelayAct): string {
  const { kind, ...facts } = act;
  return [kind, ...Object.values(facts).map(String)].join(' ');
}
