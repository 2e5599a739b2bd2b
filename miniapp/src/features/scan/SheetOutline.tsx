import type { Corner } from '@kepu/shared/contracts/scan';
import { Box, Picture } from '../../platform/elements';

interface SheetOutlineProps {
  src: string;
  label: string;
  aspect: number;
  corners: readonly Corner[];
  /** Height on the screen; the width follows from the photograph. */
  height: number;
}

/** A small photograph with the edges that were found drawn over it. */
export function SheetOutline({ src, label, aspect, corners, height }: SheetOutlineProps) {
  const width = Math.round(height * aspect);
  const sides = corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [dx, dy] = [(next.x - corner.x) * width, (next.y - corner.y) * height];
    const place = { left: `${corner.x * width}px`, top: `${corner.y * height}px`, width: `${Math.hypot(dx, dy)}px`, transform: `rotate(${(Math.atan2(dy, dx) * 180) / Math.PI}deg)` };
    return { key: index, place };
  });
  return (
    <Box className="sc-photo" style={{ width: `${width}px`, height: `${height}px` }}>
      <Picture className="sc-photo__pic" src={src} label={label} />
      {sides.map(({ key, place }) => <Box key={key} className="sc-photo__side" style={place} isOrnament />)}
    </Box>
  );
}
