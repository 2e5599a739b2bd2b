import { countGraphemes, splitGraphemes } from 'unicode-segmenter/grapheme';

/** What does not count towards a limit: line breaks, and white space at the end of a line (F7). */
const uncounted = /[^\S\r\n]+(?=\r|\n|$)|[\r\n]+/gu;

/**
 * Number of characters as a person counts them (F7): one per grapheme cluster, so a rare character
 * outside the basic plane, a letter with a combining mark and an emoji family each count once.
 * The same code runs on the phone and on the server, so both always agree.
 */
export function countCharacters(text: string): number {
  return countGraphemes(text.replace(uncounted, ''));
}

/**
 * Where a text passes its limit: the index (UTF-16) of the first character over `limit`,
 * or the text's length if none is. Used to underline what is too much without cutting it.
 */
export function overflowIndex(text: string, limit: number): number {
  let counted = 0;
  let index = 0;
  for (const character of splitGraphemes(text)) {
    const rest = text.slice(index);
    const skipped = /^(?:[^\S\r\n]+(?=[\r\n]|$)|[\r\n]+)/u.test(rest);
    if (!skipped) counted += 1;
    if (counted > limit) return index;
    index += character.length;
  }
  return text.length;
}

/**
 * A name as it is compared, not as it is shown: full-width forms folded, case folded, white space,
 * dots between parts of a name and brackets dropped. Two spellings of one person or unit meet here (O7).
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•‧・.．。,，、()[\]（）【】《》〈〉“”"'‘’\-—_]/gu, '');
}

/** Digits of a mainland mobile number, or null if it is not one: `+86 138-0000-0001` → `13800000001`. */
export function normaliseMobile(input: string): string | null {
  const digits = input.normalize('NFKC').replace(/[\s\-()]/gu, '').replace(/^\+?86(?=1\d{10}$)/u, '');
  return /^1[3-9]\d{9}$/u.test(digits) ? digits : null;
}

/** A contact number: a mobile number or a land line with optional area code and extension. */
export function isContactNumber(input: string): boolean {
  if (normaliseMobile(input)) return true;
  const plain = input.normalize('NFKC').replace(/[\s—]/gu, (c) => (c === '—' ? '-' : ''));
  return /^(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:(?:-|转|ext\.?)\d{1,6})?$/u.test(plain);
}

export function isEmail(input: string): boolean {
  return input.length <= 254 && /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]{2,}$/u.test(input);
}

export function isWebAddress(input: string): boolean {
  return input.length <= 500 && /^https?:\/\/[^\s/$.?#][^\s]*\.[^\s]+$/iu.test(input);
}

/** `13800000001` → `138****0001`. For every list and log; the full number is shown on request, with a trace. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `zhang.san@example.cn` → `zha***@example.cn`. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return at < 1 ? '***' : `${email.slice(0, Math.min(3, at))}***${email.slice(at)}`;
}
