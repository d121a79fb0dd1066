// Frames and blocks of the DOS code pages, drawn edge to edge as printers do, since fonts leave gaps between cells.

/** Marks to fill in a cell, as shares of its width and height. */
export interface CellPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opacity?: number;
}

/** Arms of each frame character: up, right, down, left; 0 none, 1 single, 2 double. */
const FRAMES: Readonly<Record<string, string>> = {
  '─': '0101',
  '│': '1010',
  '┌': '0110',
  '┐': '0011',
  '└': '1100',
  '┘': '1001',
  '├': '1110',
  '┤': '1011',
  '┬': '0111',
  '┴': '1101',
  '┼': '1111',
  '═': '0202',
  '║': '2020',
  '╔': '0220',
  '╗': '0022',
  '╚': '2200',
  '╝': '2002',
  '╠': '2220',
  '╣': '2022',
  '╦': '0222',
  '╩': '2202',
  '╬': '2222',
  '╒': '0210',
  '╓': '0120',
  '╕': '0012',
  '╖': '0021',
  '╘': '1200',
  '╙': '2100',
  '╛': '1002',
  '╜': '2001',
  '╞': '1210',
  '╟': '2120',
  '╡': '1012',
  '╢': '2021',
  '╤': '0212',
  '╥': '0121',
  '╧': '1202',
  '╨': '2101',
  '╪': '1212',
  '╫': '2121',
};

const EIGHTHS_FROM_BELOW = '▁▂▃▄▅▆▇█';
const EIGHTHS_FROM_LEFT = '▏▎▍▌▋▊▉';
const SHADES: Readonly<Record<string, number>> = { '░': 0.25, '▒': 0.5, '▓': 0.75 };
const SINGLE = [0] as const;
const DOUBLE = [-1, 1] as const;

/** The parts of a frame or block character in a cell of this many dots; undefined for every other character. */
export function blockParts(character: string, cellWidth: number, cellHeight: number): readonly CellPart[] | undefined {
  const frame = FRAMES[character];
  if (frame !== undefined) return frameParts(frame, cellWidth, cellHeight);
  const below = EIGHTHS_FROM_BELOW.indexOf(character);
  if (below >= 0) return [{ x: 0, y: 1 - (below + 1) / 8, width: 1, height: (below + 1) / 8 }];
  const left = EIGHTHS_FROM_LEFT.indexOf(character);
  if (left >= 0) return [{ x: 0, y: 0, width: (left + 1) / 8, height: 1 }];
  const opacity = SHADES[character];
  if (opacity !== undefined) return [{ x: 0, y: 0, width: 1, height: 1, opacity }];
  if (character === '▀') return [{ x: 0, y: 0, width: 1, height: 0.5 }];
  if (character === '▐') return [{ x: 0.5, y: 0, width: 0.5, height: 1 }];
  if (character === '■') return [{ x: 0.1, y: 0.35, width: 0.8, height: 0.4 }];
  return undefined;
}

function frameParts(arms: string, cellWidth: number, cellHeight: number): readonly CellPart[] {
  const [up, right, down, left] = Array.from(arms, Number) as [number, number, number, number];
  const thickX = 2 / cellWidth;
  const thickY = 2 / cellHeight;
  const strokes = (kind: number): readonly number[] => (kind === 2 ? DOUBLE : SINGLE);
  const parts: CellPart[] = [];
  const vertical = (kind: number, from: number, to: number): void => {
    for (const side of strokes(kind))
      parts.push({
        x: 0.5 - thickX / 2 + side * 1.5 * thickX,
        y: from,
        width: thickX,
        height: to - from,
      });
  };
  const horizontal = (kind: number, from: number, to: number): void => {
    for (const side of strokes(kind))
      parts.push({
        x: from,
        y: 0.5 - thickY / 2 + side * 1.5 * thickY,
        width: to - from,
        height: thickY,
      });
  };
  const reachX = (Math.max(up, down) === 2 ? 2 : 0.5) * thickX;
  const reachY = (Math.max(left, right) === 2 ? 2 : 0.5) * thickY;
  if (up > 0) vertical(up, 0, 0.5 + reachY);
  if (down > 0) vertical(down, 0.5 - reachY, 1);
  if (left > 0) horizontal(left, 0, 0.5 + reachX);
  if (right > 0) horizontal(right, 0.5 - reachX, 1);
  return parts;
}
