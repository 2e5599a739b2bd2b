import { useState } from 'react';
import { Box, Picture } from '../../platform/elements';
import { Icon } from '../../ui/Icon';

interface FilmTileProps {
  /** Address of a picture of the film; null where there is none, and none is invented. */
  poster?: string | null;
  className?: string;
}

/** A film in a list: its poster, or the sign of a film where there is none. */
export function FilmTile({ poster = null, className = '' }: FilmTileProps) {
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <Box className={`k-thumb k-film-tile ${className}`} isOrnament>
      {poster !== null && poster !== broken ? <Picture className="k-film-tile__pic" src={poster} label="" onFailed={() => setBroken(poster)} /> : <Icon name="film" />}
    </Box>
  );
}
