import type { PhraseId } from '@foyer/contracts/call-phrases.ts';
import type { Language } from '@foyer/contracts/languages.ts';

export interface Clip {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export type ClipSaved =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'file-type-unknown' | 'clip-too-long' | 'clips-full' | 'unknown-service-point';
    };

/** What a clinic has recorded of its calls, a phrase a clip. */
export interface Clips {
  recorded(language: Language): readonly PhraseId[];
  /** Languages that any phrase is recorded in. */
  languages(): readonly Language[];
  /** In place of the earlier one of the phrase. */
  save(language: Language, phrase: PhraseId, bytes: Uint8Array): ClipSaved;
  clip(language: Language, phrase: PhraseId): Promise<Clip | undefined>;
  remove(language: Language, phrase: PhraseId): boolean;
  /** The rooms that the clinic has: clips of others go, and none is taken. */
  roomsAre(servicePointIds: readonly string[]): void;
  onChanged(listener: () => void): void;
}
