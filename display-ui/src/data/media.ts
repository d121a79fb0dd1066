// A file of the clinic's media, as an address that an image or a video of this page can show.

const FETCH_WITHIN_MS = 120_000;

/** Revoke it when it is shown no more; undefined where the edge has no such file, or is away. */
export async function fetchMedia(file: string, token: string, stop: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/v1/media/${encodeURIComponent(file)}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([stop, AbortSignal.timeout(FETCH_WITHIN_MS)]),
    });
    return response.ok ? URL.createObjectURL(await response.blob()) : undefined;
  } catch {
    return undefined;
  }
}
