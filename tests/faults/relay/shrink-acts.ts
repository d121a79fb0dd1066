/** Takes away what a failure does not need: by halves first, then one by one, until nothing more can go. */
export async function shrunk<T>(
  acts: readonly T[],
  fails: (acts: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = acts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length;) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (await fails(without)) kept = without;
      else from += size;
    }
  }
  return kept;
}
