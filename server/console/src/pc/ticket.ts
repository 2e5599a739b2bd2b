/** What this computer was let in with: for one work, until a time. */
export interface Ticket {
  token: string;
  workId: string;
  expiresAt: number;
}

const KEY = 'kepu-computer';

/** Kept for this tab only: closing it forgets the ticket, reloading does not. */
export function keptTicket(): Ticket | null {
  const text = window.sessionStorage.getItem(KEY);
  const ticket = text === null ? null : (JSON.parse(text) as Ticket);
  return ticket && ticket.expiresAt > Date.now() ? ticket : null;
}

export function keepTicket(ticket: Ticket | null): void {
  if (ticket) window.sessionStorage.setItem(KEY, JSON.stringify(ticket));
  else window.sessionStorage.removeItem(KEY);
}
