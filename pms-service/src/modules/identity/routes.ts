import { SignInRequest, centreRoles, type CentreUser, type SignInAnswer } from '@foyer/contracts/centre-api.ts';
import { answer, failed, userOf, type Route } from '../route.ts';
import { findNetwork } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import type { User } from './types.ts';
import { signIn, signOut } from './use-cases.ts';

const signInsPerMinute = 20;

export function identityRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/v1/sign-in',
      access: 'anyone',
      summary: 'Sign in with an e-mail address and a password',
      body: SignInRequest,
      perMinute: signInsPerMinute,
      countedTogether: true,
      async handle({ body }) {
        const result = await signIn(context, body as SignInRequest);
        if (!result.ok) return failed(result.refusal.code);
        const { token, expiresAt, user } = result.session;
        const signedIn: SignInAnswer = {
          ok: true,
          token,
          expiresAt,
          me: await describe(context, user),
        };
        return { status: 200, body: signedIn, session: { token, expiresAt } };
      },
    },
    {
      method: 'POST',
      path: '/api/v1/sign-out',
      access: centreRoles,
      summary: 'End this session',
      async handle({ caller }) {
        if (caller.kind === 'user') await signOut(context, caller.token);
        return { status: 200, body: { ok: true }, session: null };
      },
    },
    {
      method: 'GET',
      path: '/api/v1/me',
      access: centreRoles,
      summary: 'Who is signed in',
      handle: async ({ caller }) => answer(await describe(context, userOf(caller))),
    },
  ];
}

async function describe(context: UseCaseContext, user: User): Promise<CentreUser> {
  const network = await findNetwork(context, user.networkId);
  return { id: user.userId, email: user.email, role: user.role, networkName: network?.name ?? '' };
}
