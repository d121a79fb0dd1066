// How large a picture is once it is unpacked, as its own beginning says: a small file may hold more pixels than a display
// has memory for. Sources: PNG (third edition) 11.2.1; ITU-T T.81, B.2.2; RFC 9649.

import type { MediaKind } from '@foyer/contracts/media.ts';

/** Pixels; undefined for what is no picture, or does not say. */
export function pixelsOf(bytes: Uint8Array, kind: MediaKind): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (kind) {
      case 'png':
        return view.getUint32(12) === tag('IHDR') ? view.getUint32(16) * view.getUint32(20) : undefined;
      case 'jpg':
        return jpegPixels(view);
      case 'webp':
        return webpPixels(view);
      case 'mp4':
      case 'webm':
        return undefined;
    }
  } catch (cause) {
    // It ends before it has said.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** In the header of its first frame, which comes before anything that is coded. */
function jpegPixels(view: DataView): number | undefined {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7);
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** C4, C8 and CC, which stand among them, are tables and a reserve. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function webpPixels(view: DataView): number | undefined {
  switch (view.getUint32(12)) {
    case tag('VP8 '):
      return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
    case tag('VP8L'): {
      const sides = view.getUint32(21, true);
      return ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1);
    }
    case tag('VP8X'):
      return (uint24(view, 24) + 1) * (uint24(view, 27) + 1);
    default:
      return undefined;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
}

function tag(signs: string): number {
  return Buffer.from(signs, 'latin1').readUInt32BE();
}
