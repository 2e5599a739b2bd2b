import { useEffect, useRef } from 'react';
import type { FilmVideoProps } from './film-video-props';

/** The picture alone: controls are ours and stand below it, so that nothing ever covers a subtitle. */
export function FilmVideo({ className, src, label, onReady, onTime, onDuration, onPlaying, onFailed }: FilmVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    ready.current({
      // Refused while the address is still being loaded or without a gesture: the person taps again.
      play: () => void element.play().catch(() => onPlaying(false)),
      pause: () => element.pause(),
      seekTo: (ms) => {
        element.currentTime = ms / 1000;
      },
      goFullScreen: () => void goFullScreen(element),
    });
  }, [onPlaying]);
  return (
    <video
      ref={video}
      className={className}
      src={src}
      aria-label={label}
      playsInline
      preload="metadata"
      onTimeUpdate={(event) => onTime(event.currentTarget.currentTime * 1000)}
      onSeeked={(event) => onTime(event.currentTarget.currentTime * 1000)}
      onDurationChange={(event) => {
        if (Number.isFinite(event.currentTarget.duration)) onDuration(event.currentTarget.duration * 1000);
      }}
      onPlay={() => onPlaying(true)}
      onPause={() => onPlaying(false)}
      onError={onFailed}
    />
  );
}

/** iPhones know full screen for films only, under a name of their own. */
async function goFullScreen(element: HTMLVideoElement & { webkitEnterFullscreen?: () => void }): Promise<void> {
  if (typeof element.requestFullscreen === 'function') await element.requestFullscreen();
  else element.webkitEnterFullscreen?.();
}
