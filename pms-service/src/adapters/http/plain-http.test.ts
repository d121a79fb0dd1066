import { describe, expect, it } from 'vitest';
import { isServedInPlain } from './plain-http.ts';

describe('plain HTTP', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('serves everything to %s', (address) => {
    expect(isServedInPlain('http', address, '/api/v1/me')).toBe(true);
  });

  it.each(['/t/abc', '/t/assets/index.js', '/a/abc/view', '/sync/v1/rows', '/healthz', '/readyz', '/socket.io/?EIO=4'])(
    'serves %s to any address',
    (url) => {
      expect(isServedInPlain('http', '192.0.2.7', url)).toBe(true);
    },
  );

  it.each([
    '/',
    '/api/v1/sign-in',
    '/metrics',
    '/openapi.json',
    '/healthz/../api',
    '/ticket',
    '/api',
    '/x?/t/',
    undefined,
  ])('keeps %s from other addresses', (url) => {
    expect(isServedInPlain('http', '192.0.2.7', url ?? '')).toBe(false);
    expect(isServedInPlain('http', undefined, url ?? '')).toBe(false);
  });

  it('serves everything over HTTPS', () => {
    expect(isServedInPlain('https', '192.0.2.7', '/api/v1/me')).toBe(true);
  });
});
