// Signing in and out, and how screens come to their credentials.

import type { EnrolmentApproval, SessionRequest, StaffTiles } from '@foyer/contracts/http-api.ts';
import type { Enrolments, Sessions } from '../../ports/access.ts';
import type { Log } from '../../ports/log.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import { credentialOf } from './authentication.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError, sendCoded } from './errors.ts';
import { bearerOf } from './peer.ts';

export interface AccessParts {
  readonly sessions: Sessions;
  readonly enrolments: Enrolments;
  readonly readModel: Pick<ReadModel, 'configuration' | 'devices' | 'staff' | 'queue'>;
  readonly log: Log;
}
type AccessRoutes =
  | 'openSession'
  | 'closeSession'
  | 'staffTiles'
  | 'beginEnrolment'
  | 'pollEnrolment'
  | 'approveEnrolment'
  | 'redeemEnrolment'
  | 'devices'
  | 'revokeDevice';

export function accessHandlers({ sessions, enrolments, readModel, log }: AccessParts): Pick<Handlers, AccessRoutes> {
  return {
    openSession: async (request, reply) => {
      const { staffId } = request.body as SessionRequest;
      const opened = await sessions.open(credentialOf(request), request.body as SessionRequest);
      log.info('session-asked', { staffId, outcome: opened.ok ? 'opened' : opened.code });
      return opened.ok ? opened.answer : sendCoded(reply, opened.code);
    },
    closeSession: async (request) => {
      const credential = credentialOf(request);
      if (credential.kind !== 'staff') throw new CodedError('not-allowed');
      await sessions.close(credential);
      log.info('session-closed', { staffId: credential.staffId });
      return {};
    },
    staffTiles: async (): Promise<StaffTiles> => {
      const staff = readModel.staff();
      const points = readModel.queue().servicePoints;
      const configured = readModel.configuration()?.servicePoints ?? [];
      return {
        staff: staff.filter(({ active }) => active).map(({ id, name, roles }) => ({ id, name, roles })),
        servicePoints: configured.map(({ id, name }) => {
          const staffName = staff.find((member) => member.id === points.get(id)?.staffId)?.name;
          return { id, name: name.en, ...(staffName === undefined ? {} : { staffName }) };
        }),
      };
    },
    beginEnrolment: async (_request, reply) => {
      const begun = enrolments.begin();
      return begun.ok ? begun.begun : sendCoded(reply, begun.code);
    },
    pollEnrolment: async (request, reply) => {
      const { id } = request.params as { readonly id: string };
      return enrolments.poll(id, bearerOf(request.headers.authorization)) ?? sendCoded(reply, 'not-found');
    },
    approveEnrolment: async (request, reply) => {
      const approval = request.body as EnrolmentApproval;
      const approved = await enrolments.approve(approval);
      const by = request.credential?.kind === 'staff' ? request.credential.staffId : 'first-run';
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
