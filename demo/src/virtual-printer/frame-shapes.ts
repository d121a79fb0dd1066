// How long each ESC/POS command is: the grammar of the byte stream, and nothing about its meaning.
// Source: Epson's ESC/POS command reference; lengths of vendors' extensions where they are common.

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

/**
 * Tells the length in bytes of the command that begins at `bytes[0]`, prefix included;
 * undefined while the bytes that say so have not arrived.
 */
export type FrameShape = (bytes: Uint8Array) => number | undefined;

const fixed =
  (length: number): FrameShape =>
  () =>
    length;

const u16 = (bytes: Uint8Array, at: number): number | undefined =>
  at + 1 < bytes.length ? bytes[at]! + 256 * bytes[at + 1]! : undefined;

/** pL pH at `at`, then that many bytes. */
const counted16 =
  (at: number): FrameShape =>
  (bytes) => {
    const count = u16(bytes, at);
    return count === undefined ? undefined : at + 2 + count;
  };

/** p1 p2 p3 p4 at `at`, then that many bytes. */
const counted32 =
  (at: number): FrameShape =>
  (bytes) => {
    const low = u16(bytes, at);
    const high = u16(bytes, at + 2);
    return low === undefined || high === undefined ? undefined : at + 4 + low + high * 65_536;
  };

/** Everything up to and including the first NUL from `at` on. */
const untilNul =
  (at: number): FrameShape =>
  (bytes) => {
    const end = bytes.indexOf(0, at);
    return end < 0 ? undefined : end + 1;
  };

/** Two 16-bit numbers at `at`; the data after them is the first times the second times `factor`. */
const area =
  (at: number, factor: number): FrameShape =>
  (bytes) => {
    const x = u16(bytes, at);
    const y = u16(bytes, at + 2);
    return x === undefined || y === undefined ? undefined : at + 4 + x * y * factor;
  };

/** A length that depends on the byte at `at`. */
const byByte =
  (at: number, shapeOf: (value: number) => FrameShape): FrameShape =>
  (bytes) => {
    const value = bytes[at];
    return value === undefined ? undefined : shapeOf(value)(bytes);
  };

/** ESC * m nL nH: one byte a column for the 8-dot modes, three for the 24-dot modes. */
const columnImage: FrameShape = byByte(2, (mode) => (bytes) => {
  const columns = u16(bytes, 3);
  return columns === undefined ? undefined : 5 + columns * (mode < 32 ? 1 : 3);
});

/** ESC & y c1 c2 [x d1...d(x*y)]...: a glyph for each code from c1 to c2. */
const userCharacters: FrameShape = (bytes) => {
  const [, , height, first, last] = bytes;
  if (height === undefined || first === undefined || last === undefined) return undefined;
  let end = 5;
  for (let code = first; code <= last; code += 1) {
    const width = bytes[end];
    if (width === undefined) return undefined;
    end += 1 + width * height;
  }
  return end;
};

/** GS k m: form A ends with NUL, form B carries its length. */
const barCode: FrameShape = byByte(2, (system) => (bytes) => {
  if (system <= 6) return untilNul(3)(bytes);
  const count = bytes[3];
  return count === undefined ? undefined : 4 + count;
});

/** GS * x y: a downloaded bit image of x * 8 by y * 8 dots. */
const downloadedImage: FrameShape = (bytes) => {
  const [, , x, y] = bytes;
  return x === undefined || y === undefined ? undefined : 4 + x * y * 8;
};

/** FS q n [xL xH yL yH d...]: n images for the printer's memory. */
const storedImages: FrameShape = (bytes) => {
  const count = bytes[2];
  if (count === undefined) return undefined;
  let end = 3;
  for (let image = 0; image < count; image += 1) {
    const x = u16(bytes, end);
    const y = u16(bytes, end + 2);
    if (x === undefined || y === undefined) return undefined;
    end += 4 + x * y * 8;
  }
  return end;
};

