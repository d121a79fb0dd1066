// How long something lasted, in SQL, without what of it fell into the clinic's gaps.

import { sql, type RawBuilder } from 'kysely';

/** Minutes, as a number; never below nothing, and 0 where the end is before the beginning. */
export function minutesWithoutGaps(
  clinicId: string,
  from: RawBuilder<unknown>,
  until: RawBuilder<unknown>,
): RawBuilder<number> {
  return sql<number>`(
    select coalesce(sum(extract(epoch from upper(part) - lower(part))::float8), 0) / 60
    from unnest(
      tstzmultirange(tstzrange(${from}, greatest(${from}, ${until}))) - coalesce((
        select range_agg(tstzrange(from_at, until_at)) from gaps
        where gaps.clinic_id = ${clinicId} and from_at < ${until} and until_at > ${from}
      ), '{}')
    ) as part)`;
}
