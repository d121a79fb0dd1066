import { strictObject } from '@foyer/contracts/schema.ts';
import Type from 'typebox';
import { answer, notFound, type Route } from '../route.ts';
import { pageAddressPattern } from '../tenancy/use-cases-page-address.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { readAppointmentPage } from './use-cases.ts';

/** A waiting room full of phones may share one address. */
const requestsPerMinute = 600;

export function appointmentPageRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/a/:address/view',
      access: 'anyone',
      summary: 'What a patient’s page of an appointment shows, with a new live code on its day',
      params: strictObject({ address: Type.String({ pattern: pageAddressPattern }) }),
      perMinute: requestsPerMinute,
      async handle({ params }) {
        const view = await readAppointmentPage(context, params['address'] ?? '');
        return view === undefined ? notFound() : answer(view);
      },
    },
  ];
}
