import type { EndpointName, Endpoints } from '@kepu/shared/contracts/endpoints';
import type { Problem } from '@kepu/shared/errors';
import { addressOf, type LooseInput } from './address';
import { Refused, Unreachable } from './failure';

const PATIENCE_MS = 30_000;

export interface RequestOptions {
  token?: string | null;
  signal?: AbortSignal;
  /** Survives the page being closed: for logging out. */
  keepalive?: boolean;
}

/** One request without any session logic: the reply, or a Refused or Unreachable. */
export async function request<E extends EndpointName>(endpoint: E, input: LooseInput, options: RequestOptions = {}): Promise<Endpoints[E]['reply']> {
  const requestId = newRequestId();
  const response = await send(endpoint, input, options, requestId);
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && (response.status === 204 || type.includes('json'))) return read<Endpoints[E]['reply']>(response);
  if (type.startsWith('application/problem+json')) throw new Refused(await read<Problem>(response));
  throw new Unreachable(requestId, 'no-answer');
}

/** The body as the contract types it; the server is built from the same contract. */
async function read<T>(response: Response): Promise<T> {
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function send(endpoint: EndpointName, input: LooseInput, options: RequestOptions, requestId: string): Promise<Response> {
  const { method, path } = addressOf(endpoint, input);
  const headers = new Headers({ accept: 'application/json', 'x-request-id': requestId });
  if (options.token) headers.set('authorization', `Bearer ${options.token}`);
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), PATIENCE_MS);
  const cancel = () => clock.abort();
  options.signal?.addEventListener('abort', cancel);
  try {
    const body = input.body === undefined ? undefined : JSON.stringify(input.body);
    return await fetch(path, { method, headers, body, signal: clock.signal, keepalive: options.keepalive, cache: 'no-store' });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Unreachable(requestId, clock.signal.aborted ? 'timeout' : 'network');
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', cancel);
  }
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number short enough to read out over the telephone: `7C21-08XK9`. The server keeps it in its log. */
function newRequestId(): string {
  const [...random] = crypto.getRandomValues(new Uint8Array(9));
  const text = random.map((byte) => LETTERS[byte % 32]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
