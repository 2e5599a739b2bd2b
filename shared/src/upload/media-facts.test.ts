import { describe, expect, it } from 'vitest';
import { NOT_MEASURED } from './film-facts.js';
import { mediaFacts, type MediaElement } from './media-facts.js';

/** A browser's element that does what it is told, when it is told. */
class Element implements MediaElement {
  src = '';
  preload = '';
  muted = false;
  currentTime = 0;
  duration = NaN;
  videoWidth = 0;
  videoHeight = 0;
  hasLetGo = false;
  private readonly listeners: [string, () => void][] = [];
  addEventListener = (type: string, listener: () => void) => void this.listeners.push([type, listener]);
  removeAttribute = () => void (this.hasLetGo = true);
  load = () => this.fire('durationchange');
  fire = (type: string) => this.listeners.filter(([name]) => name === type).forEach(([, listener]) => listener());
  opens = (duration: number, width = 1920, height = 1080) => {
    Object.assign(this, { duration });
    this.fire('durationchange');
    Object.assign(this, { videoWidth: width, videoHeight: height });
    this.fire('loadedmetadata');
  };
}

describe('what a browser finds out about a film', () => {
  const ask = () => {
    const element = new Element();
    let endTime = () => undefined as void;
    const answer = mediaFacts(element, 'blob:film', (_ms, act) => void (endTime = act));
    return { element, answer, endTime: () => endTime() };
  };

  it('is its length and its size as shown', async () => {
    const { element, answer } = ask();
    element.opens(130.4);
    expect(await answer).toEqual({ durationMs: 130_400, width: 1920, height: 1080 });
    expect(element).toMatchObject({ src: 'blob:film', preload: 'metadata', muted: true, hasLetGo: true });
  });

  it('is a length it learns only from the end of the file', async () => {
    const { element, answer } = ask();
    element.opens(Infinity);
    expect(element.currentTime).toBeGreaterThan(3_600);
    element.duration = 252;
    element.fire('durationchange');
    expect(await answer).toEqual({ durationMs: 252_000, width: 1920, height: 1080 });
  });

  it('is nothing where it cannot open the film', async () => {
    const { element, answer } = ask();
    element.fire('error');
    expect(await answer).toEqual(NOT_MEASURED);
    expect(element.hasLetGo).toBe(true);
  });

  it('is what is known when the time is over', async () => {
    const { element, answer, endTime } = ask();
    element.opens(Infinity);
    endTime();
    expect(await answer).toEqual({ durationMs: null, width: 1920, height: 1080 });
  });
});
