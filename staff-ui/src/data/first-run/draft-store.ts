// The draft over a reload: in this tab alone, and never a PIN.

import type { Draft } from './draft.ts';

const KEY = 'foyer.first-run';
const version = 1;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
export interface Kept {
  readonly draft: Draft;
  /** The one-time code of the console, good for nothing once the clinic is set up; empty while it has to be typed. */
  readonly code: string;
}

/** What another version left there counts as nothing. */
export function loadDraft(store: Store): Kept | undefined {
  try {
    const kept = JSON.parse(store.getItem(KEY) ?? 'null') as Partial<Kept> & { readonly version?: unknown };
    return kept.version === version && kept.draft ? { draft: kept.draft, code: kept.code ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

export function saveDraft(store: Store, { draft, code }: Kept): void {
  store.setItem(KEY, JSON.stringify({ version, draft, code }));
}

export function forgetDraft(store: Store): void {
  store.removeItem(KEY);
}
