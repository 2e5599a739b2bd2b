import { findSheet } from './find-sheet.js';
import { scaled, turned, type Quad } from './geometry.js';
import type { OpenPhoto } from './open-photo.js';
import { qualityOf, type PageQuality } from './quality.js';
import { toGrey, type Rgb } from './raster.js';
import { readCode } from './read-code.js';
import { evenLight } from './shading.js';
import { PAGE, standing, straighten, turnedBy } from './straighten.js';

/** What a person has said about a page; null: the machine looks for itself. */
export interface PageWishes {
  /** As shares of the photograph, clockwise from its upper left. */
  corners: Quad | null;
  /** Which of the corners is the upper left one of the sheet. */
  turn: number | null;
}

export interface ReadPage {
  corners: Quad;
  /** No edges were found: the corners are those of the photograph. */
  isGuess: boolean;
  turn: number;
  quality: PageQuality;
  /** What the printed code says; null: none was read. */
  code: string | null;
  page: Rgb;
}

/** A photograph of a sheet as the page it shows: straight, upright, evenly lit, and which paper it is. */
export function readPage({ picture, small }: Pick<OpenPhoto, 'picture' | 'small'>, wishes: PageWishes): ReadPage {
  const found = wishes.corners ? { corners: scaled(wishes.corners, picture.width, picture.height), isGuess: false } : findSheet(picture, small);
  const turn = wishes.turn ?? found.corners.indexOf(standing(found.corners)[0]);
  const first = straighten(picture, turned(found.corners, turn), PAGE.width, PAGE.height);
  const code = readCode(toGrey(first)) ?? readLarger(picture, turned(found.corners, turn));
  const wrongBy = wishes.turn === null ? (code?.quarters ?? 0) : 0;
  const straight = wrongBy % 2 === 0 ? turnedBy(first, wrongBy) : straighten(picture, turned(found.corners, turn + wrongBy), PAGE.width, PAGE.height);
  const page = evenLight(straight);
  return {
    corners: scaled(found.corners, 1 / picture.width, 1 / picture.height),
    isGuess: found.isGuess,
    turn: (turn + wrongBy) % 4,
    quality: qualityOf(straight, page),
    code: code?.text ?? null,
    page,
  };
}

/** Once more with all the points the photograph has: a small code in a soft picture needs them. */
function readLarger(picture: Rgb, corners: Quad): ReturnType<typeof readCode> {
  const large = straighten(picture, corners, Math.round(PAGE.width * 1.5), Math.round(PAGE.height * 1.5));
  return readCode(toGrey(evenLight(large)));
}
