// The command door, and identification at a kiosk.

import type { IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { CommandDoor } from '../../ports/command-door.ts';
import type { Identifications } from '../../ports/identifications.ts';
import type { LiveFacts } from '../../ports/views.ts';
import { credentialOf } from './authentication.ts';
import { refuseLargeCommand } from './command-size.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError, sendCoded } from './errors.ts';
import type { FastifyRequest } from 'fastify';

export interface QueueParts {
  readonly door: CommandDoor;
  readonly identifications: Identifications;
  readonly live: Pick<LiveFacts, 'scanUsed'>;
}

export function queueHandlers({
  door,
  identifications,
  live,
}: QueueParts): Pick<Handlers, 'command' | 'identify' | 'endIdentification'> {
  return {
    command: async (request, reply) => {
      refuseLargeCommand(request);
      const { status, ...answer } = await door.submit(request.body, credentialOf(request));
      return reply.code(status).send(answer);
    },
    identify: async (request, reply) => {
      const deviceId = kioskOf(request);
      const asked = request.body as IdentificationRequest;
      if ('qr' in asked || 'document' in asked) live.scanUsed(deviceId);
      const identified = identifications.identify(deviceId, asked);
      return identified.ok ? identified.answer : sendCoded(reply, identified.code);
    },
    endIdentification: async (request) => {
      const deviceId = kioskOf(request);
      live.scanUsed(deviceId);
      identifications.endSession(deviceId);
      return {};
    },
  };
}

function kioskOf(request: FastifyRequest): string {
  const credential = credentialOf(request);
  if (credential.kind !== 'device') throw new CodedError('not-allowed');
  return credential.deviceId;
}
