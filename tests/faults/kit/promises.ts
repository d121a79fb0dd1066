/** What an edge has promised by its answers: rows that are there, refusals that are known, and what is said of old days. */
export const settledNote = 'settled';

export class Promises {
  /** Up to this one every row is there. */
  seq = 0;
  readonly refused = new Set<string>();
  /** What is said of the days that are over, where the log lets go of them; it stays the same. */
  oldDays: string | undefined;

  hear(note: string): void {
    const [what, whose = ''] = note.split(' ');
    if (what === 'row') this.seq = Math.max(this.seq, Number(whose));
    else if (what === 'refused') this.refused.add(whose);
    else if (what === settledNote && whose !== '') this.oldDays = whose;
  }
}
