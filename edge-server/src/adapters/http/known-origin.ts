/** The origin of this machine under the name that was asked for, where it is one of its own: never a name that somebody put into a request. */
export function knownOrigin(
  scheme: 'http' | 'https',
  hostname: string,
  { names, port }: { readonly names: readonly string[]; readonly port: number },
): string {
  const host = names.find((name) => name === hostname.toLowerCase()) ?? names[0] ?? 'localhost';
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
