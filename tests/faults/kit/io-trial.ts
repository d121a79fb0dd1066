/**
 * One call of the disk fails under one act of the edge, and then its process is over: what is in its files is what a new
 * one finds. No answer may be false. What was acknowledged is there; what was answered `storage-full` is not, and the edge
 * goes on; what was answered `storage-failed` may be there, once, and the writer has ended.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandType } from '@foyer/contracts/commands.ts';
import type { StatusAnswer, Submission } from '@foyer/edge-server/ports/writer.ts';
import { composeAudit } from '@foyer/edge-server/writer/compose-audit.ts';
import { canonicalText } from '@foyer/edge-server/writer/command-handler.ts';
import type { WriterSettings } from '@foyer/edge-server/writer/jobs.ts';
import { EngineUnderTest } from '@foyer/edge-server/writer/testing/a-writer.ts';
import type { DiskFault, FaultyDisk } from './disk-fault.ts';
import { sceneOf } from './every-command.ts';

/** Beside commands: the log is moved into the database, and a process starts. */
export type IoAct = CommandType | 'tidying' | 'start';

export interface IoTrial {
  /** False: no such call was made. */
  readonly hasFailed: boolean;
  readonly acknowledged: boolean;
  /** It was acknowledged, and is not there. */
  readonly lost: boolean;
  readonly violations: readonly string[];
}

const noFailure: IoTrial = { hasFailed: false, acknowledged: true, lost: false, violations: [] };

export function tryDisk(root: string, disk: FaultyDisk, act: IoAct, fault: DiskFault): IoTrial {
  const [before, after] = [join(root, 'before'), join(root, 'after')];
  for (const folder of [before, after]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  const engine = new EngineUnderTest(settingsIn(before)).initialise();
  try {
    const submission = sceneOf(isCommand(act) ? act : 'issue-ticket')(engine);
    return isCommand(act)
      ? commandTrial(engine, submission, after, disk, fault)
      : processTrial(engine, submission, act, after, disk, fault);
  } finally {
    disk.mend();
    engine.close();
  }
}

function commandTrial(
  engine: EngineUnderTest,
  submission: Submission,
  after: string,
  disk: FaultyDisk,
  fault: DiskFault,
): IoTrial {
  disk.breaks(fault);
  const answer = submit(engine, submission);
  const isOver = engine.lastOutcome?.fatal !== undefined;
  if (!disk.mend()) return noFailure;
  const code = 'error' in answer ? answer.error.code : undefined;
  const violations: string[] = [];
  let lost = false;
  leaveFiles(engine.settings, after);
  const next = new EngineUnderTest(settingsIn(after), engine.clock);
  try {
    const isThere = isKnown(next, submission);
    lost = code === undefined && !isThere;
    if (code === 'storage-full' && isThere) violations.push('it was answered storage-full and is there');
    if (code === 'storage-full' && isOver) violations.push('it was answered storage-full and the writer ended');
    if (code === 'storage-failed' && !isOver) violations.push('it was answered storage-failed and the writer went on');
    if (code !== undefined && code !== 'storage-full' && code !== 'storage-failed') violations.push(`answered ${code}`);
    const again = submit(next, submission);
    if (!again.ok) violations.push(`after a new start it is not accepted: ${JSON.stringify(again)}`);
    if (code === undefined && canonicalText(again) !== canonicalText(answer)) violations.push('answered otherwise');
    violations.push(...faultsOf(next));
  } finally {
    next.close();
  }
  if (!isOver) violations.push(...goesOn(engine, submission));
  return { hasFailed: true, acknowledged: code === undefined, lost, violations };
}

/** What was acknowledged before is there, whatever becomes of the act. */
function processTrial(
  engine: EngineUnderTest,
  submission: Submission,
  act: 'tidying' | 'start',
  after: string,
  disk: FaultyDisk,
  fault: DiskFault,
): IoTrial {
  const answer = submit(engine, submission);
  if (act === 'start') engine.close();
  disk.breaks(fault);
  const isOver = !didNotThrow(() => {
    if (act === 'start') engine.settle();
    else engine.tidy();
  });
  if (!disk.mend()) return noFailure;
  const violations: string[] = [];
  let lost = false;
  leaveFiles(engine.settings, after);
  const next = new EngineUnderTest(settingsIn(after), engine.clock);
  try {
    lost = !isKnown(next, submission);
    if (canonicalText(submit(next, submission)) !== canonicalText(answer)) violations.push('answered otherwise');
    violations.push(...faultsOf(next));
  } finally {
    next.close();
  }
  if (!isOver) violations.push(...goesOn(engine, submission));
  return { hasFailed: true, acknowledged: answer.ok, lost, violations };
}

/** A writer that has not ended serves on, as if nothing had been; help may be asked for after any act. */
function goesOn(engine: EngineUnderTest, submission: Submission): readonly string[] {
  const again = submit(engine, submission);
  const more = submit(engine, sceneOf('request-help')(engine));
  engine.tidy();
  return [...(again.ok && more.ok ? [] : [`it does not go on: ${JSON.stringify([again, more])}`]), ...faultsOf(engine)];
}

function submit(engine: EngineUnderTest, submission: Submission): StatusAnswer {
  const [answer] = engine.perform({ kind: 'submit', submission });
  if (answer === undefined || !('status' in answer)) throw new Error('a command is answered with a status');
  return answer;
}

function isKnown(engine: EngineUnderTest, { command }: Submission): boolean {
  const tables = ['log', 'refusals'];
  return tables.some((table) =>
    engine.db.prepare(`SELECT 1 FROM ${table} WHERE command_id = ?`).get(command.commandId),
  );
}

function faultsOf(engine: EngineUnderTest): readonly string[] {
  const integrity = Object.values(engine.db.prepare('PRAGMA integrity_check').get() ?? {})[0];
  const audit = composeAudit(engine.settings);
  try {
    const chain = audit.verify();
    const { differing } = audit.rebuild();
    return [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${String(integrity)}`]),
      ...(chain.ok ? [] : [`the chain breaks at ${chain.at.seq}: ${chain.why}`]),
      ...differing.map((name) => `${name} is not what the log says`),
      ...engine.faults.map((each) => `a fault of ours: ${String(each)}`),
    ];
  } finally {
    audit.close();
  }
}

/** As the kernel has them when a process is gone. */
function leaveFiles(from: WriterSettings, folder: string): void {
  const to = settingsIn(folder);
  copyFileSync(from.clinicKeyPath, to.clinicKeyPath);
  for (const end of ['', '-wal']) {
    if (existsSync(from.databasePath + end)) copyFileSync(from.databasePath + end, to.databasePath + end);
  }
}

function settingsIn(folder: string): WriterSettings {
  return { databasePath: join(folder, 'clinic.db'), clinicKeyPath: join(folder, 'clinic.key'), batching: true };
}

function didNotThrow(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function isCommand(act: IoAct): act is CommandType {
  return act !== 'tidying' && act !== 'start';
}
