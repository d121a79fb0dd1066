import type { Language } from '@foyer/contracts/languages.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import type { ClinicView, HelpView } from '@foyer/contracts/clinic-view.ts';
import type { HelpRecord } from '@foyer/domain/queue/queue-state.ts';
import { isDayClosed } from '@foyer/domain/queue/closed-day.ts';
import type { ClinicState } from './clinic-state.ts';

/** Unanswered for this long, help sounds at the next role. Source: SCREENS.md, "Kiosk". */
export const helpEscalatesMs = 20 * secondMs;

export function clinicView(state: ClinicState): ClinicView {
  const { code, name, zone, currency, languages, accent } = state.configuration;
  const dayClosed = isDayClosed(state.queue, state.businessDay);
  return {
    code,
    name,
    zone,
    currency,
    languages,
    ...(accent === undefined ? {} : { accent }),
    businessDay: state.businessDay,
    ...(state.openUntil === undefined || dayClosed ? {} : { openUntil: state.openUntil }),
    ...(state.opensAt === undefined ? {} : { opensAt: state.opensAt }),
    ...(state.opensNextDayAt === undefined ? {} : { opensNextDayAt: state.opensNextDayAt }),
    ...(state.closedFor === undefined ? {} : { closedFor: state.closedFor }),
    ...(dayClosed ? { dayClosed: true as const } : {}),
  };
}

export function helpView(help: HelpRecord, state: ClinicState): HelpView {
  const deviceId = help.by.startsWith('device:') ? help.by.slice('device:'.length) : undefined;
  const escalated = state.now >= help.at + helpEscalatesMs || state.overdueHelp.has(help.id);
  return {
    id: help.id,
    kind: help.kind,
    at: help.at,
    state: help.acknowledgedAt !== null ? 'acknowledged' : escalated ? 'escalated' : 'sounding',
    from: whereFrom(help, deviceId, state),
    ...(help.ticketId === null ? {} : { ticketId: help.ticketId }),
    ...(deviceId === undefined ? {} : { deviceId }),
  };
}

/** A screen's name, a ticket's number, or who on the staff asked. */
function whereFrom(help: HelpRecord, deviceId: string | undefined, state: ClinicState): string {
  const [kind, id] = help.by.split(':');
  if (kind === 'device') return state.devices.find((device) => device.id === deviceId)?.name ?? deviceId ?? '';
  if (kind === 'staff') return state.staff.get(id ?? '')?.name ?? '';
  return state.queue.tickets.get(id ?? '')?.number ?? '';
}

export function byId<T extends { readonly id: string }>(things: Iterable<T>): { readonly [id: string]: T } {
  return Object.fromEntries(Array.from(things, (thing) => [thing.id, thing]));
}

export function servicePointNames(state: ClinicState, id: string): { readonly [L in Language]?: string } {
  return state.configuration.servicePoints.find((point) => point.id === id)?.name ?? {};
}

/** As the clinic says it first. */
export function servicePointName(state: ClinicState, id: string): string {
  const names = servicePointNames(state, id);
  const language = state.configuration.languages[0];
  return (language && names[language]) ?? names.en ?? '';
}
