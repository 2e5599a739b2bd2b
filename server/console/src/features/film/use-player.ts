import { useCallback, useRef, useState, type SyntheticEvent } from 'react';

export interface PlayerState {
  isPlaying: boolean;
  /** Where the film is, in milliseconds. */
  atMs: number;
  isMuted: boolean;
  rate: number;
}

export interface Player extends PlayerState {
  ref: (video: HTMLVideoElement | null) => void;
  on: Record<'onPlay' | 'onPause' | 'onTimeUpdate' | 'onSeeking' | 'onVolumeChange' | 'onRateChange' | 'onLoadedMetadata', (event: SyntheticEvent<HTMLVideoElement>) => void>;
  toggle: () => void;
  seek: (ms: number) => void;
  /** Keeps position, speed and whether it plays for the next address that is loaded. */
  hold: () => void;
  mute: () => void;
  setRate: (rate: number) => void;
  fullScreen: () => void;
}

const STOPPED: PlayerState = { isPlaying: false, atMs: 0, isMuted: false, rate: 1 };

/** A video element as state and verbs. A position asked for before the film is there is kept until it is. */
export function usePlayer(): Player {
  const video = useRef<HTMLVideoElement | null>(null);
  const wanted = useRef<number | null>(null);
  const held = useRef<PlayerState | null>(null);
  const [state, setState] = useState(STOPPED);
  const look = useCallback(({ currentTarget }: SyntheticEvent<HTMLVideoElement>) => {
    const { paused, currentTime, muted, playbackRate } = currentTarget;
    setState({ isPlaying: !paused, atMs: currentTime * 1000, isMuted: muted, rate: playbackRate });
  }, []);
  const arrive = (event: SyntheticEvent<HTMLVideoElement>) => {
    if (wanted.current !== null) event.currentTarget.currentTime = wanted.current / 1000;
    wanted.current = null;
    if (held.current) event.currentTarget.playbackRate = held.current.rate;
    if (held.current?.isPlaying) play(event.currentTarget);
    held.current = null;
    look(event);
  };
  return {
    ...state,
    ref: useCallback((element) => void (video.current = element), []),
    on: { onPlay: look, onPause: look, onTimeUpdate: look, onSeeking: look, onVolumeChange: look, onRateChange: look, onLoadedMetadata: arrive },
    toggle: () => void toggle(video.current),
    seek: (ms) => {
      const element = video.current;
      if (element && element.readyState > 0) element.currentTime = ms / 1000;
      else wanted.current = ms;
      setState((last) => ({ ...last, atMs: ms }));
    },
    hold: () => {
      wanted.current = state.atMs;
      held.current = state;
    },
    mute: () => {
      if (video.current) video.current.muted = !video.current.muted;
    },
    setRate: (rate) => void setRate(video.current, rate),
    fullScreen: () => void video.current?.requestFullscreen(),
  };
}

function setRate(element: HTMLVideoElement | null, rate: number): void {
  if (element) element.playbackRate = rate;
}

function toggle(element: HTMLVideoElement | null): void {
  if (element?.paused) play(element);
  else element?.pause();
}

function play(element: HTMLVideoElement): void {
  // A film that cannot be played says so by its error event; one that is stopped while it starts is no failure.
  element.play().catch((error: unknown) => {
    if (!(error instanceof DOMException)) throw error;
  });
}
