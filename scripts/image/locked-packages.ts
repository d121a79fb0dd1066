/** Which packages of the lockfile something needs when it runs: its dependencies and theirs, never what only builds or tests. */

interface LockedPackage {
  readonly link?: true;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Their places, such as `node_modules/fastify`, in order. Packages of this repository are followed and not among them. */
export function packagesNeededBy(from: string, { packages }: Lockfile): readonly string[] {
  const found = new Set<string>();
  const follow = (place: string): void => {
    if (found.has(place)) return;
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const at = placeOf(place, name, packages);
      if (at === undefined) continue;
      const { link, resolved } = packages[at] ?? {};
      follow(link === true && resolved !== undefined ? resolved : at);
    }
  };
  follow(from);
  return [...found].filter((place) => place.includes('node_modules/')).toSorted();
}

/** Where Node would find it from there: beside it, or further up. */
function placeOf(from: string, name: string, packages: Lockfile['packages']): string | undefined {
  const place = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (place in packages) return place;
  if (from === '') return undefined;
  return placeOf(
    from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : '',
    name,
    packages,
  );
}
