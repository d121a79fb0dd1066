// The draft over a reload: in this tab alone. Who may change everything and who may change the calling rules alone each
// have their own: nobody finds changes that they may not apply.

import type { SetUpDraft } from './set-up-draft.ts';

const keys = { all: 'foyer.set-up', rules: 'foyer.set-up-rules' } as const;
export type DraftOf = keyof typeof keys;
const version = 1;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What another version left there counts as nothing. */
export function loadDraft(store: Store, of: DraftOf): SetUpDraft | undefined {
  try {
    const kept = JSON.parse(store.getItem(keys[of]) ?? 'null') as {
      readonly version?: unknown;
      readonly draft?: SetUpDraft;
    };
    return kept.version === version ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

/** Without its steps: those are of this sitting. */
export function saveDraft(store: Store, draft: SetUpDraft, of: DraftOf): void {
  store.setItem(keys[of], JSON.stringify({ version, draft: { ...draft, steps: [] } }));
}

export function forgetDraft(store: Store, of: DraftOf): void {
  store.removeItem(keys[of]);
}
