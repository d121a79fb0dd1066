// Signing in and out, and how screens come to their credentials.

import type {
  EnrolmentApproval,
  EnrolmentRequest,
  RenewalRequest,
  SessionRequest,
  StaffTiles,
} from '@foyer/contracts/http-api.ts';
import type { Enrolments, Renewals, Sessions } from '../../ports/access.ts';
import type { Log } from '../../ports/log.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { FastifyRequest } from 'fastify';
import { credentialOf } from './authentication.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError, sendCoded } from './errors.ts';
import { bearerOf } from './peer.ts';

/** What a tablet expects that is not told another number. */
const usualPinDigits = 4;

export interface AccessParts {
  readonly sessions: Sessions;
  readonly enrolments: Enrolments;
  readonly renewals: Renewals;
  readonly readModel: Pick<ReadModel, 'configuration' | 'devices' | 'staff' | 'queue'>;
  readonly log: Log;
  readonly now: () => number;
}
type AccessRoutes =
  | 'openSession'
  | 'closeSession'
  | 'staffTiles'
  | 'beginEnrolment'
  | 'lookAtEnrolment'
  | 'askRenewal'
  | 'renewCredential'
  | 'pollEnrolment'
  | 'approveEnrolment'
  | 'redeemEnrolment'
  | 'devices'
  | 'revokeDevice'
  | 'unlockStaff';

export function accessHandlers({
  sessions,
  enrolments,
  renewals,
  readModel,
  log,
  now,
}: AccessParts): Pick<Handlers, AccessRoutes> {
  return {
    openSession: async (request, reply) => {
      const asked = request.body as SessionRequest;
      const opened = await sessions.open(credentialOf(request), asked);
      const staffId = opened.ok ? opened.answer.staffId : 'staffId' in asked ? asked.staffId : undefined;
      log.info('session-asked', {
        staffId,
        by: 'badge' in asked ? 'badge' : 'pin',
        outcome: opened.ok ? 'opened' : opened.code,
      });
      return opened.ok ? opened.answer : sendCoded(reply, opened.code);
    },
    closeSession: async (request) => {
      const credential = credentialOf(request);
      if (credential.kind !== 'staff') throw new CodedError('not-allowed');
      await sessions.close(credential);
      log.info('session-closed', { staffId: credential.staffId });
      return {};
    },
    unlockStaff: async (request, reply) => {
      const { id } = request.params as { readonly id: string };
      const unlocked = await sessions.unlock(id);
      log.info('name-unlocked', { staffId: id, by: staffIdOf(request), outcome: unlocked.ok ? 'open' : unlocked.code });
      return unlocked.ok ? {} : sendCoded(reply, unlocked.code);
    },
    staffTiles: async (): Promise<StaffTiles> => {
      const staff = readModel.staff();
      const points = readModel.queue().servicePoints;
      const configured = readModel.configuration()?.servicePoints ?? [];
      const active = staff.filter(({ active, endsAt }) => active && (endsAt === null || now() < endsAt));
      const lengths = new Set(active.filter(({ pinHash }) => pinHash !== '').map(({ pinDigits }) => pinDigits));
      const [pinLength = usualPinDigits] = lengths.size === 1 ? lengths : [];
      return {
        ...(pinLength === usualPinDigits ? {} : { pinLength }),
        staff: active.map(({ id, name, roles, endsAt, hasBadge }) => ({
          id,
          name,
          roles,
          ...(hasBadge ? { hasBadge: true as const } : {}),
          ...(endsAt === null ? {} : { temporaryUntil: endsAt }),
        })),
        servicePoints: configured.map(({ id, name }) => {
          const staffName = staff.find((member) => member.id === points.get(id)?.staffId)?.name;
          return { id, name: name.en, ...(staffName === undefined ? {} : { staffName }) };
        }),
      };
    },
    beginEnrolment: async (request, reply) => {
      const begun = enrolments.begin(request.body as EnrolmentRequest);
      return begun.ok ? begun.begun : sendCoded(reply, begun.code);
    },
    lookAtEnrolment: async (request, reply) => {
      const looked = enrolments.look((request.body as { readonly code: string }).code);
      return looked.ok ? looked.seen : sendCoded(reply, looked.code);
    },
    askRenewal: async (request) => renewals.ask((request.body as { readonly deviceId: string }).deviceId),
    renewCredential: async (request, reply) => {
      const asked = request.body as RenewalRequest;
      const answer = await renewals.renew(asked);
      const outcome = answer.ok ? (answer.late ? 'late' : 'renewed') : answer.code;
      log.info('credential-renewal', { deviceId: asked.deviceId, outcome });
      return answer.ok ? answer.renewed : sendCoded(reply, answer.code);
    },
    pollEnrolment: async (request, reply) => {
      const { id } = request.params as { readonly id: string };
      return enrolments.poll(id, bearerOf(request.headers.authorization)) ?? sendCoded(reply, 'not-found');
    },
    approveEnrolment: async (request, reply) => {
      const approval = request.body as EnrolmentApproval;
      const approved = await enrolments.approve(approval);
      const by = staffIdOf(request) ?? 'first-run';
      log.info('enrolment-approved', {
        by,
        role: approval.role,
        outcome: approved.ok ? approved.deviceId : approved.code,
      });
      return approved.ok ? { deviceId: approved.deviceId } : sendCoded(reply, approved.code);
    },
    redeemEnrolment: async (request, reply) => {
      const redeemed = await enrolments.redeem((request.body as { readonly code: string }).code);
      return redeemed.ok ? redeemed.state : sendCoded(reply, redeemed.code);
    },
    devices: () =>
      Promise.resolve({
        devices: readModel
          .devices()
          .filter((device) => !device.revoked)
          .map(({ id, name, role, servicePointId, enrolledAt }) => ({
            id,
            name,
            role,
            servicePointId,
            enrolledAt,
          })),
      }),
    revokeDevice: async (request) => {
      const { id } = request.params as { readonly id: string };
      await enrolments.revoke(id);
      log.info('device-revoked', { deviceId: id });
      return {};
    },
  };
}

function staffIdOf({ credential }: FastifyRequest): string | undefined {
  return credential?.kind === 'staff' ? credential.staffId : undefined;
}
