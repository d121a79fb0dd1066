// A table as somebody exported it from somewhere: whatever its letters and separators, cells as text.

export type ReadTable =
  | {
      readonly ok: true;
      /** Rows that are not empty, each with its line in the file, from 1. */
      readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
    }
  | { readonly ok: false; readonly code: 'too-many-rows' | 'table-unreadable' };

export interface TableReader {
  /** Lets others have their turn while it reads. */
  read(table: Uint8Array | string, mostRows: number): Promise<ReadTable>;
}
