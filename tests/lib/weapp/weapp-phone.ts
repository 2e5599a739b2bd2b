import { randomUUID } from 'node:crypto';
import { eventually } from '../tus.js';
import { Bundle, callIfThere, type Definition } from './bundle.js';
import { PageStack } from './page-stack.js';
import { everyOne, textOf, type Drawn } from './templates.js';
import { fakeWx, type FakeWx } from './wx.js';
import { WxFiles } from './wx-files.js';
import { WxRequests } from './wx-request.js';

/** Where the built app believes its server to be; config/index.ts builds this address in. */
const BUILT_IN_API = (process.env.TARO_APP_API ?? 'http://localhost:3000').replace(/\/$/u, '');

type Timer = ReturnType<typeof setTimeout>;

/** A phone on which WeChat runs the built mini-program; its calls go to a real server. */
export class WeappPhone {
  readonly files = new WxFiles();
  /** What the app complained about, or WeChat about the app; a journey ends with none. */
  readonly faults: string[] = [];
  /** What the app has asked the server: `GET /api/campaign`. */
  readonly asked: string[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly timers = new Map<number, Timer>();
  private readonly pages: PageStack;
  private readonly app: Definition;
  private readonly fake: FakeWx;
  private readonly addressOf = (url: string) => (url.startsWith(BUILT_IN_API) ? this.server + url.slice(BUILT_IN_API.length) : url);
  private readonly requests = new WxRequests({
    addressOf: this.addressOf,
    isOnline: () => this.fake.networkType !== 'none',
    onRequest: (method, url) => {
      this.asked.push(`${method} ${new URL(url).pathname}`);
      for (const listener of this.listeners) listener();
    },
  });

  /** Starts the app as a tap on its icon does. `storage` is what it kept from an earlier start. */
  constructor(
    readonly server: string,
    /** The number this person's WeChat is bound to. */
    private readonly mobile: string,
    readonly storage = new Map<string, unknown>(),
  ) {
    this.fake = fakeWx({
      requests: this.requests,
      addressOf: this.addressOf,
      pages: () => this.pages,
      files: this.files,
      storage,
      loginCode: () => `user-${mobile}-${randomUUID()}`,
    });
    const bundle = new Bundle({ wx: this.fake.wx, getCurrentPages: () => this.pages.open.map(({ handle }) => handle), console: this.console, ...this.clockwork() });
    this.app = bundle.loadApp();
    this.pages = new PageStack(bundle);
    const launch = { path: this.pages.home, query: {}, scene: 1001, referrerInfo: {} };
    callIfThere(this.app, 'onLaunch', launch);
    callIfThere(this.app, 'onShow', launch);
    this.pages.reLaunch(this.pages.home);
  }

  /** What stands on the screen, a line for each block. */
  get screen(): string {
    return this.pages.top.text;
  }

  get path(): string {
    return this.pages.top.path;
  }

  /** Waits until all of these words are on the screen. */
  async sees(...words: string[]): Promise<void> {
    await eventually(() => Promise.resolve(this.screen), (screen) => words.every((word) => screen.includes(word)), 20);
  }

  /** Waits until these words are no longer on the screen. */
  async lacks(words: string): Promise<void> {
    await eventually(() => Promise.resolve(this.screen), (screen) => !screen.includes(words), 20);
  }

  /** Waits until something is drawn that its words do not tell, by its class: a tick in a box. */
  async draws(className: string): Promise<void> {
    await eventually(() => Promise.resolve(this.pages.top.drawn), (drawn) => [...everyOne(drawn)].some(({ node }) => String(node.cl).split(' ').includes(className)), 20);
  }

  /** Taps what is called so: the innermost thing that can be tapped and has these words as a line or element of its own; `nth` where several are. */
  tap(words: string, { nth = null }: { nth?: number | null } = {}): void {
    const target = this.one(words, nth, (one) => one.binds('tap') && (textOf(one).split('\n').includes(words) || [...everyOne([one])].some((part) => textOf(part) === words)));
    const opens = target.attribute('open-type');
    if (opens === 'getPhoneNumber') this.pages.top.fire(target, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code: `phone-${this.mobile}-${randomUUID()}` });
    else this.pages.top.fire(target, 'tap', { x: 1, y: 1 });
  }

