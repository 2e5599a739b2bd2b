import { useMemo, useState } from 'react';
import type { Finding } from '@kepu/shared/inspection/finding';
import { Box } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { createFilmControl } from '../../ui/film-control';
import { FilmPlayer } from './FilmPlayer';

interface OwnFilmProps {
  fileId: string;
  findings: readonly Finding[];
  atMs: number | null;
}

/** The creator's own film, on request or at the second they were sent to; most come here for the verdicts. */
export function OwnFilm({ fileId, findings, atMs }: OwnFilmProps) {
  const [isOpen, setOpen] = useState(atMs !== null);
  const control = useMemo(() => {
    const made = createFilmControl(null);
    if (atMs !== null) made.seekTo(atMs);
    return made;
  }, [atMs]);
  const pins = [...findings.flatMap((finding) => finding.atMs), ...(atMs === null ? [] : [atMs])];
  if (!isOpen) return <Box className="k-mt-4"><Button kind="line" icon="play" onTap={() => setOpen(true)}>看服务器上的成片</Button></Box>;
  return <Box className="k-mt-4"><FilmPlayer fileId={fileId} title="我的成片" control={control} pins={pins} /></Box>;
}
