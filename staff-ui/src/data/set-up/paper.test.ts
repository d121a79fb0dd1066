import { describe, expect, it } from 'vitest';
import { clinicFaults } from '@foyer/contracts/clinic-faults.ts';
import type { TemplatePart } from '@foyer/contracts/paper-template.ts';
import { usualReceipt, usualTicket } from '@foyer/contracts/usual-paper.ts';
import { aClinicAsSetUp } from '../../../testing/fake-set-up.ts';
import { addableParts, newPart, paperKinds, partsOfPaper, proofOf, withParts } from './paper.ts';

const number: TemplatePart = { part: 'number' };

describe('the templates of paper', () => {
  it('begin as usual, and are none of the clinic’s own once they are so again', () => {
    expect(partsOfPaper(null, 'ticket')).toEqual(usualTicket.parts);
    const changed = withParts(null, 'ticket', [number]);
    expect(changed).toEqual({ ticket: { parts: [number] } });
    expect(partsOfPaper(changed, 'receipt')).toEqual(usualReceipt.parts);
    expect(withParts(changed, 'ticket', usualTicket.parts)).toBeNull();
    const both = withParts(changed, 'receipt', []);
    expect(withParts(both, 'ticket', usualTicket.parts)).toEqual({ receipt: { parts: [] } });
  });

  it('take every part that is offered, and a new one lacks no more than its words', () => {
    for (const kind of paperKinds) {
      const parts = addableParts[kind].flatMap((name) => (name === 'logo' || name === 'cut' ? [] : [newPart(name)]));
      const paper = withParts(null, kind, [...partsOfPaper(null, kind), ...parts]);
      const { document } = aClinicAsSetUp({ paper });
      expect(clinicFaults(document, false).map(({ code }) => code)).toEqual(['text-missing']);
    }
  });

  it('are looked at without what does not fit yet', () => {
    const paper = withParts(null, 'ticket', [number, newPart('text'), newPart('door')]);
    const { document } = aClinicAsSetUp({ paper });
    expect(proofOf(paper, 'ticket', 'es', clinicFaults(document, false))).toEqual({
      kind: 'ticket',
      language: 'es',
      template: { parts: [number, { part: 'door' }] },
    });
  });
});
