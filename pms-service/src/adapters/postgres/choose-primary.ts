// Which of several servers is written to. Pure.
// 1. Only one that takes writes.
// 2. Of two that do, the one of the later timeline: the other was a primary before somebody was promoted.
// 3. Never one of an earlier timeline than was seen before, even where it is the only one: what it takes would be lost.

export type HostAnswer =
  | { readonly kind: 'takes-writes'; readonly url: string; readonly timeline: number }
  | { readonly kind: 'read-only'; readonly url: string }
  /** `isSlow`: it refused nothing, and did not answer in time. */
  | { readonly kind: 'silent'; readonly url: string; readonly isSlow: boolean; readonly cause: unknown };

export interface Found {
  readonly url: string;
  readonly timeline: number;
}

export type Choice =
  | { readonly ok: true; readonly found: Found }
  /** `database-away`: none answers. `no-primary`: some do, and none of them is to be written to. */
  | { readonly ok: false; readonly code: 'database-away' | 'no-primary' };

/** `newest`: the latest timeline that was seen of these servers. */
export function choosePrimary(answers: readonly HostAnswer[], newest: number): Choice {
  if (answers.every(({ kind }) => kind === 'silent')) return { ok: false, code: 'database-away' };
  const [latest] = answers
    .filter((answer) => answer.kind === 'takes-writes')
    // One server alone has nobody to be compared with: it may have been brought back from a backup.
    .filter(({ timeline }) => answers.length === 1 || timeline >= newest)
    .toSorted((a, b) => b.timeline - a.timeline);
  if (latest === undefined) return { ok: false, code: 'no-primary' };
  return { ok: true, found: { url: latest.url, timeline: latest.timeline } };
}