const ESC_SHAPES: Record<string, FrameShape> = {
  ...sameLength(2, '2', '@', 'L', 'S', 'i', 'm', 'v', '<', '\x0c'),
  ...sameLength(
    3,
    ' ',
    '!',
    '%',
    '-',
    '3',
    '=',
    '?',
    'A',
    'E',
    'G',
    'J',
    'K',
    'M',
    'R',
    'T',
    'U',
    'V',
    'a',
    'd',
    'e',
    'r',
    't',
    'u',
    '{',
  ),
  ...sameLength(4, '$', '\\', 'B', 'c'),
  p: fixed(5),
  W: fixed(10),
  '*': columnImage,
  '&': userCharacters,
  D: untilNul(2),
  '(': counted16(3),
};

const GS_SHAPES: Record<string, FrameShape> = {
  ...sameLength(2, ':', 'c', '\x0c'),
  ...sameLength(3, '!', '/', 'B', 'E', 'H', 'I', 'T', 'a', 'b', 'f', 'h', 'j', 'r', 'w'),
  ...sameLength(4, '$', '\\', 'L', 'P', 'W'),
  '^': fixed(5),
  z: fixed(5),
  '(': counted16(3),
  '8': counted32(3),
  '*': downloadedImage,
  C: byByte(2, (form) =>
    form === 0x30
      ? fixed(5)
      : form === 0x31
        ? fixed(9)
        : form === 0x32
          ? fixed(5)
          : form === 0x3b
            ? fixed(13)
            : fixed(3),
  ),
  V: byByte(2, (mode) => ([65, 66, 97, 98, 103, 104].includes(mode) ? fixed(4) : fixed(3))),
  g: fixed(6),
  k: barCode,
  v: area(4, 1),
  Q: area(4, 1),
};

const FS_SHAPES: Record<string, FrameShape> = {
  ...sameLength(2, '&', '.'),
  ...sameLength(3, '!', '-', 'C', 'W'),
  ...sameLength(4, 'S', '?', 'p'),
  '2': fixed(76),
  q: storedImages,
  g: byByte(2, (form) => (form === 0x31 ? counted16(8) : fixed(10))),
  '(': counted16(3),
};

const DLE_SHAPES: Record<string, FrameShape> = {
  '\x04': byByte(2, (n) => ([7, 8, 18].includes(n) ? fixed(4) : fixed(3))),
  '\x05': fixed(3),
  '\x14': byByte(2, (fn) => fixed({ 1: 5, 2: 5, 3: 8, 7: 4, 8: 10 }[fn] ?? 3)),
};

const PREFIXES = new Map([
  [ESC, { name: 'ESC', shapes: ESC_SHAPES }],
  [FS, { name: 'FS', shapes: FS_SHAPES }],
  [GS, { name: 'GS', shapes: GS_SHAPES }],
  [DLE, { name: 'DLE', shapes: DLE_SHAPES }],
]);

/** Whether a byte begins a command of two bytes or more. */
export function beginsCommand(byte: number): boolean {
  return PREFIXES.has(byte);
}

/** The name (`ESC t`, `DLE 04`) and, for a known command, the shape of the command that two bytes begin. */
export function commandOf(first: number, second: number): { readonly name: string; readonly shape?: FrameShape } {
  const prefix = PREFIXES.get(first)!;
  const letter = String.fromCharCode(second);
  const printable = second > 0x20 && second < 0x7f;
  const name = `${prefix.name} ${printable ? letter : second === 0x20 ? 'SP' : second.toString(16).padStart(2, '0')}`;
  const shape = Object.hasOwn(prefix.shapes, letter) ? prefix.shapes[letter] : undefined;
  return shape === undefined ? { name } : { name, shape };
}

function sameLength(length: number, ...letters: readonly string[]): Record<string, FrameShape> {
  return Object.fromEntries(letters.map((letter) => [letter, fixed(length)]));
}
