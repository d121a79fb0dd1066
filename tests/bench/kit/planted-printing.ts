/** Bugs in how paper is printed, each in one named place of the sources of the edge. */
import type { Change } from './source-variant.ts';

const printer = 'edge-server/src/adapters/printer/thermal-printer.ts';

export const plantedPrinting = {
  'printed-without-proof': {
    file: 'edge-server/src/adapters/printer/execute-steps.ts',
    places: [
      {
        find: /if \(!dialogue\.answers\) return await handedOver\(dialogue\);/,
        replaceWith: "return { outcome: 'printed' };",
      },
    ],
  },
  'sent-until-it-works': {
    file: printer,
    places: [
      {
        find: /return \{ outcome, repeatable: refused \};/,
        replaceWith: "return { outcome, repeatable: outcome.outcome !== 'printed' };",
      },
    ],
  },
  'backup-takes-what-was-begun': {
    file: 'edge-server/src/spool/print-spool.ts',
    places: [
      {
        find: /return end\.outcome === 'failed' && end\.begun !== true;/,
        replaceWith: "return end.outcome !== 'printed';",
      },
    ],
  },
  'life-ignored': {
    file: printer,
    places: [
      { find: /if \(this\.#now\(\) > job\.notAfter\) \{/, replaceWith: 'if (this.#stopping.signal.aborted) {' },
      { find: /this\.#profile, this\.#now\(\)\)/, replaceWith: 'this.#profile, 0)' },
    ],
  },
  'latest-first': {
    file: printer,
    places: [
      { find: /const next = this\.#queue\[0\];/, replaceWith: 'const next = this.#queue.pop();' },
      { find: /this\.#queue\.shift\(\);/, replaceWith: '' },
    ],
  },
  'end-not-written': {
    file: 'edge-server/src/reactions/print-documents.ts',
    places: [
      {
        find: /if \(end\.outcome === 'failed' && end\.code === 'no-printer'\) return;/,
        replaceWith: "if (end.outcome === 'failed') return;",
      },
    ],
  },
} as const satisfies Readonly<Record<string, Change>>;
