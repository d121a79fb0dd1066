import { mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { noteLogEnd, notedFound, notedLogEnd } from './adapters/box-files/log-notes.ts';
import { composeIntegrity } from './compose-integrity.ts';
import { dataFiles } from './config/data-files.ts';
import { silentLog } from './ports/log.ts';
import type { CheckedDatabase } from './writer/check-database.ts';
import { aThing, EngineUnderTest } from './writer/testing/a-writer.ts';

const clinic = new EngineUnderTest().initialise();
clinic.issue();
const last = clinic.reading((read) => read.position());
clinic.close();

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 23, 12), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const whole: CheckedDatabase = { rows: last.seq, last, found: [] };
const changed: CheckedDatabase = { ...whole, found: [{ code: 'row-changed', at: { epoch: 1, seq: 2 } }] };

function anEdge(check: () => CheckedDatabase, folder = mkdtempSync(join(tmpdir(), 'foyer-integrity-'))) {
  const files = { ...dataFiles(folder), database: clinic.settings.databasePath };
  const committed: (() => void)[] = [];
  const said: boolean[] = [];
  let asked = 0;
  let stopped = 0;
  const component = composeIntegrity({
    files,
    readModel: { position: () => clinic.reading((read) => read.position()) },
    writer: {
      onCommitted: (listener) => committed.push(listener as () => void),
      stop: async () => void (stopped += 1),
    },
    storage: { is: (trouble, isSo) => void (trouble === 'unproven' && said.push(isSo)) },
    log: silentLog,
    now: () => Date.now(),
    check: async () => {
      asked += 1;
      return check();
    },
  });
  const told = () => ({ asked, stopped, said });
  return { component, files, folder, committed, told };
}

describe('the check of the database', () => {
  it('comes ten minutes after the start and every night, and says nothing where nothing is found', async () => {
    const { component, told } = anEdge(() => whole);
    await component.start();
    expect(component.checkedAt).toBe(0);
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    expect(told()).toEqual({ asked: 1, stopped: 0, said: [false] });
    await vi.advanceTimersByTimeAsync(16 * 60 * minuteMs);
    expect(told().asked).toBe(2);
    expect(new Date(component.checkedAt)).toEqual(new Date(2026, 10, 24, 3, 30));
    await component.stop();
  });

  it('stops the writing with what it finds, and the next start knows it until a check finds nothing', async () => {
    const { component, files, folder, told } = anEdge(() => changed);
    await component.start();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    expect(told()).toEqual({ asked: 1, stopped: 1, said: [true] });
    expect(notedFound(files.found)).toEqual(['row-changed']);
    await component.stop();

    const later = anEdge(() => whole, folder);
    await later.component.start();
    expect(later.told().said).toEqual([true]);
    await vi.advanceTimersByTimeAsync(0);
    expect(later.told()).toEqual({ asked: 1, stopped: 0, said: [true, false] });
    expect(notedFound(files.found)).toEqual([]);
    await later.component.stop();
  });

  it('knows at the start of a log that ends before it did, whatever the log says of itself', async () => {
    const { component, files, told, committed } = anEdge(() => whole);
    await component.start();
    committed[0]?.();
    await vi.advanceTimersByTimeAsync(secondMs);
    expect(notedLogEnd(files.logEnd)).toEqual({ epoch: last.epoch, seq: last.seq });
    expect(told().stopped).toBe(0);
    await component.stop();
    noteLogEnd(files.logEnd, { epoch: last.epoch, seq: last.seq + 1 });
    const later = anEdge(() => whole, dirname(files.logEnd));
    await later.component.start();
    expect(later.told()).toMatchObject({ stopped: 1, said: [true] });
    await later.component.stop();
  });

  it('knows at the start of devices that are not those that were let in', async () => {
    const hurt = new EngineUnderTest().initialise();
    aThing(hurt, 'display');
    hurt.db.exec(`DROP TRIGGER temp.sum_devices_update; UPDATE devices SET role = 'kiosk'`);
    hurt.close();
    const { component, told } = anEdge(() => whole);
    const { files } = anEdge(() => whole);
    const edge = composeIntegrity({
      files: { ...files, database: hurt.settings.databasePath },
      readModel: { position: () => last },
      writer: { onCommitted: () => undefined, stop: async () => undefined },
      storage: { is: (_trouble, isSo) => expect(isSo).toBe(true) },
      log: silentLog,
      now: () => Date.now(),
      check: async () => whole,
    });
    await edge.start();
    expect(notedFound(files.found)).toEqual(['table-changed']);
    await edge.stop();
    await component.start();
    expect(told().said).toEqual([]);
    await component.stop();
  });
});
