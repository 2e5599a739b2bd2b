import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEAPP, type Method } from './bundle.js';

/** A node of the data the app sends to the screen: `nn` names its template, `cn` are its children. */
export interface DataNode {
  nn: string;
  sid: string;
  uid?: string;
  cn?: DataNode[];
  v?: string;
  [property: string]: unknown;
}

/** A node as the built markup draws it. */
export interface Drawn {
  tag: string;
  node: DataNode;
  parent: Drawn | null;
  children: Drawn[];
  /** Drawn inside the component that takes over where templates are nested deepest. */
  isInComponent: boolean;
  /** Events the markup hands to the app. */
  binds: (event: string) => boolean;
  attribute: (name: string) => unknown;
}

interface Place {
  template: string;
  depth: number;
  /** Kinds of the nodes around that may be nested in themselves, as the script in the markup counts them. */
  around: unknown;
  isInComponent: boolean;
}

const TEMPLATE = /<template name="(?<name>[^"]+)">(?<body>.*?)\n<\/template>/gsu;
const CONTAINER = 'tmpl_15_container';

/** The built `base.wxml`: which element each node becomes, and which of its events reach the app. */
export class Templates {
  private readonly bodies: ReadonlyMap<string, string>;

  constructor(private readonly script: Record<string, Method>) {
    const markup = readFileSync(join(WEAPP, 'base.wxml'), 'utf8');
    this.bodies = new Map([...markup.matchAll(TEMPLATE)].map(({ groups }) => [groups?.name ?? '', groups?.body ?? '']));
  }

  draw(roots: readonly DataNode[]): Drawn[] {
    return roots.map((node) => this.one(node, null, { template: this.nameOf(0, node, ''), depth: 1, around: this.ask('f', '', node.nn), isInComponent: false }));
  }

  private one(node: DataNode, parent: Drawn | null, place: Place): Drawn {
    if (place.template === CONTAINER && node.nn !== '9') return this.one(node, parent, { template: `tmpl_0_${node.nn}`, depth: 1, around: this.ask('f', '', node.nn), isInComponent: true });
    const body = this.bodyOf(place.template === CONTAINER ? 'tmpl_0_9' : place.template, node);
    const [, tag = '', attributes = ''] = /<(?<tag>[\w-]+)(?<attributes>[^>]*)>/u.exec(body) ?? [];
    const drawn: Drawn = {
      tag, node, parent, children: [], isInComponent: place.isInComponent,
      binds: (event) => new RegExp(`\\b(?:bind|catch)${event}="eh"`, 'u').test(attributes),
      attribute: (name) => node[new RegExp(` ${name}="\\{\\{(?:xs\\.b\\()?i\\.(?<key>\\w+)`, 'u').exec(attributes)?.groups?.key ?? ''],
    };
    const isDeepest = body.includes('xs.e(15)');
    drawn.children = (node.cn ?? []).map((child) =>
      this.one(child, drawn, isDeepest
        ? { ...place, template: CONTAINER }
        : { ...place, template: this.nameOf(place.depth, child, place.around), depth: place.depth + 1, around: this.ask('f', place.around, child.nn) }),
    );
    return drawn;
  }

  /** The template's markup; an input has one with the focus and one without. */
  private bodyOf(name: string, node: DataNode): string {
    const body = this.bodies.get(name);
    if (body === undefined) throw new Error(`base.wxml has no ${name}, so the screen would stay empty there`);
    return body.includes('xs.c(i,') ? this.bodyOf(String(this.ask('c', node, 'tmpl_0_')), node) : body;
  }

  private nameOf(depth: number, { nn }: DataNode, around: unknown): string {
    return String(this.ask('a', depth, nn, around));
  }

  private ask(name: string, ...args: unknown[]): unknown {
    return this.script[name]?.apply(undefined, args);
  }
}

const INLINE = ['text', 'block'];

/** What a person reads: one line for each block, fields with what stands in them. */
export function textOf(drawn: Drawn): string {
  if (drawn.tag === 'block') return drawn.node.v ?? '';
  if (drawn.tag === 'input' || drawn.tag === 'textarea') return [drawn.attribute('value'), drawn.attribute('placeholder')].find((text) => typeof text === 'string' && text !== '') as string | undefined ?? '';
  const parts = drawn.children.map((child) => (INLINE.includes(child.tag) ? textOf(child) : `\n${textOf(child)}\n`));
  return parts.join('').replace(/\n+/gu, '\n').replace(/^\n|\n$/gu, '');
}

export function* everyOne(drawn: readonly Drawn[]): Generator<Drawn> {
  for (const one of drawn) {
    yield one;
    yield* everyOne(one.children);
  }
}
