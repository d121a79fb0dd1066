// What the desk asks about people. What was typed comes in a body: an address is kept by what it passes through.

import type { PatientSearchRequest } from '@foyer/contracts/people-at-the-desk.ts';
import type { FastifyRequest } from 'fastify';
import type { DeskPeople } from '../../ports/desk-people.ts';
import type { DeskSchedule } from '../../ports/desk-schedule.ts';
import { credentialOf } from './authentication.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError } from './errors.ts';

export interface DeskParts {
  readonly people: DeskPeople;
  readonly schedule: DeskSchedule;
}

export function deskHandlers({
  people,
  schedule,
}: DeskParts): Pick<Handlers, 'patientSearches' | 'patientRecord' | 'listPrints' | 'nextDayList' | 'bookedTimes'> {
  return {
    patientSearches: async (request) => {
      const found = people.find(staffOf(request), (request.body as PatientSearchRequest).typed);
      if (found === undefined) throw new CodedError('not-ready');
      return found;
    },
    patientRecord: async (request) => {
      const record = people.record(staffOf(request), (request.params as { readonly id: string }).id);
      if (record === undefined) throw new CodedError('not-found');
      return record;
    },
    listPrints: async (request) => {
      people.listPrinted(staffOf(request));
      return {};
    },
    nextDayList: async (request) => {
      const list = schedule.nextDayList(staffOf(request));
      if (list === undefined) throw new CodedError('not-ready');
      return list;
    },
    bookedTimes: async (request) => {
      const times = schedule.bookedTimes((request.query as { readonly day: string }).day);
      if (times === undefined) throw new CodedError('not-ready');
      return times;
    },
  };
}

function staffOf(request: FastifyRequest): string {
  const credential = credentialOf(request);
  if (credential.kind !== 'staff') throw new CodedError('not-allowed');
  return credential.staffId;
}
