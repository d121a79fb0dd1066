import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anOldClinic } from '@foyer/edge-server/writer/testing/a-pruned-clinic.ts';
import { type EngineUnderTest, HandClock } from '@foyer/edge-server/writer/testing/a-writer.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { BlockContent } from './block-content.ts';
import { CrashJudge } from './crash-judge.ts';
import { saidOfOldDays } from './let-go.ts';
import { makeMemoryFolder } from './memory-folder.ts';
import { Promises, settledNote } from './promises.ts';

const { folder, remove } = makeMemoryFolder();
const starting = new CrashJudge({ folder, clock: new HandClock(), startsOneOf: 1 });
const looking = new CrashJudge({ folder, clock: new HandClock(), startsOneOf: 1_000 });
afterAll(remove);

/** What the judge says of a clinic that lets go of its log, where this was done to it. */
function found(change: (clinic: ReturnType<typeof anOldClinic>) => void, judge = looking) {
  const clinic = anOldClinic();
  const { engine } = clinic;
  const promises = new Promises();
  promises.hear(`${settledNote} ${saidOfOldDays(engine.db)}`);
  change(clinic);
  const files = filesOf(engine);
  return judge.judge(files, promises);
}
function filesOf({ settings }: EngineUnderTest): ReadonlyMap<string, BlockContent> {
  const of = dirname(settings.databasePath);
  return new Map(readdirSync(of).map((name) => [name, BlockContent.of(readFileSync(join(of, name)))]));
}
const withoutTriggers = ({ engine }: ReturnType<typeof anOldClinic>, sql: string): void =>
  engine.db.exec(`DROP TRIGGER log_goes_behind_checkpoint; ${sql}`);

describe('the judge of power cuts in a night that lets go of rows', () => {
  it('finds nothing before a checkpoint, behind its base, nor with half a day gone', () => {
    expect(found(() => undefined, starting)).toBeUndefined();
    expect(found(() => undefined)).toBeUndefined();
    expect(found(({ centre, old }) => centre.withBase(centre.sign(centre.endOfCommand(old - 1))))).toBeUndefined();
    const halfGone = found(({ centre, old }) => {
      centre.keepUpTo(old - 1);
      centre.prune(4);
    }, starting);
    expect(halfGone).toBeUndefined();
  });

  it('finds rows that went without a checkpoint, with it, or before the centre had it', () => {
    const without = found((clinic) => withoutTriggers(clinic, 'DELETE FROM log WHERE seq < 4'));
    expect(without).toMatchObject({ kind: 'corrupt', what: expect.stringMatching(/does not begin with the first/) });
    const withIt = found((clinic) => {
      const end = clinic.centre.keepUpTo(clinic.old - 1);
      withoutTriggers(clinic, `DELETE FROM log WHERE seq <= ${end}`);
    });
    expect(withIt).toMatchObject({ kind: 'corrupt', what: expect.stringMatching(/no checkpoint covers them/) });
    const unheard = found((clinic) => {
      clinic.centre.keepUpTo(clinic.old - 1);
      clinic.centre.acknowledge(3);
      withoutTriggers(clinic, 'DELETE FROM log WHERE seq < 4');
    });
    expect(unheard).toMatchObject({ kind: 'corrupt', what: expect.stringMatching(/the centre has 3/) });
  });

  it('finds a ticket of an old day that went with its rows, and a log that goes no further', () => {
    const loseATicket = 'DELETE FROM tickets WHERE id = (SELECT min(id) FROM tickets)';
    const lost = { kind: 'lost', what: 'what was said of days that are over' };
    expect(found(({ engine }) => engine.db.exec(loseATicket))).toEqual(lost);
    const stuck = found(({ engine, centre, old }) => {
      centre.keepUpTo(old - 1);
      engine.db.exec(`CREATE TRIGGER stuck BEFORE DELETE ON log BEGIN SELECT RAISE(IGNORE); END`);
    }, starting);
    expect(stuck).toMatchObject({ kind: 'corrupt', what: expect.stringMatching(/do not go/) });
  });
});
