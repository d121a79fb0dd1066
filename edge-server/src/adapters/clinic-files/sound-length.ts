// How long a recorded sound lasts, as its container says: browsers record WebM, Ogg or fragments of MP4, and programs
// WAV. Sources: RFC 9559 (Matroska), RFC 3533 and 7845 (Ogg, Opus), ISO/IEC 14496-12, the RIFF WAVE format.

/** Seconds; undefined where it does not say. */
export function soundSeconds(bytes: Uint8Array, type: string): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (type) {
      case 'audio/wav':
        return wavSeconds(view);
      case 'audio/ogg':
        return oggSeconds(view);
      case 'audio/webm':
        return webmSeconds(view);
      case 'audio/mp4':
        return mp4Seconds(view);
      default:
        return undefined;
    }
  } catch (cause) {
    // It ends before it has said.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function wavSeconds(view: DataView): number | undefined {
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at + 4, true);
    if (tagAt(view, at) === 'fmt ') bytesPerSecond = view.getUint32(at + 16, true);
    if (tagAt(view, at) === 'data') {
      const held = Math.min(size, view.byteLength - at - 8);
      return bytesPerSecond === 0 ? undefined : held / bytesPerSecond;
    }
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** Opus counts 48,000 samples a second, whatever it was recorded at. */
const opusSamples = 48_000;

function oggSeconds(view: DataView): number | undefined {
  let last: number | undefined;
  for (let at = 0; at + 27 <= view.byteLength && tagAt(view, at) === 'OggS' && view.getUint8(at + 4) === 0;) {
    const samples = Number(view.getBigInt64(at + 6, true));
    if (samples >= 0) last = samples / opusSamples;
    const segments = view.getUint8(at + 26);
    let size = 27 + segments;
    for (let segment = 0; segment < segments; segment += 1) size += view.getUint8(at + 27 + segment);
    at += size;
  }
  return last;
}

const segmentId = 0x18538067;
const clusterId = 0x1f43b675;
const infoId = 0x1549a966;
const blockGroupId = 0xa0;
const holders = [segmentId, clusterId, infoId, blockGroupId];
const timestampScaleId = 0x2ad7b1;
const timestampId = 0xe7;
const blockIds = [0xa3, 0xa1];

/** The moment of its last block. */
function webmSeconds(view: DataView): number | undefined {
  let scale = 1_000_000;
  let cluster = 0;
  let last: number | undefined;
  for (let at = 0; at < view.byteLength;) {
    const id = numberAt(view, at, true);
    const size = numberAt(view, at + id.bytes, false);
    const body = at + id.bytes + size.bytes;
    // One that holds others is gone into: that one of unknown size is, too.
    at = holders.includes(id.value) ? body : body + size.value;
    if (id.value === timestampScaleId) scale = unsigned(view, body, size.value);
    if (id.value === timestampId) cluster = unsigned(view, body, size.value);
    if (!blockIds.includes(id.value)) continue;
    const track = numberAt(view, body, false);
    last = ((cluster + view.getInt16(body + track.bytes)) * scale) / 1e9;
  }
  return last;
}

/** A number whose first byte says how long it is; an id keeps the bit that says so. */
function numberAt(view: DataView, at: number, isId: boolean): { readonly value: number; readonly bytes: number } {
  const first = view.getUint8(at);
  const bytes = Math.clz32(first) - 23;
  if (bytes > 8) throw new RangeError('no number');
  let value = isId ? first : first & (0xff >> bytes);
  for (let next = 1; next < bytes; next += 1) value = value * 256 + view.getUint8(at + next);
  return { value, bytes };
}

function unsigned(view: DataView, at: number, bytes: number): number {
  let value = 0;
  for (let next = 0; next < bytes; next += 1) value = value * 256 + view.getUint8(at + next);
  return value;
}

const boxesOfBoxes = ['moov', 'trak', 'mdia', 'moof', 'traf'];

/** As its header says, or where its last fragment begins. */
function mp4Seconds(view: DataView): number | undefined {
  let whole = 0;
  let scale = 0;
  let last = 0;
  for (let at = 0; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at);
    const box = tagAt(view, at + 4);
    const isLater = at + 8 < view.byteLength && view.getUint8(at + 8) === 1;
    if (box === 'mvhd') {
      const ofMovie = view.getUint32(at + (isLater ? 28 : 20));
      whole = (isLater ? Number(view.getBigUint64(at + 32)) : view.getUint32(at + 24)) / ofMovie;
    }
    if (box === 'mdhd') scale = view.getUint32(at + (isLater ? 28 : 20));
    if (box === 'tfdt') last = isLater ? Number(view.getBigUint64(at + 12)) : view.getUint32(at + 12);
    if (size < 8) break;
    at += boxesOfBoxes.includes(box) ? 8 : size;
  }
  const fragments = scale === 0 ? 0 : last / scale;
  const seconds = Math.max(whole, fragments);
  return seconds > 0 && Number.isFinite(seconds) ? seconds : undefined;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((next) => view.getUint8(at + next)));
}
