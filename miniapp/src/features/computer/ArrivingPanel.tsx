import { useRef } from 'react';
import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { Box, Txt } from '../../platform/elements';
import { Note } from '../../ui/Note';
import { Progress } from '../../ui/Progress';
import { FilmTile } from '../upload/FilmTile';
import { percentOf } from '../upload/film-upload';
import { Pace, sayRemaining } from '../upload/pace';
import '../upload/upload.css';

/** A film that a computer is sending right now, as its owner's phone sees it. */
export function ArrivingPanel({ upload }: { upload: OpenUploadView }) {
  const { name, bytes, offset, device, lastByteAt } = upload;
  const bytesPerSecond = usePace(offset, lastByteAt);
  const speed = bytesPerSecond !== null && bytesPerSecond > 0 ? bytesPerSecond : null;
  const percent = percentOf(offset, bytes);
  const facts: [string, string][] = [
    [sayBytes(offset), '已存到服务器'],
    [speed === null ? '—' : `${sayBytes(speed)}/秒`, '速度'],
    [speed === null ? '—' : sayRemaining((bytes - offset) / speed), '还需'],
  ];
  return (
    <>
      <Box className="k-mb-3"><Note tone="brand" icon="pc">电脑正在上传（{device}）。手机可以离开，传完自动检测。</Note></Box>
      <Box className="k-card">
        <Box className="k-row">
          <FilmTile />
          <Box className="k-grow">
            <Box className="k-strong k-ellip">{name}</Box>
            <Box className="k-cap k-num">{sayBytes(bytes)}</Box>
          </Box>
        </Box>
        <Box className="up-head">
          <Box className="k-row k-row--base">
            <Txt className="up-n k-num">{percent.slice(0, -1)}</Txt>
            <Txt className="up-n__unit">%</Txt>
          </Box>
        </Box>
        <Progress value={offset / bytes} label={`电脑已上传 ${percent}`} />
        <Box className="up-f k-num">
          {facts.map(([value, words]) => (
            <Box key={words} className="up-f__one">
              <Box className="up-f__v">{value}</Box>
              <Box className="k-cap">{words}</Box>
            </Box>
          ))}
        </Box>
      </Box>
    </>
  );
}

/** Wide enough for three looks at the server, which come every three seconds. */
const PACE_WINDOW_MS = 12_000;

/** How fast the other side sends, from what the server had at each look. */
function usePace(offset: number, at: number): number | null {
  const pace = useRef(new Pace(PACE_WINDOW_MS));
  const seen = useRef(-1);
  if (seen.current !== offset) {
    seen.current = offset;
    pace.current.note(at, offset);
  }
  return pace.current.bytesPerSecond;
}
