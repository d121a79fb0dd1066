// How memory goes back: every change notes its undoing. A command that fails is undone to its mark, a batch that could
// not be committed to its beginning.

export class Journal {
  #undoings: (() => void)[] = [];

  note(undo: () => void): void {
    this.#undoings.push(undo);
  }

  mark(): number {
    return this.#undoings.length;
  }

  /** Undoes what came after the mark, the latest first. */
  rollbackTo(mark: number): void {
    while (this.#undoings.length > mark) this.#undoings.pop()?.();
  }

  /** What was noted is durable: there is no way back. */
  forget(): void {
    this.#undoings = [];
  }
}
