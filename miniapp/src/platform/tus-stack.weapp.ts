import { request, type RequestTask } from '@tarojs/taro';
import { sayFailure } from './wechat-failure.weapp';
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

/** Below WeChat's own limit of a minute, so that it is always we who give up. */
const TIMEOUT_MS = 50_000;

class WechatRequest implements HttpRequest {
  private readonly headers = new Map<string, string>();
  private task: RequestTask<unknown> | null = null;

  constructor(
    private readonly method: string,
    private readonly url: string,
  ) {}

  getMethod(): string {
    return this.method;
  }

  getURL(): string {
    return this.url;
  }

  /** One case for every name: a second `content-type` beside tus's own is refused by servers. */
  setHeader(header: string, value: string): void {
    this.headers.set(header.toLowerCase(), value);
  }

  getHeader(header: string): string | undefined {
    return this.headers.get(header.toLowerCase());
  }

  setProgressHandler(): void {
    // wx.request reports no progress of what it sends; a part of 1 MiB is the step.
  }

  async send(body?: unknown): Promise<HttpResponse> {
    const task = request<unknown, unknown>({
      url: this.url,
      method: this.method as 'POST',
      header: Object.fromEntries(this.headers),
      data: body ?? undefined,
      dataType: 'text',
      responseType: 'text',
      timeout: TIMEOUT_MS,
    });
    this.task = task;
    const reply = await task.catch((failure: unknown) => {
      throw new Error(sayFailure(failure));
    });
    return toResponse(reply.statusCode, reply.header, reply.data);
  }

  abort(): Promise<void> {
    this.task?.abort();
    return Promise.resolve();
  }

  getUnderlyingObject(): unknown {
    return this.task;
  }
}

function toResponse(status: number, header: Record<string, unknown>, data: unknown): HttpResponse {
  const headers = new Map(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return {
    getStatus: () => status,
    getHeader: (name) => headers.get(name.toLowerCase()),
    getBody: () => (typeof data === 'string' ? data : ''),
    getUnderlyingObject: () => null,
  };
}

export const wechatStack: HttpStack = {
  createRequest: (method, url) => new WechatRequest(method, url),
  getName: () => 'wechat',
};
