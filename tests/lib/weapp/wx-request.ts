import { types } from 'node:util';

interface Callbacks<Result> {
  success?: (result: Result & { errMsg: string }) => void;
  fail?: (failure: { errMsg: string; errno?: number }) => void;
  complete?: (outcome: unknown) => void;
}

export type WxOptions<Asked, Result> = Asked & Callbacks<Result>;

/** Answers a call as `wx` does everywhere: later, by callbacks, with the call's name in `errMsg`; promises only newer phones give. */
export function answer<Result extends object>(name: string, options: Callbacks<Result>, work: () => Result | Promise<Result>): void {
  void new Promise<void>((resolve) => setImmediate(resolve)).then(work).then(
    (result) => {
      const outcome = { ...result, errMsg: `${name}:ok` };
      options.success?.(outcome);
      options.complete?.(outcome);
    },
    (error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      const failure = { errMsg: words.startsWith(name) ? words : `${name}:fail ${words}` };
      options.fail?.(failure);
      options.complete?.(failure);
    },
  );
}

interface Asked {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
  dataType?: string;
  responseType?: string;
  timeout?: number;
}

interface Reply {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
}

/** All that `wx.request` can send; PATCH is not among them. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

export interface RequestPorts {
  /** Where an address of the app leads here. */
  addressOf: (url: string) => string;
  isOnline: () => boolean;
  onRequest: (method: string, url: string) => void;
}

/** `wx.request` over real HTTP, with the methods, bodies and answers of WeChat's documentation. */
export class WxRequests {
  private readonly underWay = new Set<AbortController>();

  constructor(private readonly ports: RequestPorts) {}

  readonly request = (options: WxOptions<Asked, Reply>) => {
    const stop = new AbortController();
    const { method = 'GET', url } = options;
    this.underWay.add(stop);
    answer('request', options, () => {
      if (!this.ports.isOnline()) throw new Error('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED');
      this.ports.onRequest(method, url);
      return exchange(options, this.ports.addressOf(url), stop.signal).finally(() => this.underWay.delete(stop));
    });
    return { abort: () => stop.abort(new Error('abort')), onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
  };

  /** The network is gone, or WeChat has had the app in the background for five seconds: what is under way is cut. */
  cut(): void {
    for (const stop of this.underWay) stop.abort(new Error('interrupted'));
  }
}

async function exchange({ method = 'GET', header = {}, data, dataType = 'json', responseType = 'text', timeout = 60_000 }: Asked, url: string, stop: AbortSignal): Promise<Reply> {
  if (!METHODS.includes(method)) throw new Error(`method "${method}" is invalid`);
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeout)]);
  const response = await fetch(url, { method, headers: sentHeaders(header), body: bodyOf(data), signal });
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  return { statusCode: response.status, header: headersOf(response), data: responseType === 'arraybuffer' ? bytes : dataType === 'json' ? parsedIfPossible(text) : text };
}

/** JSON unless the app says otherwise; a name given twice in two spellings would reach the server as a list. */
function sentHeaders(header: Record<string, string>): Headers {
  const names = Object.keys(header).map((name) => name.toLowerCase());
  if (new Set(names).size < names.length) throw new Error(`a header is given twice: ${names.join(', ')}`);
  return new Headers(names.includes('content-type') ? header : { ...header, 'content-type': 'application/json' });
}

/** WeChat sends strings and ArrayBuffers as they are; a view of a buffer it would turn into JSON. */
function bodyOf(data: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string') return data;
  if (types.isArrayBuffer(data)) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) throw new Error('a view of an ArrayBuffer is no body');
  return JSON.stringify(data);
}

/** As iPhones write the names of headers, whatever the server wrote. */
function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries([...response.headers].map(([name, value]) => [name.replace(/\b[a-z]/gu, (letter) => letter.toUpperCase()), value]));
}

function parsedIfPossible(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // what is no JSON stays text, as in WeChat
  }
}
