// What the dashboards ask: which clinics there are, and how a clinic's day is going.

import type { ClinicDay, ClinicList } from '@foyer/contracts/centre-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import { dayMs, type BusinessDay } from '@foyer/contracts/time.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { gapsSince } from '../gaps/use-cases.ts';
import { countDetailConflicts } from '../registration/use-cases.ts';
import { listWorkItems } from '../requests/use-cases.ts';
import { findLiveDay } from '../live/use-cases.ts';
import { businessDayOf, findStaff } from '../scheduling/use-cases.ts';
import { findClinicOf, type Member } from '../tenancy/use-cases-access.ts';
import { listClinics } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { evacuationSince } from '../visits/use-cases.ts';
import { newestGrades } from '../waits/use-cases.ts';
import { countDay, countDeadLetters, countHours, selectFreshness, selectRooms, sumTakings } from './queries.ts';
import { clinicDay, clinicEntry, liveCounts, liveRooms } from './rules.ts';

export async function listClinicsFor(context: UseCaseContext, member: Member): Promise<ClinicList> {
  const clinics = await listClinics(context, member.networkId, member.clinicId ?? undefined);
  return {
    clinics: clinics.map((clinic) => clinicEntry(clinic, businessDayOf(clinic, context.now()))),
  };
}

/** Undefined when the clinic is not the member's to see. Without a date, the clinic's business day now. */
export async function readClinicDay(
  context: UseCaseContext,
  member: Member,
  clinicId: ClinicId,
  date?: BusinessDay,
): Promise<ClinicDay | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    const clinic = await findClinicOf(tx, member, clinicId);
    if (clinic === undefined) return undefined;
    const now = context.now();
    const today = businessDayOf(clinic, now);
    const day = date ?? today;
    const said = day === today ? await findLiveDay(tx, clinicId) : undefined;
    const live = said?.day.businessDay === day ? said : undefined;
    const held = await countDay(tx, clinicId, day);
    const counts = live === undefined ? held : liveCounts(held, live.day);
    const figures = {
      counts,
      gaps: await gapsSince(tx, clinicId, Math.min(counts.waitingSince ?? now, now - dayMs)),
      means: await sumTakings(tx, clinicId, day),
      hours: await countHours(tx, clinicId, day, clinic.configuration.zone),
      rooms: live === undefined ? await selectRooms(tx, clinicId) : liveRooms(live.day, await findStaff(tx, clinicId)),
      live,
      deadLetters: await countDeadLetters(tx, clinicId),
      conflicts: await countDetailConflicts(tx, clinicId),
      freshness: await selectFreshness(tx, clinicId),
      evacuationSince: await evacuationSince(tx, clinicId),
      grades: await newestGrades(tx, clinicId, day),
    };
    const items = await listWorkItems(tx, clinicId);
    const views = items.map(({ id, kind, code, at }) => ({ id, kind, code, at }));
    return clinicDay(clinic, clinicEntry(clinic, today), day, figures, views, now);
  });
}

/** When the clinic's edge was last heard from; null before the first time. */
export async function lastHeardAt(tx: Transaction, clinicId: ClinicId): Promise<number | null> {
  return (await selectFreshness(tx, clinicId)).lastHeardAt;
}
