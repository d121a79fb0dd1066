// The doorstep: the authority to trust, the page that says how, and whether it is trusted now.

import type { Authority } from '../../ports/authority.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import { authorityScript, authorityStyle } from './authority-assets.ts';
import { fingerprintOf } from './authority-fingerprint.ts';
import { authorityPage, languageOf, platformOf } from './authority-page.ts';
import type { Handlers } from './declared-routes.ts';
import { knownOrigin } from './known-origin.ts';

export interface AuthorityParts {
  readonly authority: Authority;
  readonly readModel: Pick<ReadModel, 'configuration'>;
  /** A text as a code to scan: an SVG. */
  readonly drawQr: (text: string) => Promise<string>;
}
export interface Ports {
  readonly port: number;
  readonly tlsPort: number;
}
type Routes =
  | 'authority'
  | 'authorityFile'
  | 'authorityPem'
  | 'authorityStyle'
  | 'authorityScript'
  | 'authorityTrusted';

export function authorityHandlers(
  { authority, readModel, drawQr }: AuthorityParts,
  ports: () => Ports,
): Pick<Handlers, Routes> {
  return {
    authority: async (request, reply) => {
      const { names } = authority;
      const { port, tlsPort } = ports();
      const asked = (request.query as { readonly lang?: unknown }).lang;
      const language = languageOf(typeof asked === 'string' ? asked : undefined, request.headers['accept-language']);
      const origin = knownOrigin('https', request.hostname, { names, port: tlsPort });
      const page = authorityPage({
        clinicName: readModel.configuration()?.name,
        language,
        fingerprint: fingerprintOf(authority.authorityDer, language),
        platform: platformOf(request.headers['user-agent'] ?? ''),
        origin,
        qr: await drawQr(`${knownOrigin('http', request.hostname, { names, port })}/authority`),
      });
      return reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy(origin)).send(page);
    },
    authorityFile: async (_request, reply) =>
      reply
        .type('application/x-x509-ca-cert')
        .header('content-disposition', 'attachment; filename="foyer-authority.crt"')
        .send(Buffer.from(authority.authorityDer)),
    authorityPem: async (_request, reply) => reply.type('application/x-pem-file').send(authority.authorityPem),
    authorityStyle: async (_request, reply) => reply.type('text/css; charset=utf-8').send(authorityStyle),
    authorityScript: async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(authorityScript),
    // A page of plain HTTP asks it: that it answers at all is the answer.
    authorityTrusted: async (_request, reply) =>
      reply
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send({ ok: true }),
  };
}

/** It looks whether HTTPS is trusted, which is another origin than its own. */
function pagePolicy(origin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    `connect-src 'self' ${origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
