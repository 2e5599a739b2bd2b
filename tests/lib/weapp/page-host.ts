import { callIfThere, type Bundle, type Definition } from './bundle.js';
import { textOf, type DataNode, type Drawn, type Templates } from './templates.js';

/** WeChat refuses to send more to the screen at once. */
const MOST_DATA_BYTES = 1_048_576;

/** One open page: its data as the app has set it, and the way events come back to the app. */
export class PageHost {
  readonly data: Definition;
  private readonly instance: Definition;
  private readonly component: Definition;

  constructor(
    bundle: Bundle,
    private readonly templates: Templates,
    readonly path: string,
    readonly options: Record<string, string>,
  ) {
    const definition = bundle.definitionOf(path);
    this.component = (bundle.definitionOf('comp').methods ?? {}) as Definition;
    this.data = structuredCloneOf(definition.data ?? {}) as Definition;
    this.instance = { ...definition, data: this.data, route: path, __route__: path, options, setData: (change: Definition, done?: () => void) => this.setData(change, done) };
  }

  /** What `getCurrentPages` lists. */
  get handle(): Definition {
    return this.instance;
  }

  open(): void {
    callIfThere(this.instance, 'onLoad', this.options);
    callIfThere(this.instance, 'onShow');
    setImmediate(() => callIfThere(this.instance, 'onReady'));
  }

  show(): void {
    callIfThere(this.instance, 'onShow');
  }

  hide(): void {
    callIfThere(this.instance, 'onHide');
  }

  close(): void {
    callIfThere(this.instance, 'onUnload');
  }

  get drawn(): Drawn[] {
    const { cn = [] } = (this.data.root ?? {}) as { cn?: DataNode[] };
    return this.templates.draw(cn);
  }

  get text(): string {
    return this.drawn.map(textOf).join('\n');
  }

  /** Hands an event to every element from `target` up that listens, as the markup's `bind` does. */
  fire(target: Drawn, type: string, detail: Definition = {}, more: Definition = {}): void {
    for (let at: Drawn | null = target; at; at = BUBBLING.has(type) ? at.parent : null) {
      if (!at.binds(type)) continue;
      const event = { type, timeStamp: performance.now(), detail, touches: [], changedTouches: [], ...more, target: sourceOf(target), currentTarget: sourceOf(at) };
      callIfThere(at.isInComponent ? this.component : this.instance, 'eh', event);
    }
  }

  private setData(change: Definition, done?: () => void): void {
    const text = JSON.stringify(change);
    if (text.length > MOST_DATA_BYTES) throw new Error(`${this.path} sends ${text.length} characters to the screen at once`);
    for (const [path, value] of Object.entries(JSON.parse(text) as Definition)) put(this.data, path, value);
    if (done) setImmediate(done);
  }
}

const BUBBLING = new Set(['tap', 'longpress', 'touchstart', 'touchmove', 'touchend', 'touchcancel']);

const sourceOf = ({ node: { sid, uid } }: Drawn) => ({ id: uid ?? sid, dataset: { sid }, offsetLeft: 0, offsetTop: 0 });

const structuredCloneOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Writes to a path of setData: `root.cn.[0].v`. */
function put(data: Definition, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/u).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let at = data;
  for (const key of keys) at = (at[key] ??= {}) as Definition;
  at[last] = value;
}
