/** One stroke under way: position on the surface in its own pixels, and the time in milliseconds. */
export interface PadPoint {
  x: number;
  y: number;
  at: number;
}

/** A drawing surface, sharp on any screen: sizes are device-independent pixels. */
export interface PadCanvas {
  width: number;
  height: number;
  context: CanvasRenderingContext2D;
  /** `data:image/png;base64,…` of what is drawn. */
  toPng(): string;
}

export interface PadSurfaceProps {
  className?: string;
  label: string;
  /** The surface is there, or has changed its size. */
  onReady: (canvas: PadCanvas) => void;
  onStart: (point: PadPoint) => void;
  onMove: (point: PadPoint) => void;
  onEnd: () => void;
}
