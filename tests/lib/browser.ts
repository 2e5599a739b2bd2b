import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { ROOT } from './server-process.js';

/** Path of Chromium; a journey in a browser needs it. */
export const BROWSER = process.env.KEPU_TEST_BROWSER ?? '';

/** No calls home: on a closed network they are refused by the dozen and stand in the way of ours. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'];
const SHOTS = join(ROOT, '.cache/screens');

export interface Screen {
  width: number;
  height: number;
  isPhone: boolean;
}

export const PHONE: Screen = { width: 390, height: 844, isPhone: true };
export const SMALL_PHONE: Screen = { width: 320, height: 568, isPhone: true };
export const DESK: Screen = { width: 1440, height: 900, isPhone: false };

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: BROWSER, args: FLAGS, env: { ...process.env, LANGUAGE: 'zh_CN' } });

/** A person before a screen: reads what is in sight, taps what it is called. */
export class Person {
  /** What went wrong in the pages themselves; a journey ends with none. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly album: string,
    private readonly isPhone: boolean,
  ) {
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  /** A browser of one's own: nothing shared with the next person's. `album` begins the names of the photographs. */
  static async at(browser: Browser, base: string, { width, height, isPhone }: Screen, album: string): Promise<Person> {
    const context = await browser.newContext({ baseURL: base, viewport: { width, height }, isMobile: isPhone, hasTouch: isPhone, deviceScaleFactor: isPhone ? 2 : 1, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    return new Person(await context.newPage(), album, isPhone);
  }

  /** Enters the phone app as one of the demonstration's people. */
  async enterAs(name: string): Promise<void> {
    await this.page.goto('/pages/login/index');
    await this.tap(new RegExp(`^演示账号 ${name}`, 'u'));
    await this.page.waitForURL(/\/pages\/(?:home|works|inbox)\//u);
  }

  /** Waits until words are in sight. */
  see(words: string | RegExp, seconds = 20): Promise<void> {
    return this.page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: seconds * 1_000 });
  }

  async tap(name: string | RegExp, role: 'button' | 'radio' | 'checkbox' | 'tab' | 'link' = 'button'): Promise<void> {
    const target = this.page.getByRole(role, { name }).first();
    await (this.isPhone ? target.tap() : target.click());
  }

  fill(label: string, text: string): Promise<void> {
    return this.page.getByLabel(label, { exact: true }).filter({ visible: true }).first().fill(text);
  }

  async choose(field: string, choice: string): Promise<void> {
    await this.tap(new RegExp(`^${field}：`, 'u'));
    await this.tap(choice, 'radio');
  }

  /** Taps what opens the file picker and takes a file from the disk. */
  async pick(name: string | RegExp, path: string): Promise<void> {
    const picking = this.page.waitForEvent('filechooser');
    await this.tap(name);
    await (await picking).setFiles(path);
  }

  /** Drags files or folders of the disk over the window and drops them on something, as from the file manager. */
  async drag(onto: Locator, paths: string[]): Promise<void> {
    await onto.scrollIntoViewIfNeeded();
    const box = await onto.boundingBox();
    if (!box) throw new Error('there is nothing to drop them on');
    const devtools = await this.page.context().newCDPSession(this.page);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: paths, dragOperationsMask: 1 } };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await devtools.send('Input.dispatchDragEvent', { type, ...at });
  }

  /** Draws three lines by hand on the canvas in sight. */
  async draw(): Promise<void> {
    const box = await this.page.locator('canvas:visible').boundingBox();
    if (!box) throw new Error('there is no canvas to draw on');
    const { mouse } = this.page;
    for (const [fromX, fromY, toX, toY] of [[0.2, 0.3, 0.4, 0.6], [0.3, 0.7, 0.6, 0.2], [0.6, 0.3, 0.8, 0.7]] as const) {
      await mouse.move(box.x + box.width * fromX, box.y + box.height * fromY);
      await mouse.down();
      await mouse.move(box.x + box.width * toX, box.y + box.height * toY, { steps: 12 });
      await mouse.up();
    }
  }

  /** Bytes a second the line takes upwards; Infinity: as fast as it can. */
  async limitLine(bytesPerSecond: number): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: Number.isFinite(bytesPerSecond) ? bytesPerSecond : -1 });
  }

  /** Keeps what is in sight, to be looked at. */
  async photograph(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SHOTS, `${this.album}-${name}.png`) });
  }
}
