import { PoolRequest, ShareRequest } from '@foyer/contracts/lease.ts';
import { LocalDateText, Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { answer, notFound, refused, userOf, type Route, type RouteAnswer, type RouteRequest } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { endPool, grantAgain, listPools, setPool, takeBack, type PoolDone, type PoolPlace } from './use-cases-pools.ts';

export function leaseRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/pools',
      access: ['network-admin'],
      summary: 'What clinics of the network share, with the account of a business day to the last unit',
      query: strictObject({ date: LocalDateText }),
      async handle({ caller, query }): Promise<RouteAnswer> {
        const { date } = query as { date: string };
        return answer(await listPools(context, userOf(caller).networkId, date));
      },
    },
    {
      method: 'PUT',
      path: '/api/v1/pools/:poolId',
      access: ['network-admin'],
      summary: 'Say what clinics of the network share, and how much of it there is on a business day',
      params: strictObject({ poolId: Uuid }),
      body: PoolRequest,
      handle: async (request) => said(await setPool(context, placeOf(request), request.body as PoolRequest)),
    },
    {
      method: 'POST',
      path: '/api/v1/pools/:poolId/close',
      access: ['network-admin'],
      summary: 'End the sharing: what clinics hold goes back, the account stays',
      params: strictObject({ poolId: Uuid }),
      handle: async (request) => said(await endPool(context, placeOf(request))),
    },
    {
      method: 'POST',
      path: '/api/v1/pools/:poolId/take-back',
      access: ['network-admin'],
      summary: 'Ask a clinic for what it holds of a business day, and grant it no more of that day',
      params: strictObject({ poolId: Uuid }),
      body: ShareRequest,
      handle: async (request) => said(await takeBack(context, placeOf(request), request.body as ShareRequest)),
    },
    {
      method: 'POST',
      path: '/api/v1/pools/:poolId/grant-again',
      access: ['network-admin'],
      summary: 'Grant a clinic of a business day again, of which everything was taken back',
      params: strictObject({ poolId: Uuid }),
      body: ShareRequest,
      handle: async (request) => said(await grantAgain(context, placeOf(request), request.body as ShareRequest)),
    },
  ];
}

function placeOf({ caller, params }: RouteRequest): PoolPlace {
  const { networkId, userId } = userOf(caller);
  return { networkId, userId, poolId: params['poolId'] ?? '' };
}

/** A pool or a clinic of another network is answered as one that there is not. */
function said(done: PoolDone): RouteAnswer {
  if (done.ok) return answer({ ok: true });
  return done.refusal.code === 'unknown-pool' ? notFound() : refused(done.refusal);
}
