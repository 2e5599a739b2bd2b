import { Box } from '../../platform/elements';
import { Icon } from '../../ui/Icon';

/** Stands where a still of the film would: the app has none, and invents none. */
export function FilmTile() {
  return (
    <Box className="k-thumb k-film-tile" isOrnament>
      <Icon name="film" />
    </Box>
  );
}
