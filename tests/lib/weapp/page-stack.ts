import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callIfThere, WEAPP, type Bundle, type Definition } from './bundle.js';
import { PageHost } from './page-host.js';
import { Templates } from './templates.js';

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { custom: boolean; list: { pagePath: string }[] };
}

const MOST_PAGES = 10;

/** The pages that are open, by WeChat's rules: tabs stay, others lie on top of them, ten at most. */
export class PageStack {
  private readonly json = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as AppJson;
  private readonly templates: Templates;
  private readonly tabs = new Map<string, PageHost>();
  private stack: PageHost[] = [];

  constructor(private readonly bundle: Bundle) {
    this.templates = new Templates(bundle.script('utils.wxs'));
  }

  get home(): string {
    return this.json.pages[0] ?? '';
  }

  get open(): readonly PageHost[] {
    return this.stack;
  }

  get top(): PageHost {
    const top = this.stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  }

  navigateTo(url: string): void {
    const page = this.untabbed(url, 'navigateTo');
    if (this.stack.length >= MOST_PAGES) throw new Error('navigateTo:fail webview count limit exceed');
    this.stack.at(-1)?.hide();
    this.stack.push(page);
    page.open();
  }

  redirectTo(url: string): void {
    const page = this.untabbed(url, 'redirectTo');
    const left = this.stack.pop();
    if (left && !this.isTab(left.path)) left.close();
    this.stack.push(page);
    page.open();
  }

  switchTab(url: string): void {
    const { path, query } = split(url);
    if (!this.isTab(path)) throw new Error(`switchTab:fail can not switch to no-tabBar page ${path}`);
    if (query !== '') throw new Error('switchTab:fail url with query');
    const before = this.stack;
    const known = this.tabs.get(path);
    const page = known ?? this.newPage(path, {});
    if (before.length === 1 && before[0] === page) return;
    before.at(-1)?.hide();
    for (const left of before) if (!this.isTab(left.path)) left.close();
    this.stack = [page];
    this.tabs.set(path, page);
    if (known) known.show();
    else this.openTab(page);
  }

  reLaunch(url: string): void {
    const { path, query } = split(url);
    for (const page of new Set([...this.stack, ...this.tabs.values()])) page.close();
    this.tabs.clear();
    const page = this.newPage(path, parametersOf(query));
    this.stack = [page];
    if (!this.isTab(path)) return page.open();
    this.tabs.set(path, page);
    this.openTab(page);
  }

  navigateBack(delta: number): void {
    if (this.stack.length === 1) throw new Error('navigateBack:fail cannot navigate back at first page.');
    for (const left of this.stack.splice(Math.max(1, this.stack.length - delta))) left.close();
    this.top.show();
  }

  /** A tab page brings an instance of the custom tab bar. */
  private openTab(page: PageHost): void {
    page.open();
    if (!this.json.tabBar.custom) return;
    const definition = this.bundle.definitionOf('custom-tab-bar/index');
    const bar: Definition = { ...definition, ...(definition.methods as Definition | undefined), data: {}, properties: {}, is: 'custom-tab-bar/index', setData: (_change: Definition, done?: () => void) => done?.() };
    for (const moment of ['created', 'attached', 'ready']) callIfThere({ ...bar, ...(definition.lifetimes as Definition | undefined) }, moment);
  }

  private untabbed(url: string, call: string): PageHost {
    const { path, query } = split(url);
    if (this.isTab(path)) throw new Error(`${call}:fail can not ${call} a tabbar page`);
    return this.newPage(path, parametersOf(query));
  }

  private newPage(path: string, options: Record<string, string>): PageHost {
    const known = [...this.json.pages, ...this.json.subPackages.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))];
    if (!known.includes(path)) throw new Error(`page "${path}" is not found`);
    return new PageHost(this.bundle, this.templates, path, options);
  }

  private isTab(path: string): boolean {
    return this.json.tabBar.list.some(({ pagePath }) => pagePath === path);
  }
}

function split(url: string): { path: string; query: string } {
  const [path = '', query = ''] = url.split('?');
  return { path: path.replace(/^\//u, ''), query };
}

/** WeChat hands parameters over as they stand in the address: decoding is the page's business. */
function parametersOf(query: string): Record<string, string> {
  return Object.fromEntries(query.split('&').filter((pair) => pair !== '').map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]));
}
