import { Video } from '@tarojs/components';
import { createVideoContext } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { addressOf } from './api-base';
import type { FilmVideoProps } from './film-video-props';

let counter = 0;

export function FilmVideo({ className, src, onReady, onTime, onDuration, onPlaying, onFailed }: FilmVideoProps) {
  const [id] = useState(() => `film-${(counter += 1)}`);
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    const context = createVideoContext(id);
    ready.current({
      play: () => context.play(),
      pause: () => context.pause(),
      seekTo: (ms) => context.seek(ms / 1000),
      goFullScreen: () => void context.requestFullScreen({ direction: 90 }),
    });
  }, [id]);
  return (
    <Video
      id={id}
      className={className}
      src={addressOf(src)}
      controls={false}
      showCenterPlayBtn={false}
      enableProgressGesture={false}
      objectFit="contain"
      onTimeUpdate={({ detail }) => {
        onTime(detail.currentTime * 1000);
        if (detail.duration > 0) onDuration(detail.duration * 1000);
      }}
      onLoadedMetaData={({ detail }) => onDuration(detail.duration * 1000)}
      onPlay={() => onPlaying(true)}
      onPause={() => onPlaying(false)}
      onEnded={() => onPlaying(false)}
      onError={onFailed}
    />
  );
}
