import type { Problem } from '@kepu/shared/errors';

export interface Reply<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** A person with a session, speaking to the API as an app does. */
export class Client {
  constructor(
    private readonly base: string,
    private readonly token: string | null = null,
  ) {}

  get<T>(path: string): Promise<Reply<T>> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body?: object): Promise<Reply<T>> {
    return this.send<T>('POST', path, body);
  }

  put<T>(path: string, body?: object): Promise<Reply<T>> {
    return this.send<T>('PUT', path, body);
  }

  delete<T>(path: string): Promise<Reply<T>> {
    return this.send<T>('DELETE', path);
  }

  get headers(): Record<string, string> {
    return this.token ? { Authorization: `Bearer ${this.token}` } : {};
  }

  async send<T>(method: string, path: string, body?: object): Promise<Reply<T>> {
    const response = await fetch(this.base + path, {
      method,
      headers: { ...this.headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: (isJson(response) && text !== '' ? JSON.parse(text) : text) as T, headers: response.headers };
  }
}

function isJson(response: Response): boolean {
  return /json/u.test(response.headers.get('content-type') ?? '');
}

/** Codes of a refusal, for short expectations: `409 NO_FREE_SLOT`. */
export function refusal(reply: Reply<unknown>): string {
  return `${reply.status} ${((reply.body as Problem).reasons ?? []).map((reason) => reason.code).join(' ')}`;
}
