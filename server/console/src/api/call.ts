import type { EndpointName, Endpoints } from '@kepu/shared/contracts/endpoints';
import type { CallInput, LooseInput } from './address';
import { hasReason } from './failure';
import { request, type RequestOptions } from './request';
import { Session } from './session';
import { TabChannel } from './tab-channel';

/** The one log-in of this page. */
export const session = new Session(window.sessionStorage, new TabChannel());

/** Calls that say who one is rather than needing to know it. */
const OPEN: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'POST /api/auth/password-login', 'POST /api/auth/totp', 'GET /api/demo', 'POST /api/demo/login', 'GET /api/campaign',
  'GET /api/invitations/:token', 'POST /api/invitations/:token/sms-code', 'POST /api/invitations/:token/totp', 'POST /api/invitations/:token/acceptance',
]);

/** Calls the API in the name of whoever is logged in; a session that ended is renewed first, by the person if it must be. */
export async function call<E extends EndpointName>(endpoint: E, input: CallInput<E> & LooseInput, options: RequestOptions = {}): Promise<Endpoints[E]['reply']> {
  if (OPEN.has(endpoint)) return request(endpoint, input, options);
  const token = session.token();
  try {
    return await request(endpoint, input, { ...options, token });
  } catch (error) {
    if (!hasReason(error, 'SESSION_ENDED') && !hasReason(error, 'NOT_LOGGED_IN')) throw error;
    await session.renew(token);
    return request(endpoint, input, { ...options, token: session.token() });
  }
}
