import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { exhibitsOf, pictureAt, sayExhibit, type Exhibit } from '@kepu/shared/inspection/evidence';
import type { Finding } from '@kepu/shared/inspection/finding';
import { sayTimecode } from '@kepu/shared/time';
import { useState } from 'react';
import { Box, Tap, Txt } from '../../platform/elements';
import { Icon } from '../../ui/Icon';
import { Frame } from './Frame';
import { SubtitleStrip } from './SubtitleStrip';

interface ExhibitsProps {
  finding: Finding;
  pictures: FilmPictureLinks | null;
  onJump?: (ms: number) => void;
}

const SHOWN_FIRST = 4;

/** What a finding points at: pictures with their time, what was read there; a tap takes the player to the second. */
export function Exhibits({ finding, pictures, onJump }: ExhibitsProps) {
  const [isOpen, setOpen] = useState(false);
  const { exhibits, strip, missing } = exhibitsOf(finding);
  if (exhibits.length + strip.length + missing.length === 0) return null;
  const shown = isOpen ? exhibits : exhibits.slice(0, SHOWN_FIRST);
  return (
    <>
      {missing.map((note) => <Box key={note} className="k-sub k-mt-1 in-missing"><Icon name="minus" isSmall />{note}</Box>)}
      {exhibits.length > 0 && (
        <Box className="in-exhibits">
          {shown.map((exhibit) => <OneExhibit key={`${exhibit.atMs}-${exhibit.toMs ?? ''}`} exhibit={exhibit} pictures={pictures} onJump={onJump} />)}
        </Box>
      )}
      {exhibits.length > shown.length && <Box><Tap className="k-link k-sub" onTap={() => setOpen(true)}>还有 {exhibits.length - shown.length} 处</Tap></Box>}
      <SubtitleStrip strip={strip} pictures={pictures} onJump={onJump} />
    </>
  );
}

function OneExhibit({ exhibit: { atMs, toMs, said }, pictures, onJump }: Omit<ExhibitsProps, 'finding'> & { exhibit: Exhibit }) {
  const time = toMs === null ? sayTimecode(atMs) : `${sayTimecode(atMs)}–${sayTimecode(toMs)}`;
  const lines = said.map(sayExhibit);
  const words = lines.join('，');
  const content = (
    <>
      <Frame className="in-exhibit__p" picture={pictureAt(pictures, atMs)} />
      <Box className="in-exhibit__t k-num">{onJump && <Icon name="play" isSmall />}<Txt>{time}</Txt></Box>
      {lines.map((line) => <Box key={line} className="in-exhibit__w k-wrap">{line}</Box>)}
    </>
  );
  return onJump ? <Tap className="in-exhibit" label={`跳到 ${time}${words === '' ? '' : `：${words}`}`} onTap={() => onJump(atMs)}>{content}</Tap> : <Box className="in-exhibit">{content}</Box>;
}
