/** One request to our server, in the words both platforms understand. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path on our server: `/api/campaign`. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  timeoutMs?: number;
}

export interface HttpReply {
  status: number;
  text: string;
}

/** Sends requests; rejects with `NoAnswer` when no answer came, whatever the reason. */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpReply>;
}

/** The neutral default answers nothing: there is no network to speak of. */
export const http: HttpClient = { send: () => Promise.reject(new Error('no network on this platform')) };
