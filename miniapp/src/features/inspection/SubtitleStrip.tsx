import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { pictureAt, type SubtitleBand } from '@kepu/shared/inspection/evidence';
import { sayTimecode } from '@kepu/shared/time';
import { Box, Tap, Txt } from '../../platform/elements';
import { Icon } from '../../ui/Icon';
import { Frame } from './Frame';

interface SubtitleStripProps {
  strip: readonly SubtitleBand[];
  pictures: FilmPictureLinks | null;
  onJump?: (ms: number) => void;
}

/** The places of subtitles all through the film, side by side: the lower band of each picture and what was read in it. */
export function SubtitleStrip({ strip, pictures, onJump }: SubtitleStripProps) {
  if (strip.length === 0) return null;
  return (
    <Box className="in-strip" role="list" label="字幕抽样，可以横着滑">
      {strip.map((band) => <Box key={band.atMs} className="in-band" role="listitem"><OneBand band={band} pictures={pictures} onJump={onJump} /></Box>)}
    </Box>
  );
}

function OneBand({ band: { atMs, text }, pictures, onJump }: Omit<SubtitleStripProps, 'strip'> & { band: SubtitleBand }) {
  const content = (
    <>
      <Box className="in-band__w"><Frame className="in-band__p" picture={pictureAt(pictures, atMs)} /></Box>
      <Box className="in-exhibit__t k-num">{onJump && <Icon name="play" isSmall />}<Txt>{sayTimecode(atMs)}</Txt></Box>
      <Box className={`k-wrap ${text === null ? '' : 'in-exhibit__w'}`}>{text ?? '没有读到字幕'}</Box>
    </>
  );
  return onJump ? <Tap className="in-band__b" label={`跳到 ${sayTimecode(atMs)}：${text ?? '没有读到字幕'}`} onTap={() => onJump(atMs)}>{content}</Tap> : <Box className="in-band__b">{content}</Box>;
}
