// The reports that the supervisor and the backup leave in the data folder. One that cannot be read was not written.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  backupPlaces,
  type BackupReport,
  type BoxUpdate,
  updateEnds,
  type UpdateReport,
} from '@foyer/contracts/box-health.ts';
import type { BoxReports } from '../../ports/box-reports.ts';

export function readBoxReports(dataDir: string): BoxReports {
  const update = recordIn(join(dataDir, 'update.json'));
  const backups = recordIn(join(dataDir, 'backups.json'));
  return {
    ...(update === undefined ? {} : { update: updateReport(update) }),
    ...(backups === undefined ? {} : { backups: backupReport(backups) }),
  };
}

function updateReport({ version, last, stuck }: Said): UpdateReport {
  return { ...shortText('version', version), ...updateIn('last', last), ...updateIn('stuck', stuck) };
}

function backupReport(said: Said): BackupReport {
  const times = backupPlaces.map((place) => [place, said[place]] as const);
  return Object.fromEntries(times.filter(([, at]) => isTime(at)));
}

function updateIn<Name extends 'last' | 'stuck'>(name: Name, said: unknown): { readonly [N in Name]?: BoxUpdate } {
  if (!isRecord(said)) return {};
  const end = updateEnds.find((known) => known === said['end']);
  if (end === undefined) return {};
  const { at, version, code } = said;
  const update: BoxUpdate = {
    end,
    ...(isTime(at) ? { at } : {}),
    ...shortText('version', version),
    ...shortText('code', code),
  };
  return { [name]: update } as { readonly [N in Name]: BoxUpdate };
}

function shortText<Name extends 'version' | 'code'>(name: Name, said: unknown): { readonly [N in Name]?: string } {
  const isText = typeof said === 'string' && /^[\w.-]{1,40}$/.test(said);
  return isText ? ({ [name]: said } as { readonly [N in Name]: string }) : {};
}

type Said = Readonly<Record<string, unknown>>;

function recordIn(path: string): Said | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    // Not whole: its writer writes it again.
    return undefined;
  }
}

function isRecord(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
