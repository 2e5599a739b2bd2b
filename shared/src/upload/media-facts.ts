import type { Measures } from './film-facts.js';

/** What is needed of a browser's `<video>` element to ask it about a film. */
export interface MediaElement {
  src: string;
  preload: string;
  muted: boolean;
  currentTime: number;
  readonly duration: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
  addEventListener(type: 'loadedmetadata' | 'durationchange' | 'error', listener: () => void): void;
  removeAttribute(name: 'src'): void;
  load(): void;
}

/** A file in fragments is read to its end for its length; beyond this, people would rather upload than wait. */
const LONGEST_MS = 5_000;
/** Behind the end of any film: asked to go there, a browser finds out how long it is. */
const FAR_SECONDS = 1e7;

/** What a browser finds out about a film by itself, in a few seconds or not at all. Never fails: a film it cannot open is not known. */
export function mediaFacts(element: MediaElement, url: string, after: (ms: number, act: () => void) => void): Promise<Measures> {
  return new Promise((resolve) => {
    let isOver = false;
    let isLoaded = false;
    const settle = () => {
      if (isOver) return;
      isOver = true;
      resolve(measuresOf(element));
      // Lets go of the file: without this some browsers go on reading it.
      element.removeAttribute('src');
      element.load();
    };
    const look = () => {
      if (!isLoaded) return;
      if (Number.isFinite(element.duration)) settle();
      else if (element.currentTime === 0) element.currentTime = FAR_SECONDS;
    };
    element.addEventListener('loadedmetadata', () => {
      isLoaded = true;
      look();
    });
    element.addEventListener('durationchange', look);
    element.addEventListener('error', settle);
    after(LONGEST_MS, settle);
    element.preload = 'metadata';
    element.muted = true;
    element.src = url;
  });
}

function measuresOf({ duration, videoWidth, videoHeight }: MediaElement): Measures {
  return { durationMs: Number.isFinite(duration) && duration > 0 ? Math.round(duration * 1000) : null, width: videoWidth || null, height: videoHeight || null };
}
