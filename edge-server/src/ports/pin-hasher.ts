/** PINs as they are kept: slow to guess, and told by no two people having the same. */
export interface PinHasher {
  /** argon2id, PHC string. */
  hash(pin: string): Promise<string>;
}
