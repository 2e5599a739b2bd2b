/** Points of the picture for each one of the surface: three, so that the signature stays sharp on paper, as many as the server takes. */
export function padScale(width: number, screenScale: number): number {
  return Math.min(Math.max(3, screenScale), 4_000 / Math.max(1, width));
}
