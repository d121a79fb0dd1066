// What a call button says: `{ "press": "single" | "long", "id"? }`. The id is the button's own count of presses, where
// it has one.

export interface ButtonMessage {
  readonly press: 'single' | 'long';
  readonly id: string | undefined;
}

const mostBytes = 512;

export function readButtonMessage(payload: Uint8Array): ButtonMessage | undefined {
  if (payload.length > mostBytes) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const { press, id } = value as { readonly press?: unknown; readonly id?: unknown };
    if (press !== 'single' && press !== 'long') return undefined;
    return { press, id: typeof id === 'string' || typeof id === 'number' ? String(id) : undefined };
  } catch {
    // What is not JSON is no press.
    return undefined;
  }
}
