/** Bugs in the edge's half of the relay, each in one named place of its sources. */
import type { Change } from './source-variant.ts';

const core = 'cloud-sync/src/sync-state.ts';
const pump = 'cloud-sync/src/up-pump.ts';

export const plantedRelay = {
  'acknowledged-as-far-as-there-is': {
    file: core,
    places: [{ find: /: \{ \.\.\.state, acknowledged, /, replaceWith: ': { ...state, acknowledged: state.head, ' }],
  },
  'resent-from-where-it-was': {
    file: core,
    places: [
      { find: /if \(refusal\.code === 'gap'\) return lost;/, replaceWith: "if (refusal.code === 'gap') return state;" },
    ],
  },
  'halt-left-by-itself': {
    file: core,
    places: [{ find: /if \(state\.halted !== null\) return \{[^;]*;/, replaceWith: '' }],
  },
  'failures-not-waited-for': {
    file: core,
    places: [{ find: /if \(now < state\.waitUntil\) return \{[^;]*;/, replaceWith: '' }],
  },
  'history-not-compared': {
    file: pump,
    places: [{ find: /return base64\(own\) === hash \? held : undefined;/, replaceWith: 'return held;' }],
  },
  'keys-taken-for-sent': {
    file: pump,
    places: [
      {
        find: /const pushing = transport\.push\(/,
        replaceWith:
          'for (const subjectId of load.fresh) this.#keysSent.add(subjectId);\n    const pushing = transport.push(',
      },
    ],
  },
  'keys-not-sent-again': {
    file: pump,
    places: [{ find: /this\.#keysSent\.clear\(\);/, replaceWith: '' }],
  },
  'epochs-in-one-batch': {
    file: 'cloud-sync/src/batch.ts',
    places: [{ find: /return end === -1 \? rows : rows\.slice\(0, end\);/, replaceWith: 'return rows;' }],
  },
  'feed-heard-and-not-applied': {
    file: 'cloud-sync/src/down-pump.ts',
    places: [
      { find: /await feed\.apply\(page\);/, replaceWith: 'await feed.apply({ ...page, items: page.items.slice(1) });' },
    ],
  },
} as const satisfies Readonly<Record<string, Change>>;
