import { describe, expect, it } from 'vitest';
import { hostOf, readHosts } from './database-hosts.ts';

describe('the servers of DATABASE_URL', () => {
  it('are one address each, with the same user, database and options', () => {
    const url =
      'postgres://foyer_service:s%2Cecret@a:5432,b.example:6432/foyer?target_session_attrs=read-write&sslmode=require';
    expect(readHosts(url)).toEqual([
      'postgres://foyer_service:s%2Cecret@a:5432/foyer?sslmode=require',
      'postgres://foyer_service:s%2Cecret@b.example:6432/foyer?sslmode=require',
    ]);
  });

  it('may be folders of sockets, and one alone is left as it is', () => {
    expect(readHosts('postgres://u:p@%2Frun%2Fa,%2Frun%2Fb/foyer')).toEqual([
      'postgres://u:p@%2Frun%2Fa/foyer',
      'postgres://u:p@%2Frun%2Fb/foyer',
    ]);
    for (const url of [
      'postgres://u:p@localhost/foyer?application_name=a',
      'postgresql://[::1]:5432/foyer',
      '/run foyer',
    ])
      expect(readHosts(url)).toEqual([url]);
  });

  it('are never ones that take no writes', () => {
    expect(() => readHosts('postgres://a,b/foyer?target_session_attrs=standby')).toThrow(
      expect.objectContaining({
        code: 'configuration-invalid',
        facts: expect.objectContaining({ setting: 'DATABASE_URL' }),
      }),
    );
  });

  it('are named without user and secret', () => {
    expect(hostOf('postgres://u:p@a:5432/foyer')).toBe('a:5432');
    expect(hostOf('postgres://u:p@%2Frun%2Fa/foyer')).toBe('/run/a');
  });
});
