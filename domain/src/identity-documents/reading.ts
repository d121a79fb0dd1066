// What a decoder answers: a whole document or a coded refusal, and nothing between.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';

export type DocumentFault = Extract<
  ErrorCode,
  | 'code-invalid'
  | 'document-unreadable'
  | 'document-unknown'
  | 'document-too-long'
  | 'document-check-digit'
  | 'document-offsets'
  | 'document-field'
>;
export interface Unread {
  readonly ok: false;
  readonly code: DocumentFault;
  /** The field, by the name that the document's standard gives it. */
  readonly path?: string;
}
export type Reading<Document> = { readonly ok: true; readonly document: Document } | Unread;

export function unread(code: DocumentFault, path?: string): Unread {
  return path === undefined ? { ok: false, code } : { ok: false, code, path };
}
