import { useRef } from 'react';
import { sentenceOf } from '@kepu/shared/errors';
import { Box } from '../../platform/elements';
import { Button } from '../../ui/Button';
import type { FilmControl } from '../../ui/film-control';
import { Note } from '../../ui/Note';
import { Player } from '../../ui/Player';
import { Failure } from '../session/Failure';
import { useFilmLink } from './use-film-link';

interface FilmPlayerProps {
  fileId: string;
  title: string;
  control: FilmControl;
  pins: readonly number[];
}

/** After this many stumbles in a row the person is told, instead of asking for ever new addresses. */
const MOST_STUMBLES = 2;

/** The player of a stored film; an address that ran out is replaced and the film goes on where it was. */
export function FilmPlayer({ fileId, title, control, pins }: FilmPlayerProps) {
  const { url, failure, renew } = useFilmLink(fileId);
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
  return <Player key={url} src={url} label={`影片：${title}`} control={control} pins={pins} onFailed={recover} />;
}
