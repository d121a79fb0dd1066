/** The writer's engine, which writes down what it has promised whom, beside the database, the moment it has answered. */
import { openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Task, TaskAnswer, WriterSettings } from '@foyer/edge-server/writer/jobs.ts';
import { EngineUnderTest } from '@foyer/edge-server/writer/testing/a-writer.ts';
import { settledNote } from './promises.ts';

export class PromisingEngine extends EngineUnderTest {
  readonly #notes: number;

  constructor(settings: WriterSettings) {
    super(settings);
    this.#notes = openSync(join(dirname(settings.databasePath), 'notes'), 'a');
  }

  override perform(...tasks: readonly Task[]): readonly TaskAnswer[] {
    const answers = super.perform(...tasks);
    const { committed, fatal } = this.lastOutcome ?? {};
    if (fatal !== undefined) return answers;
    if (committed !== undefined) this.#note(`row ${committed.seq}`);
    for (const [index, answer] of answers.entries()) {
      const task = tasks[index];
      if (task?.kind === 'submit' && 'refusal' in answer) this.#note(`refused ${task.submission.command.commandId}`);
    }
    return answers;
  }

  /** What is on the disk now is there, whatever comes, and so is what is said of the days that are over. */
  settled(oldDays = ''): this {
    this.#note(`${settledNote} ${oldDays}`);
    return this;
  }

  #note(text: string): void {
    writeSync(this.#notes, `${text}\n`);
  }
}
