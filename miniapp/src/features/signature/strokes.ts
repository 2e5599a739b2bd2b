/** A signature as it was drawn: the pad's size, and every stroke as x, y, milliseconds, one after the other. */
export interface Strokes {
  width: number;
  height: number;
  lines: number[][];
  /** Lines taken back, the last one first to come again; gone with the next line that is drawn. */
  undone?: number[][];
}

export interface Point {
  x: number;
  y: number;
  at: number;
}

/** Nearer than this to the last point adds nothing to the line. */
const LEAST_STEP = 1.2;

/** All points of a signature; far more than a hand draws, little enough to be stored and sent. */
const MOST_POINTS = 3_000;

export const noStrokes = (width: number, height: number): Strokes => ({ width, height, lines: [] });

export function beginLine(strokes: Strokes, { x, y, at }: Point): Strokes {
  return { ...strokes, undone: [], lines: [...strokes.lines, [round(x), round(y), at]] };
}

/** The strokes with one more point on the last line; unchanged when the point is too near or there are too many. */
export function extendLine(strokes: Strokes, { x, y, at }: Point): Strokes {
  const line = strokes.lines[strokes.lines.length - 1];
  if (!line || countPoints(strokes) >= MOST_POINTS) return strokes;
  const [lastX = x, lastY = y] = line.slice(-3);
  if (Math.hypot(x - lastX, y - lastY) < LEAST_STEP) return strokes;
  return { ...strokes, lines: [...strokes.lines.slice(0, -1), [...line, round(x), round(y), at]] };
}

export function undoLine(strokes: Strokes): Strokes {
  return { ...strokes, lines: strokes.lines.slice(0, -1), undone: [...(strokes.undone ?? []), ...strokes.lines.slice(-1)] };
}

/** Puts the line that was taken back last where it was. */
export function redoLine(strokes: Strokes): Strokes {
  const undone = strokes.undone ?? [];
  return { ...strokes, lines: [...strokes.lines, ...undone.slice(-1)], undone: undone.slice(0, -1) };
}

/** Takes all lines away; one after the other they can be had again. */
export function clearLines(strokes: Strokes): Strokes {
  return { ...strokes, lines: [], undone: [...(strokes.undone ?? []), ...[...strokes.lines].reverse()] };
}

export const canRedo = (strokes: Strokes | null): boolean => (strokes?.undone?.length ?? 0) > 0;

/** A dot or nothing is no signature: at least one line must go somewhere. */
export function isBlank(strokes: Strokes): boolean {
  return strokes.lines.every((line) => line.length < 6);
}

/** Times counted from the first touch: the clock of a device is nobody's business. */
export function fromZero(strokes: Strokes): Strokes {
  const start = strokes.lines[0]?.[2] ?? 0;
  const { width, height } = strokes;
  return { width, height, lines: strokes.lines.map((line) => line.map((value, index) => (index % 3 === 2 ? Math.max(0, Math.round(value - start)) : value))) };
}

/** The same signature on a pad of another size, as large as it fits and in the middle. */
export function fitted(strokes: Strokes, width: number, height: number): Strokes {
  const scale = Math.min(width / strokes.width, height / strokes.height);
  const [dx, dy] = [(width - strokes.width * scale) / 2, (height - strokes.height * scale) / 2];
  const move = (value: number, index: number) => (index % 3 === 0 ? round(value * scale + dx) : index % 3 === 1 ? round(value * scale + dy) : value);
  return { width, height, lines: strokes.lines.map((line) => line.map(move)), undone: (strokes.undone ?? []).map((line) => line.map(move)) };
}

/** A point on a phone held sideways, its top to the left, as the person writing sees it. */
export function sideways({ x, y, at }: Point, padWidth: number): Point {
  return { x: y, y: padWidth - x, at };
}

type Pen = Pick<CanvasRenderingContext2D, 'clearRect' | 'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'stroke' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'strokeStyle'>;

const PEN_WIDTH = 3.5;

/** Draws all strokes as smooth lines, each corner rounded over the middles between points. */
export function drawStrokes(pen: Pen, strokes: Strokes): void {
  pen.clearRect(0, 0, strokes.width, strokes.height);
  pen.lineWidth = PEN_WIDTH;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = '#14252b';
  for (const line of strokes.lines) drawLine(pen, line);
}

function drawLine(pen: Pen, line: readonly number[]): void {
  const at = (index: number): readonly [number, number] => [line[index * 3] ?? 0, line[index * 3 + 1] ?? 0];
  const count = Math.floor(line.length / 3);
  const [firstX, firstY] = at(0);
  pen.beginPath();
  pen.moveTo(firstX, firstY);
  for (let index = 1; index < count - 1; index += 1) {
    const [x, y] = at(index);
    const [nextX, nextY] = at(index + 1);
    pen.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  const [lastX, lastY] = at(count - 1);
  pen.lineTo(lastX, lastY);
  pen.stroke();
}

const countPoints = ({ lines }: Strokes) => lines.reduce((sum, line) => sum + line.length / 3, 0);
const round = (value: number) => Math.round(value * 10) / 10;
