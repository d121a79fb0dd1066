// A zone where it is about midday, so that a test by the clock of the machine crosses no change of day, whenever it runs.

/** Fixed to UTC by whole hours. Source: the `Etc` area of the time zone database, whose signs are the other way round. */
export function zoneAtMidday(now: number): string {
  const ahead = 12 - new Date(now).getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
