// Forms: what a kiosk asks, and what staff read of the answers.

import type { FastifyRequest } from 'fastify';
import type { Forms } from '../../ports/forms.ts';
import { credentialOf } from './authentication.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError } from './errors.ts';

export interface FormParts {
  readonly forms: Forms;
}

export function formHandlers({ forms }: FormParts): Pick<Handlers, 'formsToFill' | 'formResponses'> {
  return {
    formsToFill: async (request) => {
      const credential = credentialOf(request);
      if (credential.kind !== 'device') throw new CodedError('not-allowed');
      const { serviceId, identificationId } = request.query as { serviceId: string; identificationId?: string };
      const asked = forms.toFill(credential.deviceId, serviceId, identificationId);
      if (asked === undefined) throw new CodedError('not-ready');
      return asked;
    },
    formResponses: async (request) => {
      const responses = forms.responses(staffOf(request), (request.params as { readonly id: string }).id);
      if (responses === undefined) throw new CodedError('not-found');
      return responses;
    },
  };
}

function staffOf(request: FastifyRequest) {
  const credential = credentialOf(request);
  if (credential.kind !== 'staff') throw new CodedError('not-allowed');
  return credential;
}
