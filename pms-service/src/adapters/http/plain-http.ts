// Off this machine, plain HTTP serves the patient's pages of a ticket and of an appointment (any phone must reach them),
// the relay and health, and nothing else. Behind a proxy on this machine, address and protocol are what it says.
// Source: API.md, "The centre".

const plainPaths = [/^\/t(\/|$)/, /^\/a(\/|$)/, /^\/sync\//, /^\/healthz$/, /^\/readyz$/, /^\/socket\.io\//];

export function isServedInPlain(protocol: string, remoteAddress: string | undefined, url: string): boolean {
  if (protocol === 'https' || isLoopback(remoteAddress)) return true;
  const [path = ''] = url.split('?');
  return plainPaths.some((pattern) => pattern.test(path));
}

export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}
