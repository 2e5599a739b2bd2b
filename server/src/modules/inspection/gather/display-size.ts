/** How a picture is stored, and how it is meant to be seen. */
export interface StoredPicture {
  width: number;
  height: number;
  /** Width of one pixel by its height; 1 when the film does not say. */
  pixelAspect: number;
  /** Degrees, as the display matrix says. */
  rotation: number;
}

/** Size in pixels as a player shows it: pixels stretched sideways, then turned. */
export function displaySize(picture: StoredPicture): { displayWidth: number; displayHeight: number } {
  const shown = { width: Math.round(picture.width * picture.pixelAspect), height: picture.height };
  const isTurned = Math.round(Math.abs(picture.rotation) / 90) % 2 === 1;
  return isTurned ? { displayWidth: shown.height, displayHeight: shown.width } : { displayWidth: shown.width, displayHeight: shown.height };
}
