import { tileStyle, type MomentPicture } from '@kepu/shared/inspection/evidence';
import { addressOf } from '../../platform/api-base';
import { Box, Picture } from '../../platform/elements';

/** A picture of a moment: a still of its own, or a part of the sheet of small pictures. */
export function Frame({ className, picture }: { className: string; picture: MomentPicture | null }) {
  if (picture === null) return null;
  if (picture.tile === null) return <Picture className={className} src={picture.url} label="" />;
  return <Box className={className} isOrnament style={{ backgroundImage: `url("${addressOf(picture.url)}")`, ...tileStyle(picture.tile) }} />;
}
