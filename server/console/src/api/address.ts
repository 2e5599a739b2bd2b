import type { EndpointName, Endpoints, PathParameters } from '@kepu/shared/contracts/endpoints';

type With<Name extends string, Value> = [Value] extends [void] ? unknown : { [K in Name]: Value };
type Maybe<Name extends string, Value> = [Value] extends [void] ? unknown : { [K in Name]?: Value };

/** What a call of an endpoint takes besides its name: path parameters, body, query, each only where it has one. */
export type CallInput<E extends EndpointName> = ([PathParameters<E>] extends [never] ? unknown : { params: Record<PathParameters<E>, string | number> }) &
  With<'body', Endpoints[E]['body']> &
  Maybe<'query', Endpoints[E]['query']>;

/** The parts a call may have, once its endpoint no longer matters. */
export interface LooseInput {
  params?: Record<string, string | number>;
  query?: object;
  body?: unknown;
}

/** Method and path of a call: `GET /api/works/:workId` + `{ workId: 'a/b' }` → `GET`, `/api/works/a%2Fb`. */
export function addressOf(endpoint: EndpointName, input: LooseInput): { method: string; path: string } {
  const [method = '', pattern = ''] = endpoint.split(' ');
  const path = pattern.replace(/:(\w+)/gu, (_whole, name: string) => {
    const value = input.params?.[name];
    if (value === undefined || value === '') throw new Error(`${endpoint}: no ${name}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return { method, path: query.size > 0 ? `${path}?${query}` : path };
}
