// What staff have to know of a ticket before they call it. Constants alone, so that a screen's bundle may carry them.

export const TicketNote = {
  /** The patient showed a document that has expired: another one is to be seen. */
  documentExpired: 'document-expired',
} as const;
export type TicketNote = (typeof TicketNote)[keyof typeof TicketNote];
export const ticketNotes = Object.values(TicketNote);
