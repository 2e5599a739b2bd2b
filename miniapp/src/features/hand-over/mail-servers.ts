import type { MailServerReply, MailServerTestReply, SetMailServerRequest } from '@kepu/shared/contracts/handover';
import { cached } from '../../state/cached';
import { api } from '../session/api';

/** The mail server the unit sends through; its password is never part of it. */
export const mailServerResource = (unitId: string) => cached<MailServerReply>(`mail-server:${unitId}`, () => api.call('GET /api/units/:unitId/mail-server', { params: { unitId } }));

export const testMailServer = (unitId: string): Promise<MailServerTestReply> => api.call('POST /api/units/:unitId/mail-server/test', { params: { unitId } });

/** Saves and logs in at once: what was saved wrongly is said while it is still on the screen. */
export async function saveMailServer(unitId: string, body: SetMailServerRequest): Promise<MailServerTestReply> {
  await api.call('PUT /api/units/:unitId/mail-server', { params: { unitId }, body });
  return testMailServer(unitId);
}

export const removeMailServer = (unitId: string) => api.call('DELETE /api/units/:unitId/mail-server', { params: { unitId } });

const ELSEWHERE: Record<string, string> = { 'foxmail.com': 'smtp.qq.com', 'vip.qq.com': 'smtp.qq.com', 'hotmail.com': 'smtp.office365.com', 'outlook.com': 'smtp.office365.com' };

/** Where mailboxes of this address are usually sent through; empty while there is no whole address. */
export function usualServer(address: string): string {
  const domain = /@([\w-]+(?:\.[\w-]+)+)$/u.exec(address.trim().toLowerCase())?.[1];
  return domain === undefined ? '' : (ELSEWHERE[domain] ?? `smtp.${domain}`);
}
