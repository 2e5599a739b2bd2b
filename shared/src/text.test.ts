import { describe, expect, it } from 'vitest';
import { countCharacters, isContactNumber, isEmail, isWebAddress, maskEmail, maskPhone, normaliseMobile, normaliseName, overflowIndex } from './text.js';

describe('F7: characters are counted as a person counts them', () => {
  it.each<[string, string, number]>([
    ['an empty text', '', 0],
    ['Chinese with punctuation', '风从草原来。', 6],
    ['Latin letters and digits one by one', 'abc 123', 7],
    ['a rare character outside the basic plane once', '王㛃刘𬭊', 4],
    ['an emoji family once', '👨‍👩‍👧', 1],
    ['a letter with a combining mark once', 'e\u0301', 1],
    ['traditional Mongolian vowels with their separators', 'ᠮᠣᠩᠭᠣᠯ', 6],
    ['no line breaks, whichever kind', '甲\r\n乙\n丙\r丁', 4],
    ['no white space at the end of a line or of the text', '甲  \n乙\u3000\u3000', 2],
    ['white space inside a line', '甲 乙', 3],
    ['white space at the start of a line', '　　甲', 3],
  ])('%s', (_name, text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it.each<[string, string, number, number]>([
    ['the whole text when it fits', '甲乙丙', 3, 3],
    ['the first character too many', '甲乙丙丁', 3, 3],
    ['a position that never splits a character', '甲👨‍👩‍👧乙', 1, 1],
    ['what follows an uncounted line break', '甲乙\n丙丁', 3, 4],
  ])('finds %s', (_name, text, limit, index) => {
    expect(overflowIndex(text, limit)).toBe(index);
  });
});

describe('names and numbers are compared by what they mean', () => {
  it.each([
    ['内蒙古大学（南校区）', '内蒙古大学(南校区)'],
    ['张 三', '张三'],
    ['阿拉腾·其其格', '阿拉腾其其格'],
    ['ＡＢＣ工作室', 'abc工作室'],
  ])('%s is %s', (a, b) => expect(normaliseName(a)).toBe(normaliseName(b)));

  it.each([
    ['+86 138-0000-0001', '13800000001'],
    ['１３８００００００01', '13800000001'],
    ['8613800000001', '13800000001'],
    ['12800000001', null],
    ['1380000000', null],
  ])('mobile %s → %s', (input, expected) => expect(normaliseMobile(input)).toBe(expected));

  it.each([
    ['0471-6328711', true], ['0471—6328711', true], ['6328711', true], ['04716328711-802', true],
    ['13800000001', true], ['12', false], ['电话', false],
  ])('contact number %s: %s', (input, ok) => expect(isContactNumber(input)).toBe(ok));

  it.each([['kepu2025@126.com', true], ['a@b', false], ['a b@c.cn', false], ['', false]])('e-mail %s: %s', (input, ok) => expect(isEmail(input)).toBe(ok));
  it.each([['https://www.bilibili.com/video/BV1', true], ['www.nmtv.cn', false], ['https://x', false]])('address %s: %s', (input, ok) => expect(isWebAddress(input)).toBe(ok));

  it('masks what a list may not show', () => {
    expect(maskPhone('13800000001')).toBe('138****0001');
    expect(maskEmail('zhang.san@example.cn')).toBe('zha***@example.cn');
  });
});
