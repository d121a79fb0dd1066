import { PoolRequest } from '@foyer/contracts/lease.ts';
import { LocalDateText, Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { answer, refused, userOf, type Route, type RouteAnswer } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { listPools, setPool } from './use-cases.ts';

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
      async handle({ caller, params, body }): Promise<RouteAnswer> {
        const { poolId = '' } = params;
        const done = await setPool(context, userOf(caller).networkId, poolId, body as PoolRequest);
        return done.ok ? answer({ ok: true }) : refused(done.refusal);
      },
    },
  ];
}
