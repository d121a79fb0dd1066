// The clinic's certificate authority on disk: made once, its key readable by the edge alone; the server's certificate is
// renewed without internet when a third of its life is left, and when the machine's names or addresses change.

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { minuteMs } from '@foyer/contracts/time.ts';
import { writeDurably } from '../../config/durable-file.ts';
import type { Authority, ServerCertificate } from '../../ports/authority.ts';
import type { Log } from '../../ports/log.ts';
import type * as Library from './issue-certificates.ts';
import type { Issued } from './issue-certificates.ts';
import { networkNames } from './network-names.ts';

export interface ClinicAuthorityParts {
  readonly folder: string;
  readonly log: Log;
  readonly now: () => number;
  /** In tests: another machine. */
  readonly names?: () => readonly string[];
}

const checkEveryMs = 10 * minuteMs;

export class ClinicAuthority implements Authority {
  readonly name = 'certificates';
  readonly #parts: ClinicAuthorityParts;
  readonly #listeners: ((certificate: ServerCertificate) => void)[] = [];
  #root: Issued | undefined;
  #server: Issued | undefined;
  #names: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ClinicAuthorityParts) {
    this.#parts = parts;
  }

  get names(): readonly string[] {
    return this.#names;
  }

  get authorityPem(): string {
    return made(this.#root).cert;
  }

  get authorityDer(): Uint8Array {
    return new X509Certificate(this.authorityPem).raw;
  }

  get certificate(): ServerCertificate {
    const { key, cert } = made(this.#server);
    return { key, cert: `${cert.trimEnd()}\n${this.authorityPem}` };
  }

  async start(): Promise<void> {
    mkdirSync(this.#parts.folder, { recursive: true, mode: 0o700 });
    this.#root =
      this.#read('authority') ?? (await this.#make('authority', (issue) => issue.issueRoot(this.#parts.now())));
    this.#server = this.#read('server');
    await this.renew();
    this.#timer = setInterval(() => {
      this.renew().catch((cause: unknown) => this.#parts.log.error('certificate-not-renewed', {}, cause));
    }, checkEveryMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
  }

  onRenewed(listener: (certificate: ServerCertificate) => void): void {
    this.#listeners.push(listener);
  }

  /** Issues another certificate where the one that is held does not serve any more. */
  async renew(): Promise<void> {
    this.#names = (this.#parts.names ?? networkNames)();
    const root = made(this.#root);
    if (this.#server !== undefined && serves(this.#server, root, this.#names, this.#parts.now())) return;
    this.#server = await this.#make('server', (issue) =>
      issue.issueServerCertificate(root, this.#names, this.#parts.now()),
    );
    this.#parts.log.info('certificate-issued', { names: this.#names });
    for (const listener of this.#listeners) listener(this.certificate);
  }

  /** Undefined where there is none, and where a power cut left a key and a certificate that are no pair. */
  #read(name: string): Issued | undefined {
    const [key, cert] = this.#files(name);
    if (!existsSync(key) || !existsSync(cert)) return undefined;
    const issued = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    if (isPair(issued)) return issued;
    this.#parts.log.warn('certificate-torn', { name });
    return undefined;
  }

  /** The library is heavy and wanted a few times a year: it is loaded when a certificate has to be made. */
  async #make(name: string, issue: (library: typeof Library) => Promise<Issued>): Promise<Issued> {
    const issued = await issue(await import('./issue-certificates.ts'));
    const [key, cert] = this.#files(name);
    writeDurably(key, issued.key, 0o600);
    writeDurably(cert, issued.cert, 0o644);
    return issued;
  }

  #files(name: string): readonly [string, string] {
    return [join(this.#parts.folder, `${name}.key.pem`), join(this.#parts.folder, `${name}.pem`)];
  }
}

/** Whether a certificate is under this root, for all these names, and young enough. */
function serves({ cert }: Issued, root: Issued, names: readonly string[], now: number): boolean {
  const certificate = new X509Certificate(cert);
  const authority = new X509Certificate(root.cert);
  const from = Date.parse(certificate.validFrom);
  const until = Date.parse(certificate.validTo);
  const fresh = now >= from && until - now > (until - from) / 3;
  const forAll = names.every(
    (name) => (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined,
  );
  return fresh && forAll && certificate.verify(authority.publicKey);
}

function isPair({ key, cert }: Issued): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    // Half a file is no key and no certificate.
    return false;
  }
}

function made(issued: Issued | undefined): Issued {
  if (issued === undefined) throw new Error('the authority was not started');
  return issued;
}
