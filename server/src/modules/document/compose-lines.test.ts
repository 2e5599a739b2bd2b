import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { paragraph, type Paragraph } from '@kepu/shared/paper/layout';
import { describe, expect, it } from 'vitest';
import { composeLines } from './compose-lines.js';
import { PaperFonts } from './paper-fonts.js';

const fonts = new PaperFonts();
const lines = (what: Paragraph, widthPt: number) => composeLines(what, widthPt, fonts);
const texts = (what: Paragraph, widthPt: number) => lines(what, widthPt).map((line) => line.segments.map(({ text }) => text).join(''));
const body = (text: string, more: Partial<Paragraph> = {}) => paragraph('body', [text], more);
/** Width of so many ideographs of the text. */
const em = (characters: number) => characters * 12;

describe('a paragraph in lines', () => {
  it.each(preset2025.wording.commitment.map((text) => [text.slice(0, 12), text]))('breaks "%s…" at any width without a mark where none may stand, and loses nothing', (_name, text) => {
    for (let width = em(7); width < em(45); width += 7) {
      const broken = texts(body(text, { align: 'justify', indent: 2 }), width);
      expect(broken.join('')).toBe(text);
      for (const line of broken) {
        expect(line).not.toMatch(/^[，。、；：！？）”]/u);
        expect(line).not.toMatch(/[（“]$/u);
      }
      for (const line of lines(body(text, { align: 'justify', indent: 2 }), width)) expect(line.xPt + line.widthPt).toBeLessThanOrEqual(width + 0.01);
    }
  });

  it('sets both edges of every line straight but the last', () => {
    const justified = lines(body('不以“请托”、“打招呼”等形式干扰评审工作。'.repeat(4), { align: 'justify' }), em(20));
    expect(justified.slice(0, -1).every((line) => Math.abs(line.widthPt - em(20)) < 0.01)).toBe(true);
    expect(justified.at(-1)?.widthPt).toBeLessThan(em(20));
  });

  it.each([
    ['two lines of a label of about one length', '播出平台及网址', em(6), ['播出平台', '及网址']],
    ['a note after its comma', '（内容、构思、表达等）', em(8.5), ['（内容、构思、', '表达等）']],
    ['what fits one line on one line', '作者承诺及授权', em(7), ['作者承诺及授权']],
  ])('centres %s', (_name, text, width, expected) => {
    expect(texts(body(text, { align: 'center' }), width)).toEqual(expected);
  });

  it('keeps a word and a number whole, and breaks a web address after its marks', () => {
    expect(texts(body('播放12.6万次 shared'), em(4))).toEqual(['播放12.6', '万次', 'shared']);
    expect(texts(body('见https://video.example.cn/works/2024'), em(12))).toEqual(['见https://video.', 'example.cn/works/2024']);
  });

  it('cuts a word that is longer than its line', () => {
    const broken = lines(body('q'.repeat(100)), em(10));
    expect(broken.length).toBeGreaterThan(4);
    expect(broken.every((line) => line.widthPt <= em(10))).toBe(true);
  });

  it('indents the first line, or all but the first', () => {
    const starts = (indent: number) => lines(body('字'.repeat(30), { indent }), em(12)).map(({ xPt }) => xPt);
    expect(starts(2)).toEqual([em(2), 0, 0]);
    expect(starts(-1)).toEqual([0, em(1), em(1)]);
  });

  it('underlines what is filled in and the blank for the pen, nothing else', () => {
    const [line] = lines(paragraph('body', ['作者', { fill: '王㛃', blankMm: 30 }, '作品', { fill: '', blankMm: 30 }]), 400);
    expect(line?.segments.map(({ text, isUnderlined }) => [text, isUnderlined])).toEqual([['作者', false], ['王㛃', true], ['作品', false], ['', true]]);
    expect(line?.segments.at(-1)?.widthPt).toBeCloseTo((30 * 72) / 25.4);
  });
});

describe('the characters of a line', () => {
  it.each(['㛃', '䶮', '𬭊', '𬍛', '喆', '堃', '龘', '·', '—', '“', '㎡', '℃'])('has %s in the text\'s own face', (character) => {
    expect(fonts.glyphs(character, 'song')).toMatchObject({ text: character, face: 'song' });
  });

  it('takes a character from the other face where its own lacks it', () => {
    expect(fonts.glyphs('𰻝', 'song')).toEqual({ text: '𰻝', face: 'hei', em: 1 });
  });

  it('shows a box for what no face has', () => {
    expect(texts(body('草原😀的ᠮ风'), 400)).toEqual(['草原□的□风']);
  });
});
