/** Checks signatures offline, with a key that the centre's feed brought. */
export interface CodeVerifier {
  /** Ed25519; false for a key or signature of a wrong shape, too. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}
