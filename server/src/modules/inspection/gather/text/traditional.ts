import { Converter } from 'opencc-js/t2cn';
import type { TextFrame } from '@kepu/shared/inspection/facts';

/** Characters that are right in simplified text too, although a converter changes them: 乾坤, 瞭望, 什麽 in names, 著名. */
const LEGAL_IN_SIMPLIFIED = new Set('乾麽瞭著藉於甚噁夥苧菸昇陞姪彷徵餘');

const simplify = Converter({ from: 't', to: 'cn' });

/** The characters of a text that only traditional script has, each once per place. Single characters: no context decides. */
export function traditionalIn(text: string): string[] {
  return [...text].filter((character) => /\p{Script=Han}/u.test(character) && !LEGAL_IN_SIMPLIFIED.has(character) && simplify(character) !== character);
}

export function traditionalOf(frames: readonly TextFrame[]): { atMs: number; text: string; characters: string[] }[] {
  return frames.flatMap(({ atMs, lines }) => {
    const text = lines.join(' ');
    const characters = traditionalIn(text);
    return characters.length > 0 ? [{ atMs, text, characters }] : [];
  });
}
