import { useRef, useState } from 'react';
import { sentenceOf } from '@kepu/shared/errors';
import { Box, Tap, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import type { FilmControl } from '../../ui/film-control';
import { Note } from '../../ui/Note';
import { Player } from '../../ui/Player';
import { Failure } from '../session/Failure';
import type { FilmLink } from './use-film-link';
import './film.css';

interface FilmPlayerProps {
  link: FilmLink;
  title: string;
  control: FilmControl;
  pins: readonly number[];
}

/** After this many stumbles in a row the person is told, instead of asking for ever new addresses. */
const MOST_STUMBLES = 2;

/** The player of a stored film; an address that ran out is replaced and the film goes on where it was. */
export function FilmPlayer({ link, title, control, pins }: FilmPlayerProps) {
  const { url, pictures, failure, renew } = link;
  const [wantsOriginal, setWantsOriginal] = useState<boolean | null>(null);
  const stumbles = useRef(0);
  const reopen = () => {
    control.reopenAt(control.playback.get().ms);
    renew();
  };
  const recover = () => {
    stumbles.current += 1;
    reopen();
  };
  const again = () => {
    stumbles.current = 0;
    reopen();
  };
  if (failure !== null || stumbles.current > MOST_STUMBLES) {
    return (
      <Box className="k-body">
        <Failure of={failure} />
        {failure === null && <Note tone="look">{sentenceOf({ code: 'LINK_EXPIRED' })}也可能是这台设备放不了这种影片，可在电脑上看。</Note>}
        <Box className="k-mt-3"><Button kind="line" isSmall onTap={again}>重新打开影片</Button></Box>
      </Box>
    );
  }
  if (url === null) return <Box className="k-player"><Box className="k-player__pic" /><Box className="k-player__ctl" /></Box>;
  const light = pictures?.preview.url ?? null;
  // What is being played is not exchanged for a copy that is made in the meantime.
  if (wantsOriginal === null) setWantsOriginal(light === null);
  const src = wantsOriginal === true || light === null ? url : light;
  const swap = () => {
    control.reopenAt(control.playback.get().ms);
    setWantsOriginal(!wantsOriginal);
  };
  return (
    <>
      <Player key={src} src={src} label={`影片：${title}`} control={control} pins={pins} pictures={pictures} onFailed={recover} />
      <Box className="fl-q k-night">
        <Txt>{src === url ? SAID[pictures?.preview.state ?? 'waiting'] : '预览画质，省流量'}{pictures?.waveform?.length === 0 && '，没有声音轨道'}</Txt>
        {light !== null && <Tap className="fl-q__b" onTap={swap}>{src === url ? '看预览' : '看原片'}</Tap>}
      </Box>
    </>
  );
}

/** What is being played when it is the film itself, and why there is nothing lighter. */
const SAID = { ready: '原片', waiting: '原片（预览还没做好）', none: '原片（没有预览）' } as const;
