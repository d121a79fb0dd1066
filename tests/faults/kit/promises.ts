/** What an edge has promised by its answers: rows that are there, and refusals that are known. */
export const settledNote = 'settled';

export class Promises {
  /** Up to this one every row is there. */
  seq = 0;
  readonly refused = new Set<string>();

  hear(note: string): void {
    const [what, whose = ''] = note.split(' ');
    if (what === 'row') this.seq = Math.max(this.seq, Number(whose));
    else if (what === 'refused') this.refused.add(whose);
  }
}
