import type { EndpointName, Endpoints, PathParameters } from '@kepu/shared/contracts/endpoints';
import type { Problem } from '@kepu/shared/errors';

type Parameters<E extends EndpointName> = Record<PathParameters<E>, string>;

export interface Answer<T> {
  status: number;
  body: T;
  /** Codes of a refusal, `NO_FREE_SLOT`; empty when it went well. */
  codes: string[];
}

/** A person speaking to a server over HTTP. */
export class Api {
  constructor(
    readonly base: string,
    readonly token: string | null = null,
  ) {}

  /** Logs in as one of the demonstration's people. */
  static async as(base: string, key: string): Promise<Api> {
    const { body } = await new Api(base).call('POST /api/demo/login', {}, { key });
    return new Api(base, body.accessToken);
  }

  get headers(): Record<string, string> {
    return this.token ? { Authorization: `Bearer ${this.token}` } : {};
  }

  async call<E extends EndpointName>(endpoint: E, parameters: Parameters<E>, body?: Endpoints[E]['body'], query: Record<string, string> = {}): Promise<Answer<Endpoints[E]['reply']>> {
    const [method = '', path = ''] = endpoint.split(' ');
    const filled = path.replace(/:(\w+)/gu, (_all, name: string) => encodeURIComponent((parameters as Record<string, string>)[name] ?? ''));
    const words = new URLSearchParams(query).toString();
    const response = await fetch(this.base + filled + (words ? `?${words}` : ''), {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const content: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body: content as Endpoints[E]['reply'], codes: response.ok ? [] : (content as Problem).reasons.map((reason) => reason.code) };
  }
}
