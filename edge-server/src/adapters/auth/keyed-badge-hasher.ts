// Badges under a key of the box. Their numbers are short and printed on them, so a plain hash would be undone by trying
// them all; and unlike a PIN's, this one has to be found by itself. Source: RFC 2104.

import { createHmac } from 'node:crypto';
import type { BadgeHasher } from '../../ports/badge-hasher.ts';

/** Keeps these hashes apart from whatever else is made with the same key. */
const purpose = 'badge\0';

export function createBadgeHasher(key: Uint8Array): BadgeHasher {
  return { hash: (badge) => createHmac('sha256', key).update(purpose).update(badge).digest() };
}
