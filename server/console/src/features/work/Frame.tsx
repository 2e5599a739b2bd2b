import { tileStyle, type MomentPicture } from '@kepu/shared/inspection/evidence';

/** A picture of a moment: a still of its own, or a part of the sheet of small pictures. */
export function Frame({ className, picture }: { className?: string; picture: MomentPicture | null }) {
  if (picture === null) return null;
  if (picture.tile === null) return <img className={className} src={picture.url} alt="" loading="lazy" />;
  return <i className={className} style={{ backgroundImage: `url("${picture.url}")`, ...tileStyle(picture.tile) }} />;
}
