// What can be moved on the virtual printer.

export const Paper = { ok: 'ok', low: 'low', out: 'out' } as const;
export type Paper = (typeof Paper)[keyof typeof Paper];

export const Cover = { closed: 'closed', open: 'open' } as const;
export type Cover = (typeof Cover)[keyof typeof Cover];

export const Power = { on: 'on', off: 'off' } as const;
export type Power = (typeof Power)[keyof typeof Power];

/** What the way to the printer does with a job. */
export const Line = {
  well: 'well',
  /** Takes a little at a time. */
  slow: 'slow',
  /** Stops taking anything in the middle of a document. */
  hangs: 'hangs',
  /** Breaks off in the middle of a document. */
  cuts: 'cuts',
  /** Lets nobody in; whoever is in goes on. */
  refuses: 'refuses',
} as const;
export type Line = (typeof Line)[keyof typeof Line];

/** The switches on the virtual printer. A mute printer takes connections and bytes, and never prints or answers. */
export interface PrinterSwitches {
  readonly paper: Paper;
  readonly cover: Cover;
  readonly power: Power;
  readonly mute: boolean;
  readonly line: Line;
  /** The cutter is stuck. */
  readonly jam: boolean;
}

/** Everything as it should be. */
export const allWell: PrinterSwitches = {
  paper: Paper.ok,
  cover: Cover.closed,
  power: Power.on,
  mute: false,
  line: Line.well,
  jam: false,
};

/** Whether the mechanism can print now. */
export function isOnline({ paper, cover, jam }: PrinterSwitches): boolean {
  return paper !== Paper.out && cover === Cover.closed && !jam;
}
