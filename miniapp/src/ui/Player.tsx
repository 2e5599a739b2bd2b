import { sayTimecode } from '@kepu/shared/time';
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
  onFailed: () => void;
}

const STEP_MS = 5_000;

/** A film with its controls under the picture, never over it: subtitles are evidence. */
export function Player({ src, label, control, pins, onFailed }: PlayerProps) {
  const { ms, durationMs, isPlaying } = useStore(control.playback);
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
        <Slider className="k-player__track k-grow" label="播放位置" valueText={times} value={ms} max={length} step={STEP_MS} onChange={control.seekTo}>
          <Box className="k-player__v" style={{ width: place(ms).left }} />
          {pins.map((at) => <Box key={at} className="k-player__pin" style={place(at)} />)}
          <Box className="k-player__knob" style={place(ms)} />
        </Slider>
        <Txt className="k-player__t">{times}</Txt>
        <Tap className="k-player__b" label="全屏" onTap={control.goFullScreen}><Icon name="full" isSmall /></Tap>
      </Box>
    </Box>
  );
}
