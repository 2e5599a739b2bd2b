/** What a player can be told. */
export interface FilmHandle {
  play(): void;
  pause(): void;
  seekTo(ms: number): void;
  goFullScreen(): void;
}

export interface FilmVideoProps {
  className?: string;
  /** Short-lived address of the film. */
  src: string;
  label: string;
  onReady: (handle: FilmHandle) => void;
  onTime: (ms: number) => void;
  onDuration: (ms: number) => void;
  onPlaying: (isPlaying: boolean) => void;
  onFailed: () => void;
}
