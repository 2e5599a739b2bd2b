import { describe, expect, it } from 'vitest';
import { filmState, type FilmState } from './film-state.js';

describe('where a film stands', () => {
  it.each<[string, Parameters<typeof filmState>, FilmState]>([
    ['there is none', [null, false], 'none'],
    ['one is on its way', [null, true], 'uploading'],
    ['it waits for its inspection', [{ inspection: 'queued' }, false], 'inspecting'],
    ['it is being inspected, while another is on its way', [{ inspection: 'running' }, true], 'inspecting'],
    ['it has been inspected', [{ inspection: 'done' }, false], 'inspected'],
    ['it could not be inspected', [{ inspection: 'failed' }, false], 'unavailable'],
  ])('%s', (_name, facts, state) => expect(filmState(...facts)).toBe(state));
});
