// The servers that DATABASE_URL names, as libpq reads it: `postgres://user:secret@a:5432,b:5432/foyer`, each with a port of
// its own or none, a folder of sockets percent-encoded. The service writes, so it never asks for a server that does not.

import { AppError } from '@foyer/contracts/app-error.ts';

const form = /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^/?#@]*)([^?]*)(?:\?(.*))?$/s;
const writableAttributes = ['any', 'read-write', 'primary'];

/** One address for each server, in the order in which they are named. Throws `configuration-invalid`. */
export function readHosts(databaseUrl: string): readonly [string, ...string[]] {
  const match = form.exec(databaseUrl);
  if (match === null) return [databaseUrl];
  const [, scheme = '', user = '', hosts = '', path = '', query] = match;
  const asked = new URLSearchParams(query);
  const wanted = asked.get('target_session_attrs');
  if (wanted !== null && !writableAttributes.includes(wanted)) {
    throw new AppError('configuration-invalid', { setting: 'DATABASE_URL', part: 'target_session_attrs' });
  }
  asked.delete('target_session_attrs');
  const rest = wanted === null ? query : asked.toString();
  const [first = '', ...others] = hosts
    .split(',')
    .map((host) => `${scheme}${user}${host}${path}${rest === undefined || rest === '' ? '' : `?${rest}`}`);
  return [first, ...others];
}

/** Without user and secret: what a log may say. */
export function hostOf(url: string): string {
  return decodeURIComponent(form.exec(url)?.[3] ?? 'local');
}
