import { describe, expect, it } from 'vitest';
import { aStaffView, now } from '../../testing/a-staff-view.ts';
import { workItemText, workItemTitle } from './work-item-text.ts';

describe('a patient who left without being seen', () => {
  const about = { ticketId: 't', ticketNumber: 'A017', patientId: 'p' };
  const item = { id: 'w', kind: 'left-unseen', code: 'left-unseen', at: now, about };
  const person = { id: 'p', displayName: 'Rosa Lima', phone: '600123441', needs: [] };

  it('is named by the number, and by name and phone where they may be shown', () => {
    const view = aStaffView({ patients: [person] });
    expect(workItemTitle(item, view)).toBe('A017 left without being seen');
    expect(workItemText(item, view)).toContain('Phone Rosa Lima 600123441.');
  });

  it('is somebody to phone for a tablet that may show no name', () => {
    expect(workItemText(item, aStaffView())).toContain('Somebody phones them.');
  });
});

describe('somebody whose practitioner left', () => {
  const person = { id: 'p', displayName: 'Rosa Lima', phone: '600123441', needs: [] };
  const item = (kind: string, about: Readonly<Record<string, string>>) => ({
    id: 'w',
    kind,
    code: kind,
    at: now,
    about,
  });

  it('is phoned about another day, or about today, by number or as an appointment', () => {
    const view = aStaffView({ patients: [person] });
    const [here, booked] = [
      item('another-day', { ticketId: 't', ticketNumber: 'A017', patientId: 'p' }),
      item('phone-patient', { appointmentId: 'a', patientId: 'p' }),
    ];
    expect(workItemTitle(here, view)).toBe('Another day: A017');
    expect(workItemText(here, view)).toContain('Phone Rosa Lima 600123441 to find another day.');
    expect(workItemTitle(booked, view)).toBe('To be phoned about an appointment');
    expect(workItemText(booked, aStaffView())).toContain('Somebody phones them.');
  });
});

describe('another work item', () => {
  const item = (kind: string, code: string, about: Readonly<Record<string, string>> = {}) => {
    return { id: 'w', kind, code, at: now, about };
  };

  it('names what of the feed was not taken over, and a refusal by its own words', () => {
    const view = aStaffView();
    expect(workItemText(item('feed-failed', 'internal', { item: 'price' }), view)).toBe(
      'It does not fit this clinic (price, internal). Tell the office; everything else goes on.',
    );
    const refused = item('update-patient', 'unknown-patient');
    expect(workItemTitle(refused, view)).toBe('The office refused something at 10:46');
    expect(workItemText(refused, view)).toBe('This patient is not known here. Register first.');
  });
});

describe('a ticket that nobody will call', () => {
  const item = (code: string, more: object = {}) => ({
    ...{ id: 'w', kind: 'ticket-stranded', code, at: now, about: { ticketId: 't', ticketNumber: 'A017' } },
    ...more,
  });

  it('says why, and what to do', () => {
    const view = aStaffView();
    expect(workItemTitle(item('no-owner'), view)).toBe('Nobody will call A017');
    expect(workItemTitle(item('no-owner', { overdue: true }), view)).toBe('Nobody will call A017: known since 10:46');
    const texts = ['no-open-room', 'no-owner', 'no-next-step'].map((code) => workItemText(item(code), view));
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toContain('A017');
  });
});
