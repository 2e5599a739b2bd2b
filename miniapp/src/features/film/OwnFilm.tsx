import type { Finding } from '@kepu/shared/inspection/finding';
import { Box } from '../../platform/elements';
import { Button } from '../../ui/Button';
import type { FilmControl } from '../../ui/film-control';
import { FilmPlayer } from './FilmPlayer';
import type { FilmLink } from './use-film-link';

interface OwnFilmProps {
  link: FilmLink;
  findings: readonly Finding[];
  atMs: number | null;
  control: FilmControl;
  isOpen: boolean;
  onOpen: () => void;
}

/** The creator's own film, on request or at the second they were sent to; most come here for the verdicts. */
export function OwnFilm({ link, findings, atMs, control, isOpen, onOpen }: OwnFilmProps) {
  const pins = [...findings.flatMap((finding) => finding.atMs), ...(atMs === null ? [] : [atMs])];
  return (
    <Box className="k-mb-3" id="own-film">
      {isOpen ? <FilmPlayer link={link} title="我的成片" control={control} pins={pins} /> : <Button kind="line" icon="play" onTap={onOpen}>看服务器上的成片</Button>}
    </Box>
  );
}
