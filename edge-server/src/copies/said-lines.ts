// Lines of a part that are at hand: as text, to say whether they are others than before, and as they are copied.

import type { CopiedLine } from '../ports/log-copy.ts';

export function textOf(lines: readonly (readonly CopiedLine[])[]): string {
  return JSON.stringify(lines, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
}

export async function* listed(lines: readonly (readonly CopiedLine[])[]): AsyncGenerator<readonly CopiedLine[]> {
  for (const some of lines) yield some;
}
