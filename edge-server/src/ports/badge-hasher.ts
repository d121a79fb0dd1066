/** A badge's number as it is kept: the same number gives the same hash on this box, and no hash its number. */
export interface BadgeHasher {
  hash(badge: string): Uint8Array;
}
