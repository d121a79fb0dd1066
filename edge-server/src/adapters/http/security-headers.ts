// What every answer tells a browser. Strict, and without `upgrade-insecure-requests` or HSTS: the ticket page must live
// over plain HTTP on a LAN address, on phones that will never trust the clinic's authority.

import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Of the worker that reads the kiosk's camera: WebAssembly, which no page may compile, and its own files. A worker has
 * the policy that its script came with.
 */
export const wasmWorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'media-src': ["'self'", 'blob:'],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: false,
    // Over plain HTTP on an address a browser ignores it and warns about it.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}
