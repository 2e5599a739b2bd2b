import type { IncomingMessage } from 'node:http';
import type { Server } from '@tus/server';
import type { TusStore } from './tus-store.js';

interface Cancellation {
  signal: AbortSignal;
}

/**
 * The request as @tus/server wants it, a web Request, but with the Node stream itself as its body. Turning
 * a Node stream into a web stream and back halves the throughput of an upload (docs/decisions/0003).
 */
export function toTusRequest(request: IncomingMessage, path: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  // The library reads method, url, headers, body and runtime of it, and hands the body to writeToStore below.
  return { method: methodOf(request), url: `http://kepu${path}`, headers, body: request, runtime: { node: { req: request } } } as unknown as Request;
}

/** WeChat cannot send PATCH: a POST may say which method it stands for. */
function methodOf(request: IncomingMessage): string {
  const stated = String(request.headers['x-http-method-override'] ?? '').toUpperCase();
  return request.method === 'POST' && /^(?:PATCH|DELETE|HEAD)$/u.test(stated) ? stated : (request.method ?? 'GET');
}

/** Makes the handlers that take a body pass the Node stream straight to the store. */
export function writeFromNodeStream(server: Server, store: TusStore): void {
  const writeToStore = (body: unknown, upload: { id: string; offset: number }, limit: number, { signal }: Cancellation) =>
    store.append(body as IncomingMessage, upload.id, upload.offset, limit, signal);
  for (const handler of [server.handlers.PATCH, server.handlers.POST]) Object.assign(handler, { writeToStore });
}
