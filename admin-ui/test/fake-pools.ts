// Pools of a centre of a few lines: what 44 are out of may not be narrowed below that.

import type { ListedPool, PoolChoice, PoolList, PoolRequest } from '@foyer/contracts/lease.ts';

const least = 44;

export class FakePools {
  pools: readonly ListedPool[] = [];
  clinics: readonly PoolChoice[] = [];
  /** What was done, in order. */
  readonly acts: unknown[] = [];

  answer(route: string, body: object): readonly [number, unknown] {
    const [, id = '', act] = /pools\/([^/]+)(?:\/(.+))?/.exec(route) ?? [];
    if (route.startsWith('GET')) {
      const { pools, clinics } = this;
      return [200, { serverTime: Date.UTC(2026, 10, 24, 10, 52), pools, clinics } satisfies PoolList];
    }
    const set = body as PoolRequest;
    if (act === undefined && set.perDay !== null && set.perDay < least)
      return [409, { ok: false, refusal: { code: 'pool-too-narrow', least } }];
    this.acts.push(act === undefined ? set : { act, ...body });
    const before = this.pools.find((pool) => pool.id === id);
    if (act === undefined) this.#put({ ...(before ?? aPool(id)), ...set });
    else if (before) this.#put(afterwards(before, act, body));
    return [200, { ok: true }];
  }

  #put(pool: ListedPool): void {
    const isNew = this.pools.every(({ id }) => id !== pool.id);
    this.pools = isNew ? [...this.pools, pool] : this.pools.map((each) => (each.id === pool.id ? pool : each));
  }
}

function afterwards(pool: ListedPool, act: string, body: object): ListedPool {
  if (act === 'close') return { ...pool, closedAt: Date.UTC(2026, 10, 24, 10, 52), services: [] };
  const { clinicId } = body as { readonly clinicId: string };
  const isWithheld = act === 'take-back';
  const shares = pool.shares.map((share) => {
    if (share.clinicId !== clinicId) return share;
    const leases = share.leases.map((lease) => {
      return isWithheld && lease.state === 'held' ? { ...lease, state: 'asked-back' as const } : lease;
    });
    return { ...share, isWithheld, leases };
  });
  return { ...pool, shares };
}

function aPool(id: string): ListedPool {
  const account = { granted: 0, used: 0, returned: 0, expired: 0, held: 0 };
  return { id, name: '', perDay: null, share: 1, services: [], account, left: null, idle: 0, shares: [] };
}

const names = {
  harbour: 'Harbour Street',
  pine: 'Pine Hill Family Practice and Walk-in Centre, Upper Northside',
  ferry: 'Ferry Road',
};

export const theClinics: readonly PoolChoice[] = Object.entries(names).map(([id, name]) => ({
  id,
  name,
  services: [
    { id: `${id}-blood`, name: { en: 'Blood test', ar: 'تحليل الدم', es: 'Análisis de sangre', zh: '验血' } },
    { id: `${id}-general`, name: { en: 'General', ar: 'عام', es: 'General', zh: '普通' } },
  ],
}));

/** A morning of a laboratory's 60 places, of which one clinic's box was lost with four. */
export function aSharedLaboratory(): ListedPool {
  const of = { until: Date.UTC(2026, 10, 25, 4), zone: 'UTC', isWithheld: false };
  const service = theClinics[0]!.services[0]!.name;
  return {
    id: '01990000-0000-7000-8000-0000000000c1',
    name: 'Samples at the laboratory',
    perDay: 60,
    share: 12,
    services: theClinics.map(({ id }) => ({ clinicId: id, serviceId: `${id}-blood` })),
    account: { granted: 48, used: 22, returned: 7, expired: 4, held: 15 },
    left: 14,
    idle: 5,
    shares: [
      {
        ...of,
        clinicId: 'ferry',
        name: names.ferry,
        account: { granted: 12, used: 2, returned: 0, expired: 4, held: 6 },
        service,
        leases: [
          { id: 'l1', first: 1, last: 6, used: 2, returned: 0, state: 'lost' },
          { id: 'l5', first: 43, last: 48, used: 0, returned: 0, state: 'held' },
        ],
      },
      {
        ...of,
        clinicId: 'harbour',
        name: names.harbour,
        account: { granted: 24, used: 15, returned: 0, expired: 0, held: 9 },
        service,
        leases: [
          { id: 'l2', first: 7, last: 18, used: 12, returned: 0, state: 'held' },
          { id: 'l4', first: 31, last: 42, used: 3, returned: 0, state: 'held' },
        ],
      },
      {
        ...of,
        clinicId: 'pine',
        name: names.pine,
        account: { granted: 12, used: 5, returned: 7, expired: 0, held: 0 },
        service,
        leases: [{ id: 'l3', first: 19, last: 30, used: 5, returned: 7, state: 'ended' }],
      },
    ],
  };
}

export function aSeries(): ListedPool {
  const account = { granted: 40, used: 31, returned: 0, expired: 0, held: 9 };
  return { ...aPool('01990000-0000-7000-8000-0000000000c2'), name: 'Reports', share: 20, account };
}