  /** Types into the field that shows this text or placeholder. */
  type(shown: string, text: string): void {
    const field = this.one(shown, null, (one) => ['input', 'textarea'].includes(one.tag) && textOf(one) === shown);
    for (const [event, detail] of [['focus', {}], ['input', { value: text, cursor: text.length }], ['blur', { value: text }]] as const) this.pages.top.fire(field, event, detail);
  }

  /** Writes on the canvas with a finger, one line through these points. */
  write(points: readonly (readonly [number, number])[]): void {
    const canvas = this.one('canvas', null, ({ tag }) => tag === 'canvas');
    const { top } = this.pages;
    points.forEach(([x, y], index) => top.fire(canvas, index === 0 ? 'touchstart' : 'touchmove', {}, { touches: [{ identifier: 0, x, y }] }));
    top.fire(canvas, 'touchend');
  }

  /** Opens a page directly, as a link in a chat does. */
  open(url: string): void {
    this.pages.reLaunch(url);
  }

  back(): void {
    this.pages.navigateBack(1);
  }

  /** Resolves in the middle of things: as the app asks for something of this kind for the `times`th time from now. */
  asks(kind: string, times: number): Promise<void> {
    const from = this.asked.length;
    return new Promise((resolve) => {
      const listen = () => {
        if (this.asked.slice(from).filter((request) => request.startsWith(kind)).length < times) return;
        this.listeners.delete(listen);
        resolve();
      };
      this.listeners.add(listen);
    });
  }

  /** The person goes to another app, long enough for WeChat to cut what is under way. */
  leave(): void {
    this.fake.tell('appHide', {});
    this.pages.top.hide();
    callIfThere(this.app, 'onHide');
    this.requests.cut();
  }

  comeBack(): void {
    const launch = { path: this.path, query: {}, scene: 1001 };
    this.fake.tell('appShow', launch);
    callIfThere(this.app, 'onShow', launch);
    this.pages.top.show();
  }

  networkBecomes(networkType: 'wifi' | '4g' | 'none'): void {
    this.fake.networkType = networkType;
    if (networkType === 'none') this.requests.cut();
    this.fake.tell('network', { isConnected: networkType !== 'none', networkType });
  }

  /** WeChat ends the app: nothing of it runs on. */
  end(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.files.remove();
  }

  private one(words: string, nth: number | null, isMeant: (one: Drawn) => boolean): Drawn {
    const meant = [...everyOne(this.pages.top.drawn)].filter(isMeant);
    const inner = meant.filter((one) => !meant.some((other) => isInside(other, one)));
    const found = inner[(nth ?? 1) - 1];
    if (!found || (nth === null && inner.length > 1)) throw new Error(`“${words}” is ${inner.length} times on the screen of ${this.path}:\n${this.screen}`);
    return found;
  }

  private get console(): Definition {
    const fault = (...words: unknown[]) => void this.faults.push(words.map(String).join(' '));
    return { log: () => undefined, info: () => undefined, debug: () => undefined, warn: fault, error: fault };
  }

  /** Timers of the app, so that none outlives it. */
  private clockwork(): Definition {
    const kept = (timer: Timer) => {
      const id = Number(timer);
      this.timers.set(id, timer);
      return id;
    };
    const clear = (id?: number) => {
      clearTimeout(this.timers.get(id ?? 0));
      this.timers.delete(id ?? 0);
    };
    return {
      setTimeout: (work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => kept(setTimeout(() => work(...args), ms)),
      setInterval: (work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => kept(setInterval(() => work(...args), ms)),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }
}

function isInside(one: Drawn, outer: Drawn): boolean {
  for (let at = one.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}
