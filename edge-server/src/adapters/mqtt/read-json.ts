const mostBytes = 4096;

/** Undefined for what is no JSON, or more than any thing has to say. */
export function readJson(payload: Uint8Array): unknown {
  if (payload.length > mostBytes) return undefined;
  try {
    return JSON.parse(Buffer.from(payload).toString('utf8')) as unknown;
  } catch {
    // Whoever asks treats it as nothing said.
    return undefined;
  }
}
