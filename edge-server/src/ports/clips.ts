import type { PhraseId } from '@foyer/contracts/call-phrases.ts';
import type { Language } from '@foyer/contracts/languages.ts';

export interface Clip {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a clinic has recorded of its calls, a phrase a clip. */
export interface Clips {
  recorded(language: Language): readonly PhraseId[];
  /** Languages that any phrase is recorded in. */
  languages(): readonly Language[];
  /** In place of the earlier one of the phrase; false: these bytes are no sound that is known. */
  save(language: Language, phrase: PhraseId, bytes: Uint8Array): boolean;
  clip(language: Language, phrase: PhraseId): Promise<Clip | undefined>;
  remove(language: Language, phrase: PhraseId): boolean;
  onChanged(listener: () => void): void;
}
