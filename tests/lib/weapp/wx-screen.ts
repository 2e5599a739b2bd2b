import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../server-process.js';
import type { Definition } from './bundle.js';
import { everyOne, type Drawn } from './templates.js';
import type { PageStack } from './page-stack.js';

/** Nothing is laid out here: whatever the app asks the size of is this large. */
const BOX = { left: 16, top: 100, width: 343, height: 160, right: 359, bottom: 260 };

/** What a canvas would give as its picture; nothing is painted here, so it is always the same signature. */
const picture = () => `data:image/png;base64,${readFileSync(join(ROOT, 'server/assets/demo/signature.png')).toString('base64')}`;

/** The calls about elements of the page: films that play, sizes, canvases. */
export function screenCalls(pages: () => PageStack): Definition {
  const find = (id: string): Drawn | null => [...everyOne(pages().top.drawn)].find(({ node }) => (node.uid ?? node.sid) === id) ?? null;
  return {
    createVideoContext: (id: string) => {
      const tell = (type: string, detail: Definition = {}) =>
        setImmediate(() => {
          const video = find(id);
          if (video) pages().top.fire(video, type, detail);
        });
      return { play: () => tell('play'), pause: () => tell('pause'), stop: () => tell('ended'), seek: (currentTime: number) => tell('timeupdate', { currentTime, duration: 132 }), requestFullScreen: () => undefined };
    },
    createSelectorQuery: () => selectorQuery(find),
  };
}

type Hear = (found: unknown) => void;

function selectorQuery(find: (id: string) => Drawn | null): Definition {
  const answers: { found: () => unknown; hear: Hear | undefined }[] = [];
  let id = '';
  const ask = (look: (drawn: Drawn) => unknown) => (hear?: Hear) => {
    const at = id;
    answers.push({ hear, found: () => { const drawn = find(at); return drawn && look(drawn); } });
    return query;
  };
  const query: Definition = {
    in: () => query,
    select: (selector: string) => {
      id = selector.replace(/^#/u, '');
      return { fields: (_wanted: object, hear?: Hear) => ask(({ tag }) => ({ ...BOX, node: tag === 'canvas' ? canvas() : undefined }))(hear), boundingClientRect: ask(() => BOX), node: ask(() => ({ node: canvas() })) };
    },
    exec: (done?: (all: unknown[]) => void) =>
      void setImmediate(() => {
        const all = answers.map(({ found, hear }) => { const result = found(); hear?.(result); return result; });
        done?.(all);
      }),
  };
  return query;
}

function canvas(): Definition {
  const nothing = () => undefined;
  const context = Object.fromEntries(['scale', 'clearRect', 'save', 'restore', 'translate', 'rotate', 'beginPath', 'moveTo', 'lineTo', 'quadraticCurveTo', 'bezierCurveTo', 'arc', 'closePath', 'stroke', 'fill', 'fillRect', 'setTransform'].map((name) => [name, nothing]));
  return { width: 0, height: 0, getContext: (kind: string) => (kind === '2d' ? context : null), toDataURL: picture };
}
