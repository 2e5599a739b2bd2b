import type { EndpointName, Endpoints, PathParameters } from '@kepu/shared/contracts/endpoints';
import type { HttpClient, HttpReply, HttpRequest } from '../../platform/http';
import { NoAnswer } from '../../platform/no-answer';
import { parseProblem, Refused } from './refused';
import type { Session } from './session';

type Given<Condition, Shape> = [Condition] extends [never] ? unknown : [Condition] extends [void] ? unknown : Shape;

/** What a call needs besides its name: the parameters of its path, a query, a body. */
export type CallInput<E extends EndpointName> = Given<PathParameters<E>, { params: Record<PathParameters<E>, string> }> &
  Given<Endpoints[E]['query'], { query?: Endpoints[E]['query'] }> &
  Given<Endpoints[E]['body'], { body: Endpoints[E]['body'] }>;

type CallArguments<E extends EndpointName> = object extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>];

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
}

/** Speaks to the API in the terms of its contract; renews the log-in on the way where it must. */
export class ApiClient {
  constructor(
    private readonly http: HttpClient,
    private readonly session: Session,
  ) {}

  /** Rejects with `Refused` when the server says no, and with `NoAnswer` when it says nothing. */
  async call<E extends EndpointName>(endpoint: E, ...[input]: CallArguments<E>): Promise<Endpoints[E]['reply']> {
    const request = toRequest(endpoint, (input ?? {}));
    const token = await this.session.accessToken();
    const asker = this.session.accountId;
    let reply = await this.http.send(withToken(request, token));
    if (reply.status === 401 && token !== null && !request.path.startsWith('/api/auth/')) {
      const next = await this.session.renew(token);
      // In another tab somebody else may have logged in by now: what one person wants is not asked in the other's name.
      if (next !== null && this.session.accountId === asker) reply = await this.http.send(withToken(request, next));
    }
    return readReply<Endpoints[E]['reply']>(reply);
  }
}

function toRequest(endpoint: string, { params = {}, query = {}, body }: AnyInput): HttpRequest {
  const [method, template = ''] = endpoint.split(' ');
  const path = template.replace(/:(\w+)/gu, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]));
  return {
    method: method as HttpRequest['method'],
    path: asked.length > 0 ? `${path}?${asked.join('&')}` : path,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  };
}

function withToken(request: HttpRequest, token: string | null): HttpRequest {
  return token === null ? request : { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
}

function readReply<T>({ status, text }: HttpReply): T {
  if (status >= 200 && status < 300) return (text === '' ? undefined : JSON.parse(text)) as T;
  const problem = parseProblem(text);
  if (!problem) throw new NoAnswer(`answered ${status}`);
  throw new Refused(status, problem);
}
