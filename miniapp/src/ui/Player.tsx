import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { tileAt, tileStyle } from '@kepu/shared/inspection/evidence';
import { waveformPath } from '@kepu/shared/inspection/waveform';
import { sayTimecode } from '@kepu/shared/time';
import { useMemo, useState } from 'react';
import { addressOf } from '../platform/api-base';
import { Box, Tap, Txt } from '../platform/elements';
import { FilmVideo } from '../platform/film-video';
import { Slider } from '../platform/slider';
import { useStore } from '../state/store';
import type { FilmControl } from './film-control';
import { Icon } from './Icon';

interface PlayerProps {
  src: string;
  label: string;
  control: FilmControl;
  /** Seconds something is said about: marks on the track, in milliseconds. */
  pins: readonly number[];
  /** What was drawn of the film: its sound behind the track, and small pictures while a finger is on it. */
  pictures: FilmPictureLinks | null;
  onFailed: () => void;
}

const STEP_MS = 5_000;

/** A film with its controls under the picture, never over it: subtitles are evidence. */
export function Player({ src, label, control, pins, pictures, onFailed }: PlayerProps) {
  const { ms, durationMs, isPlaying } = useStore(control.playback);
  const [scrubbedMs, setScrubbed] = useState<number | null>(null);
  const length = durationMs ?? 0;
  const times = `${sayTimecode(ms)} / ${sayTimecode(length)}`;
  const place = (at: number) => ({ left: `${length > 0 ? Math.min(100, (at / length) * 100).toFixed(2) : 0}%` });
  return (
    <Box className="k-player k-night">
      <FilmVideo
        className="k-player__pic"
        src={src}
        label={label}
        onReady={control.attach}
        onTime={(at) => control.playback.set((state) => ({ ...state, ms: at }))}
        onDuration={(total) => control.playback.set((state) => ({ ...state, durationMs: total }))}
        onPlaying={(playing) => control.playback.set((state) => ({ ...state, isPlaying: playing }))}
        onFailed={onFailed}
      />
      <Box className="k-player__ctl">
        <Tap className="k-player__b" label={isPlaying ? '暂停' : '播放'} onTap={control.toggle}><Icon name={isPlaying ? 'pause' : 'play'} isSmall /></Tap>
        <Slider className="k-player__track k-grow" label="播放位置" valueText={times} value={ms} max={length} step={STEP_MS} onChange={control.seekTo} onScrub={setScrubbed}>
          <Sound peaks={pictures?.waveform ?? null} />
          <Box className="k-player__v" style={{ width: place(ms).left }} />
          {pins.map((at) => <Box key={at} className="k-player__pin" style={place(at)} />)}
          <Box className="k-player__knob" style={place(ms)} />
          {scrubbedMs !== null && <Peek atMs={scrubbedMs} pictures={pictures} left={place(scrubbedMs).left} />}
        </Slider>
        <Txt className="k-player__t">{times}</Txt>
        <Tap className="k-player__b" label="全屏" onTap={control.goFullScreen}><Icon name="full" isSmall /></Tap>
      </Box>
    </Box>
  );
}

const WAVE = { width: 200, height: 28, bars: 100 };

/** The sound as a backdrop of the track: flat where nothing is heard. As a background, because a mini-program has no SVG elements. */
function Sound({ peaks }: { peaks: readonly number[] | null }) {
  const picture = useMemo(() => {
    if (peaks === null || peaks.length === 0) return null;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WAVE.width} ${WAVE.height}" preserveAspectRatio="none"><path fill="#fff" d="${waveformPath(peaks, WAVE)}"/></svg>`;
    return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  }, [peaks]);
  return picture === null ? null : <Box className="k-player__wave" isOrnament style={{ backgroundImage: picture }} />;
}

/** The picture of the moment under the finger, above it. */
function Peek({ atMs, pictures, left }: { atMs: number; pictures: FilmPictureLinks | null; left: string }) {
  const picture = tileAt(pictures, atMs);
  return (
    <Box className="k-player__peek" isOrnament style={{ left: `max(${picture ? 40 : 0}px, ${left})` }}>
      {picture && <Box className="k-player__tile" style={{ backgroundImage: `url("${addressOf(picture.url)}")`, ...tileStyle(picture.tile) }} />}
      <Box className="k-num">{sayTimecode(atMs)}</Box>
    </Box>
  );
}
