// One row of paper as it was typed, and the visit that it says; or the first field that does not fit.

import type { LocalDate, ZoneName } from '@foyer/contracts/time.ts';
import type { PaperOutcome } from '@foyer/contracts/ticket-state.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { clinicMoment } from './clinic-moment.ts';
import { typedTime } from './typed-time.ts';

export interface PaperRow {
  readonly date: LocalDate;
  readonly number: string;
  readonly arrived: string;
  readonly serviceId: string;
  readonly patientId: string;
  readonly called: string;
  readonly servicePointId: string;
  readonly started: string;
  readonly until: string;
  readonly outcome: PaperOutcome | 'waiting';
}
export type PaperField = 'number' | 'arrived' | 'service' | 'called' | 'room' | 'started' | 'until' | 'order';
export type PaperVisit = Extract<CommandBody, { readonly type: 'enter-paper-visit' }>;

export function paperVisit(
  row: PaperRow,
  zone: ZoneName,
  reason: string,
): { readonly visit: PaperVisit } | { readonly fault: PaperField } {
  const number = row.number.trim().toUpperCase();
  if (!/^[A-Z]\d{1,4}$/.test(number)) return { fault: 'number' };
  const moment = (typed: string): number | undefined => {
    const time = typedTime(typed);
    return time === undefined ? undefined : clinicMoment(row.date, time, zone);
  };
  const arrivedAt = moment(row.arrived);
  if (arrivedAt === undefined) return { fault: 'arrived' };
  if (row.serviceId === '') return { fault: 'service' };
  const begun = { type: 'enter-paper-visit', number, serviceId: row.serviceId, arrivedAt, reason } as const;
  const visit: PaperVisit = row.patientId === '' ? begun : { ...begun, patientId: row.patientId };
  if (row.outcome === 'waiting') return { visit };
  const served = row.outcome === 'completed';
  const [calledAt, startedAt, finishedAt] = [moment(row.called), moment(row.started), moment(row.until)];
  if (calledAt === undefined && (served || row.called.trim() !== '')) return { fault: 'called' };
  if (calledAt !== undefined && row.servicePointId === '') return { fault: 'room' };
  if (startedAt === undefined && row.started.trim() !== '') return { fault: 'started' };
  if (finishedAt === undefined && (served || row.until.trim() !== '')) return { fault: 'until' };
  const times = [arrivedAt, calledAt, startedAt, finishedAt].filter((time) => time !== undefined);
  if (times.some((time, index) => time < (times[index - 1] ?? 0))) return { fault: 'order' };
  return {
    visit: {
      ...visit,
      outcome: row.outcome,
      ...(calledAt === undefined ? {} : { calledAt, servicePointId: row.servicePointId }),
      ...(calledAt === undefined || startedAt === undefined ? {} : { startedAt }),
      ...(finishedAt === undefined ? {} : { finishedAt }),
    },
  };
}

/** Numbers are handed out in their order: the next is most likely the one after. */
export function numberAfter(number: string): string {
  const [, letter = '', digits = ''] = /^([A-Za-z])(\d+)$/.exec(number.trim()) ?? [];
  return letter === '' ? '' : `${letter.toUpperCase()}${String(Number(digits) + 1).padStart(3, '0')}`;
}
