import { describe, expect, it } from 'vitest';
import { Burst, PAUSE_MS, strokeOf, type Pressed } from './burst';

const FORM = 'https://kepu.example.cn/v/54CGS4KN52?p=1-2';

/** Types a text with the given pauses, repeated as often as it takes. */
function typed(text: string, ...pauses: number[]): Burst {
  const burst = new Burst();
  let at = 1_000;
  [...text].forEach((sign, index) => {
    if (index > 0) at += pauses[index % pauses.length] ?? 0;
    burst.add(sign, at);
  });
  return burst;
}

describe('a scanner is told from hands', () => {
  it.each([
    ['all keys at one moment', 0], ['5 ms a key', 5], ['10 ms', 10], ['20 ms', 20], ['40 ms', 40], ['60 ms a key, the slowest', 60],
  ])('%s', (_case, pause) => {
    for (const text of ['54CGS4KN52', '54CGS-4KN52', FORM]) expect([typed(text, pause).isScan(), typed(text, pause).text]).toEqual([true, text]);
  });

  it('also when the computer delays a key now and then', () => {
    expect(typed(FORM, 10, 12, 140, 9, 11).isScan()).toBe(true);
    expect(typed('54CGS4KN52', 60, 55, 65, 60, 120).isScan()).toBe(true);
  });

  it.each([
    ['a slow writer', [400]], ['a usual one', [180, 140, 220]], ['a quick one', [100, 120, 90, 130]], ['two keys rolled together, then a pause', [40, 130]],
  ])('%s is none', (_case, pauses) => expect(typed('54CGS4KN52', ...pauses).isScan()).toBe(false));

  it('is none as long as it is short: a page’s keys pressed one after the other', () => expect(typed('jjjkk', 30).isScan()).toBe(false));

  it('begins anew after a pause: what was written before a scan is no part of it', () => {
    const burst = new Burst();
    [...'第二箱'].forEach((sign, index) => burst.add(sign, index * 120));
    [...'54CGS4KN52'].forEach((sign, index) => burst.add(sign, 240 + PAUSE_MS + 1 + index * 20));
    expect([burst.text, burst.isScan(), burst.goesOnAt(10_000)]).toEqual(['54CGS4KN52', true, false]);
  });
});

describe('a key press', () => {
  const press = (key: string, code: string, more: Partial<Pressed> = {}) => strokeOf({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false, ...more });
  it.each([
    ['a letter', press('A', 'KeyA', { shiftKey: true }), { kind: 'text', text: 'A' }],
    ['a sign', press('/', 'Slash'), { kind: 'text', text: '/' }],
    ['Enter', press('Enter', 'Enter'), { kind: 'end' }],
    ['Enter of the number pad', press('Enter', 'NumpadEnter'), { kind: 'end' }],
    ['Tab', press('Tab', 'Tab'), { kind: 'end' }],
    ['Shift, which a scanner presses for capitals', press('Shift', 'ShiftLeft', { shiftKey: true }), { kind: 'nothing' }],
    ['a letter under an input method', press('Process', 'KeyG'), { kind: 'text', text: 'g' }],
    ['a capital under it', press('Process', 'KeyG', { shiftKey: true }), { kind: 'text', text: 'G' }],
    ['a colon under it', press('Process', 'Semicolon', { shiftKey: true }), { kind: 'text', text: ':' }],
    ['a question mark while it composes', press('？', 'Slash', { shiftKey: true, isComposing: true }), { kind: 'text', text: '?' }],
    ['a digit of the number pad under it', press('Process', 'Numpad4'), { kind: 'text', text: '4' }],
    ['Enter under it', press('Process', 'Enter'), { kind: 'end' }],
    ['pasting', press('v', 'KeyV', { ctrlKey: true }), { kind: 'other' }],
    ['a key that is held down', press('j', 'KeyJ', { repeat: true }), { kind: 'other' }],
    ['an arrow', press('ArrowDown', 'ArrowDown'), { kind: 'other' }],
  ])('%s', (_case, stroke, expected) => expect(stroke).toEqual(expected));
});
