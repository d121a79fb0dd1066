// Visits of several steps, which staff of the demonstration begin on a tablet.

import type { JourneyTemplate } from '@foyer/contracts/journey.ts';
import type { DemoConfiguration } from './configuration.ts';

export function journeysOf({ doctor, nurse, samples, desk }: DemoConfiguration['ids']): JourneyTemplate[] {
  return [
    {
      id: '01900000-0000-7000-8000-00000000f0e1',
      name: { en: 'Check-up', es: 'Revisión', zh: '体检', ar: 'فحص عام' },
      steps: [
        { id: 'nurse', serviceId: nurse, after: [] },
        { id: 'samples', serviceId: samples, after: ['nurse'] },
        { id: 'doctor', serviceId: doctor, after: ['nurse', 'samples'] },
        { id: 'desk', serviceId: desk, after: ['doctor'], optional: true },
      ],
    },
    {
      id: '01900000-0000-7000-8000-00000000f0e2',
      name: { en: 'Papers to take along', es: 'Con papeles para llevar', zh: '领取资料', ar: 'أوراق للاستلام' },
      steps: [
        { id: 'doctor', serviceId: doctor, after: [] },
        { id: 'papers', serviceId: desk, after: ['doctor'], whenReady: true },
      ],
    },
  ];
}
