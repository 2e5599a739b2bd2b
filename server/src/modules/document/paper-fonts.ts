import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face } from '@kepu/shared/paper/layout';
import * as fontkit from 'fontkit';

/** Full fonts, not slices: a creator's name may hold any of thirty thousand characters. Only the glyphs used are embedded. */
const FILES: Record<Face, string> = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  songBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

/** Where a character is looked for when its own face lacks it. */
const FALLBACK: Record<Face, Face> = { song: 'hei', songBold: 'hei', hei: 'song' };

/** Stands for a character that no face has (an emoji, a foreign script): a gap that is seen beats one that is not. */
const MISSING = '□';

/** One character in the face that has it. */
export interface Glyphs {
  text: string;
  face: Face;
  /** Advance in ems: 1 is the width of an ideograph. */
  em: number;
}

const require = createRequire(import.meta.url);

/** The fonts of the papers, each read and parsed once, when its first character is asked for. */
export class PaperFonts {
  private readonly opened = new Map<Face, fontkit.Font>();
  private readonly known = new Map<string, Glyphs>();

  open(face: Face): fontkit.Font {
    const before = this.opened.get(face);
    if (before) return before;
    const font = fontkit.create(readFileSync(require.resolve(FILES[face])));
    if (!('layout' in font)) throw new Error(`${FILES[face]} holds more than one font`);
    this.opened.set(face, font);
    return font;
  }

  /** The face and width of a character (a grapheme) that is wanted in `face`. */
  glyphs(character: string, face: Face): Glyphs {
    const key = `${face} ${character}`;
    const before = this.known.get(key);
    if (before) return before;
    const made = this.measure(character, face);
    this.known.set(key, made);
    return made;
  }

  private measure(character: string, wanted: Face): Glyphs {
    const face = [wanted, FALLBACK[wanted]].find((candidate) => this.has(candidate, character));
    if (!face) return character === MISSING ? { text: '', face: wanted, em: 0 } : this.glyphs(MISSING, wanted);
    const font = this.open(face);
    return { text: character, face, em: font.layout(character).advanceWidth / font.unitsPerEm };
  }

  private has(face: Face, character: string): boolean {
    const font = this.open(face);
    return Array.from(character).every((point) => font.hasGlyphForCodePoint(point.codePointAt(0) ?? 0));
  }
}
