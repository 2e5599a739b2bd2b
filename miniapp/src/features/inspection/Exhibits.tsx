import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { exhibitsOf, pictureAt, sayExhibit, tileStyle, type Exhibit } from '@kepu/shared/inspection/evidence';
import type { Finding } from '@kepu/shared/inspection/finding';
import { sayTimecode } from '@kepu/shared/time';
import { useState } from 'react';
import { addressOf } from '../../platform/api-base';
import { Box, Picture, Tap, Txt } from '../../platform/elements';
import { Icon } from '../../ui/Icon';

interface ExhibitsProps {
  finding: Finding;
  pictures: FilmPictureLinks | null;
  onJump?: (ms: number) => void;
}

const SHOWN_FIRST = 4;

/** What a finding points at: pictures with their time, what was read there; a tap takes the player to the second. */
export function Exhibits({ finding, pictures, onJump }: ExhibitsProps) {
  const [isOpen, setOpen] = useState(false);
  const { exhibits, missing } = exhibitsOf(finding);
  if (exhibits.length + missing.length === 0) return null;
  const shown = isOpen ? exhibits : exhibits.slice(0, SHOWN_FIRST);
  return (
    <>
      {missing.map((note) => <Box key={note} className="k-sub k-mt-1 in-missing"><Icon name="minus" isSmall />{note}</Box>)}
      <Box className="in-exhibits">
        {shown.map((exhibit) => <OneExhibit key={`${exhibit.atMs}-${exhibit.toMs ?? ''}`} exhibit={exhibit} pictures={pictures} onJump={onJump} />)}
      </Box>
      {exhibits.length > shown.length && <Box><Tap className="k-link k-sub" onTap={() => setOpen(true)}>还有 {exhibits.length - shown.length} 处</Tap></Box>}
    </>
  );
}

function OneExhibit({ exhibit: { atMs, toMs, said }, pictures, onJump }: Omit<ExhibitsProps, 'finding'> & { exhibit: Exhibit }) {
  const time = toMs === null ? sayTimecode(atMs) : `${sayTimecode(atMs)}–${sayTimecode(toMs)}`;
  const lines = said.map(sayExhibit);
  const words = lines.join('，');
  const content = (
    <>
      <Frame pictures={pictures} atMs={atMs} />
      <Box className="in-exhibit__t k-num">{onJump && <Icon name="play" isSmall />}<Txt>{time}</Txt></Box>
      {lines.map((line) => <Box key={line} className="in-exhibit__w k-wrap">{line}</Box>)}
    </>
  );
  return onJump ? <Tap className="in-exhibit" label={`跳到 ${time}${words === '' ? '' : `：${words}`}`} onTap={() => onJump(atMs)}>{content}</Tap> : <Box className="in-exhibit">{content}</Box>;
}

function Frame({ pictures, atMs }: { pictures: FilmPictureLinks | null; atMs: number }) {
  const picture = pictureAt(pictures, atMs);
  if (picture === null) return null;
  if (picture.tile === null) return <Picture className="in-exhibit__p" src={picture.url} label="" />;
  return <Box className="in-exhibit__p" isOrnament style={{ backgroundImage: `url("${addressOf(picture.url)}")`, ...tileStyle(picture.tile) }} />;
}
