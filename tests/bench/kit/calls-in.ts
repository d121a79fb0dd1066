/** The calls that a patch of a display adds; of one that it only changes, such as one that is over, it has no room. */
export function callsIn({ calls = {} }: { readonly calls?: object }): readonly string[] {
  const changed = Object.entries(calls) as [string, object | null][];
  return changed.flatMap(([id, call]) => (call !== null && 'servicePointId' in call ? [id] : []));
}
