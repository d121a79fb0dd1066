// What can be moved on the virtual printer.

export const Paper = { ok: 'ok', low: 'low', out: 'out' } as const;
export type Paper = (typeof Paper)[keyof typeof Paper];

export const Cover = { closed: 'closed', open: 'open' } as const;
export type Cover = (typeof Cover)[keyof typeof Cover];

export const Power = { on: 'on', off: 'off' } as const;
export type Power = (typeof Power)[keyof typeof Power];

/** The switches on the virtual printer. A mute printer takes connections and bytes, and never prints or answers. */
export interface PrinterSwitches {
  readonly paper: Paper;
  readonly cover: Cover;
  readonly power: Power;
  readonly mute: boolean;
}

/** Whether the mechanism can print now. */
export function isOnline({ paper, cover }: PrinterSwitches): boolean {
  return paper !== Paper.out && cover === Cover.closed;
}
