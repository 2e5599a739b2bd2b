import { eventually } from '../tus.js';
import { Bundle, callIfThere, type Definition } from './bundle.js';
import { PageStack } from './page-stack.js';
import { everyOne, textOf, type Drawn } from './templates.js';
import { fakeWx, type FakeWx } from './wx.js';
import { WxFiles } from './wx-files.js';

/** Where the built app believes its server to be; config/index.ts builds this address in. */
const BUILT_IN_API = (process.env.TARO_APP_API ?? 'http://localhost:3000').replace(/\/$/u, '');

/** A phone on which WeChat runs the built mini-program; its calls go to a real server. */
export class WeappPhone {
  readonly files = new WxFiles();
  /** What the app complained about, or WeChat about the app; a journey ends with none. */
  readonly faults: string[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly pages: PageStack;
  private readonly app: Definition;
  private readonly fake: FakeWx;
  private codes = 0;

  /** Starts the app as a tap on its icon does. `storage` is what it kept from an earlier start. */
  constructor(
    readonly server: string,
    /** The number this person's WeChat is bound to. */
    private readonly mobile: string,
    readonly storage = new Map<string, unknown>(),
  ) {
    this.fake = fakeWx({
      addressOf: (url) => (url.startsWith(BUILT_IN_API) ? server + url.slice(BUILT_IN_API.length) : url),
      pages: () => this.pages,
      files: this.files,
      storage,
      loginCode: () => `user-${mobile}-${this.nextCode()}`,
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

  /** Taps what is called so: the innermost thing that can be tapped and has these words as a line of its own. */
  tap(words: string): void {
    const target = this.only(words, (one) => one.binds('tap') && textOf(one).split('\n').includes(words));
    const opens = target.attribute('open-type');
    if (opens === 'getPhoneNumber') this.pages.top.fire(target, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code: `phone-${this.mobile}-${this.nextCode()}` });
    else this.pages.top.fire(target, 'tap', { x: 1, y: 1 });
  }

  /** Types into the field that shows this text or placeholder. */
  type(shown: string, text: string): void {
    const field = this.only(shown, (one) => ['input', 'textarea'].includes(one.tag) && textOf(one) === shown);
    for (const [event, detail] of [['focus', {}], ['input', { value: text, cursor: text.length }], ['blur', { value: text }]] as const) this.pages.top.fire(field, event, detail);
  }

  back(): void {
    this.pages.navigateBack(1);
  }

  /** The person goes to another app and comes back. */
  leave(): void {
    this.fake.tell('appHide', {});
    this.pages.top.hide();
    callIfThere(this.app, 'onHide');
  }

  comeBack(): void {
    callIfThere(this.app, 'onShow', { path: this.path, query: {}, scene: 1001 });
    this.pages.top.show();
    this.fake.tell('appShow', {});
  }

  networkBecomes(networkType: string): void {
    this.fake.networkType = networkType;
    this.fake.tell('network', { isConnected: networkType !== 'none', networkType });
  }

  /** WeChat ends the app: nothing of it runs on. */
  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private only(words: string, isMeant: (one: Drawn) => boolean): Drawn {
    const meant = [...everyOne(this.pages.top.drawn)].filter(isMeant);
    const inner = meant.filter((one) => !meant.some((other) => isInside(other, one)));
    const [first, ...others] = inner;
    if (!first || others.length > 0) throw new Error(`“${words}” is ${inner.length} times on the screen of ${this.path}:\n${this.screen}`);
    return first;
  }

  private nextCode(): number {
    return (this.codes += 1);
  }

  private get console(): Definition {
    const fault = (...words: unknown[]) => void this.faults.push(words.map(String).join(' '));
    return { log: () => undefined, info: () => undefined, debug: () => undefined, warn: fault, error: fault };
  }

  /** Timers of the app, so that none outlives it. */
  private clockwork(): Definition {
    const kept = (timer: NodeJS.Timeout) => {
      this.timers.add(timer);
      return Number(timer);
    };
    return {
      setTimeout: (work: () => void, ms?: number, ...args: never[]) => kept(setTimeout(work, ms, ...args)),
      setInterval: (work: () => void, ms?: number, ...args: never[]) => kept(setInterval(work, ms, ...args)),
      clearTimeout: (timer?: number) => clearTimeout(timer),
      clearInterval: (timer?: number) => clearInterval(timer),
    };
  }
}

function isInside(one: Drawn, outer: Drawn): boolean {
  for (let at = one.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}
