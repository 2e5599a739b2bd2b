import type { FilmHandle } from '../platform/film-video-props';
import { createStore, type Store } from '../state/store';

export interface FilmPlayback {
  ms: number;
  durationMs: number | null;
  isPlaying: boolean;
}

/** A player as the rest of a page sees it: where it is, and how to take it elsewhere. */
export interface FilmControl {
  playback: Store<FilmPlayback>;
  attach(handle: FilmHandle): void;
  seekTo(ms: number): void;
  /** The player is about to be replaced: the next one begins here. */
  reopenAt(ms: number): void;
  toggle(): void;
  goFullScreen(): void;
}

export function createFilmControl(durationMs: number | null): FilmControl {
  const playback = createStore<FilmPlayback>({ ms: 0, durationMs, isPlaying: false });
  let handle: FilmHandle | null = null;
  /** Asked for before the player was there. */
  let waiting: number | null = null;
  return {
    playback,
    attach: (next) => {
      handle = next;
      if (waiting !== null) next.seekTo(waiting);
      waiting = null;
    },
    seekTo: (ms) => {
      playback.set((state) => ({ ...state, ms }));
      if (handle) handle.seekTo(ms);
      else waiting = ms;
    },
    reopenAt: (ms) => {
      handle = null;
      waiting = ms;
    },
    toggle: () => {
      if (playback.get().isPlaying) handle?.pause();
      else handle?.play();
    },
    goFullScreen: () => handle?.goFullScreen(),
  };
}
