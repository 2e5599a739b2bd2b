import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction, createContext, runInContext } from 'node:vm';
import { ROOT } from '../server-process.js';

export const WEAPP = join(ROOT, 'miniapp/dist/weapp');

export type Method = (this: unknown, ...args: unknown[]) => unknown;

/** What a file gives to `App`, `Page` or `Component`. */
export type Definition = Record<string, unknown>;

/** Calls a method of a definition or instance if it is there, as WeChat does with its lifecycle. */
export function callIfThere(owner: Definition, name: string, ...args: unknown[]): unknown {
  const method = owner[name];
  return typeof method === 'function' ? (method as Method).apply(owner, args) : undefined;
}

/**
 * The compiled files, executed as WeChat executes them: bare JavaScript without a browser's or Node's
 * globals, without `Intl` (absent on part of the phones), and without code made from strings.
 */
export class Bundle {
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly context;
  /** Path of the file being run: what it registers is known under that name. */
  private running = '';
  private app: Definition = {};
  private readonly definitions = new Map<string, Definition>();

  constructor(globals: Record<string, unknown>) {
    const keep = (definition: Definition) => void this.definitions.set(this.running, definition);
    const App = (definition: Definition) => (this.app = definition);
    this.context = createContext({ ...globals, App, Page: keep, Component: keep, getApp: () => this.app }, { codeGeneration: { strings: false, wasm: false } });
    runInContext('delete globalThis.Intl; delete globalThis.SharedArrayBuffer; delete globalThis.WebAssembly;', this.context);
  }

  /** Runs app.js and gives what it handed to `App`. */
  loadApp(): Definition {
    this.require('app');
    return this.app;
  }

  /** Runs a page's or component's file and what it requires; gives what it registered. */
  definitionOf(path: string): Definition {
    this.require(path);
    const definition = this.definitions.get(path);
    if (!definition) throw new Error(`${path}.js registered nothing`);
    return definition;
  }

  /** A module of WXS, WeChat's script inside the markup. */
  script(name: string): Record<string, Method> {
    return this.run(name, readFileSync(join(WEAPP, name), 'utf8')) as Record<string, Method>;
  }

  private require(path: string): unknown {
    const known = this.modules.get(path);
    return known ? known.exports : this.run(path, readFileSync(join(WEAPP, `${path}.js`), 'utf8'));
  }

  private run(path: string, code: string): unknown {
    const module: { exports: unknown } = { exports: {} };
    this.modules.set(path, module);
    const wrapped = compileFunction(code, ['require', 'module', 'exports'], { parsingContext: this.context, filename: join(WEAPP, path) }) as Method;
    const before = this.running;
    this.running = path;
    wrapped((relative: string) => this.require(join(dirname(path), relative).replace(/\.js$/u, '')), module, module.exports);
    this.running = before;
    return module.exports;
  }
}
