// The clinic's own certificate authority and the certificate that the edge shows.

export interface ServerCertificate {
  readonly key: string;
  /** The server's certificate, then the authority's. */
  readonly cert: string;
}
export interface Authority {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The authority's certificate, DER. */
  readonly authorityDer: Uint8Array;
  readonly authorityPem: string;
  readonly certificate: ServerCertificate;
  /** Names and addresses that the certificate is for. */
  readonly names: readonly string[];
  onRenewed(listener: (certificate: ServerCertificate) => void): void;
}
