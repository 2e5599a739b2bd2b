import type { FileLinkReply } from '../contracts/work.js';
import { describe, expect, it } from 'vitest';
import { keepAddresses } from './keep-addresses.js';

const reply = (name: string, judging: 'waiting' | 'ready'): FileLinkReply => ({
  url: name,
  expiresAt: 0,
  pictures: {
    poster: `${name}/poster`, stills: [{ atMs: 1_000, url: `${name}/still` }], sprite: null, waveform: null,
    preview: { state: 'ready', url: `${name}/preview` }, judging: { state: judging, url: judging === 'ready' ? `${name}/judging` : null },
  },
});

describe('asking again what has been drawn', () => {
  it('changes no address that is being played, and brings what is new', () => {
    const kept = keepAddresses(reply('old', 'waiting'), reply('new', 'ready'));
    expect(kept).toMatchObject({ url: 'old', pictures: { poster: 'old/poster', stills: [{ url: 'old/still' }], preview: { url: 'old/preview' }, judging: { state: 'ready', url: 'new/judging' } } });
  });

  it('takes everything where there was nothing', () => {
    expect(keepAddresses(undefined, reply('new', 'ready')).url).toBe('new');
    expect(keepAddresses({ url: 'old', expiresAt: 0, pictures: null }, reply('new', 'ready'))).toMatchObject({ url: 'old', pictures: { poster: 'new/poster' } });
  });
});
