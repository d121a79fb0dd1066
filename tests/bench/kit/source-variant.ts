/**
 * Variants of the edge that differ in one named place, made while its sources are loaded: planted bugs, which the
 * faults have to catch, and the edge without batches, which a bench compares with. A variant whose place is not
 * found stops the start, so that it can never silently be the original.
 *
 * Given to Node as `--import <this file>?<variant>`, which its worker threads inherit.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { plantedDecisions } from './planted-decisions.ts';
import { plantedPrinting } from './planted-printing.ts';
import { plantedRelay } from './planted-relay.ts';
import { plantedDecoders } from './planted-decoders.ts';
import { plantedStorage } from './planted-storage.ts';

export interface Change {
  /** The end of the path of the file that it changes. */
  readonly file: string;
  readonly places: readonly { readonly find: RegExp; readonly replaceWith: string }[];
}

const variants = {
  'synchronous-off': {
    file: 'edge-server/src/adapters/sqlite/connection.ts',
    places: [
      { find: /PRAGMA synchronous = FULL/, replaceWith: 'PRAGMA synchronous = OFF' },
      { find: /assertPragma\(db, 'synchronous', synchronousFull\);/, replaceWith: '' },
    ],
  },
  /** The transaction stays open for a moment, while its answers are already on their way. */
  'answer-before-commit': {
    file: 'edge-server/src/adapters/sqlite/transactions.ts',
    places: [
      { find: /begin\.run\(\);/, replaceWith: 'if (!db.isTransaction) begin.run();' },
      {
        find: /commit\.run\(\);/,
        replaceWith: 'setTimeout(() => { if (db.isTransaction) commit.run(); }, 20);',
      },
    ],
  },
  'no-batches': {
    file: 'edge-server/src/writer/client.ts',
    places: [{ find: /batching: settings\.batching \?\? true/, replaceWith: 'batching: false' }],
  },
  ...plantedDecisions,
  ...plantedPrinting,
  ...plantedRelay,
  ...plantedDecoders,
  ...plantedStorage,
} as const satisfies Readonly<Record<string, Change>>;

export type Variant = keyof typeof variants;
export const variantNames = Object.keys(variants) as Variant[];

/** Node's options for a process of this variant. */
export function variantOptions(variant: Variant): readonly string[] {
  return ['--import', `${pathToFileURL(import.meta.filename).href}?${variant}`];
}

/** The source with the variant's change; throws when its place is not there. */
export function changeSource(variant: Variant, source: string): string {
  return variants[variant].places.reduce((text, { find, replaceWith }) => {
    if (!find.test(text)) throw new Error(`${variant}: ${String(find)} is not in its file`);
    return text.replace(find, replaceWith);
  }, source);
}

/** From the root of the repository. */
export function changedFile(variant: Variant): string {
  return variants[variant].file;
}

const wanted = new URL(import.meta.url).search.slice(1);
if (isVariant(wanted)) {
  registerHooks({
    load(url, context, nextLoad) {
      if (!new URL(url).pathname.endsWith(`/${variants[wanted].file}`)) return nextLoad(url, context);
      const source = changeSource(wanted, readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}

function isVariant(name: string): name is Variant {
  return name in variants;
}
