/** A pause no scanner makes: what comes after it is something else. */
export const PAUSE_MS = 150;
/** From one key to the next in the middle of a scan; the fastest hands need longer for a code. */
const USUAL_MS = 80;
const LEAST_KEYS = 6;

/** Keys in quick succession. A scanner is a keyboard that types faster than anybody, and ends with Enter or Tab. */
export class Burst {
  private keys: { text: string; at: number }[] = [];

  get length(): number {
    return this.keys.length;
  }

  get text(): string {
    return this.keys.map(({ text }) => text).join('');
  }

  /** Whether a key of this moment would still belong to it. */
  goesOnAt(at: number): boolean {
    const last = this.keys.at(-1);
    return last !== undefined && at - last.at <= PAUSE_MS;
  }

  add(text: string, at: number): void {
    if (!this.goesOnAt(at)) this.clear();
    this.keys.push({ text, at });
  }

  clear(): void {
    this.keys = [];
  }

  /** By the usual distance, not the longest: a computer under load now and then delays a key. */
  isScan(): boolean {
    if (this.length < LEAST_KEYS) return false;
    const gaps = this.keys.slice(1).map(({ at }, index) => at - (this.keys[index]?.at ?? at)).sort((a, b) => a - b);
    return (gaps[Math.floor(gaps.length / 2)] ?? Infinity) <= USUAL_MS;
  }
}

/** What a key press means for a scan: a character, its end, nothing of it (Shift), or that somebody uses the keyboard. */
export type Stroke = { kind: 'text'; text: string } | { kind: 'end' | 'nothing' | 'other' };

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat'>;

const SILENT = new Set(['Shift', 'CapsLock', 'NumLock']);
/** Keys that carry signs, as a scanner presses them: it takes every keyboard for an American one. */
const SIGNS: Record<string, [plain: string, shifted: string]> = {
  Slash: ['/', '?'], Semicolon: [';', ':'], Period: ['.', '>'], Comma: [',', '<'], Minus: ['-', '_'], Equal: ['=', '+'],
  Digit0: ['0', ')'], Digit1: ['1', '!'], Digit2: ['2', '@'], Digit3: ['3', '#'], Digit4: ['4', '$'], Digit5: ['5', '%'], Digit6: ['6', '^'], Digit7: ['7', '&'], Digit8: ['8', '*'], Digit9: ['9', '('],
};

export function strokeOf(event: Pressed): Stroke {
  if (SILENT.has(event.key)) return { kind: 'nothing' };
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return { kind: 'other' };
  if (['Enter', 'NumpadEnter', 'Tab'].includes(event.code) || event.key === 'Enter' || event.key === 'Tab') return { kind: 'end' };
  // An input method hides which sign was typed, but not which key was pressed.
  const text = isHidden(event) ? signOf(event) : [...event.key].length === 1 ? event.key : null;
  return text === null ? { kind: 'other' } : { kind: 'text', text };
}

export const isHidden = ({ key, isComposing }: Pick<KeyboardEvent, 'key' | 'isComposing'>): boolean => isComposing || key === 'Process' || key === 'Unidentified';

function signOf({ code, shiftKey }: Pressed): string | null {
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  return SIGNS[code]?.[shiftKey ? 1 : 0] ?? /^Numpad(\d)$/u.exec(code)?.[1] ?? null;
}
