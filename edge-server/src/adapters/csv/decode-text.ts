// The letters of a file that somebody exported: UTF-8 and UTF-16 tell themselves, what is neither is Windows-1252, as
// office programs of the West write it.

/** Undefined for what is no text: a spreadsheet or a picture under another name. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return isText(text) ? text : undefined;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return wideEncodingOf(bytes.subarray(0, sampleBytes)) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

const sampleBytes = 4_096;

/** Without a mark at its beginning: separators, digits and Latin letters have a zero in every second byte. */
function wideEncodingOf(sample: Uint8Array): string | undefined {
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  const few = sample.length / 10;
  if (odd > few && odd > 4 * even) return 'utf-16le';
  return even > few && even > 4 * odd ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** No table holds these; every other kind of file does. */
function isText(text: string): boolean {
  return !/(?![\s\u0080-\u009f])\p{Cc}/u.test(text.slice(0, sampleBytes));
}
