import { splitGraphemes } from 'unicode-segmenter/grapheme';

/** What Windows forbids in a name, and `;`, which ends a name on a disc, as the full-width signs people read the same. */
const FULL_WIDTH: Record<string, string> = { '\\': '＼', '/': '／', ':': '：', '*': '＊', '?': '？', '"': '＂', '<': '＜', '>': '＞', '|': '｜', ';': '；' };
/** Control characters, marks without width and marks that turn the direction of writing: nobody sees them in a name. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/iu;

/** Longest name on a disc (Joliet), in UTF-16 units; the same in the ZIP, so that both hold the same names. */
export const LONGEST_NAME = 64;

/** A title as the name of a file or folder that Windows, a ZIP and a disc all take; `extension` with its dot. */
export function safeName(text: string, extension = '', longest = LONGEST_NAME): string {
  const plain = text.normalize('NFC').replace(UNSEEN, '').replace(/[\\/:*?"<>|;]/gu, (sign) => FULL_WIDTH[sign] ?? '_').replace(/\s+/gu, ' ');
  const stem = cut(plain, longest - extension.length).replace(/^[ ]+|[ .]+$/gu, '') || '未命名';
  return (RESERVED.test(stem.split('.')[0] ?? '') ? `_${stem}`.slice(0, longest - extension.length) : stem) + extension;
}

/** `成片_终版.MP4` → `.mp4`; a name without one: nothing. */
export function extensionOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/iu.exec(name)?.[0].toLowerCase() ?? '';
}

/** The names of one folder: a name that is there already, in whatever case, gets a number. */
export class FolderNames {
  private readonly taken = new Set<string>();

  take(text: string, extension = ''): string {
    for (let n = 1; ; n += 1) {
      const mark = n === 1 ? '' : ` (${n})`;
      const name = safeName(text, mark + extension);
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Cut between characters as people see them, never inside one. */
function cut(text: string, units: number): string {
  let kept = '';
  for (const character of splitGraphemes(text)) {
    if (kept.length + character.length > units) break;
    kept += character;
  }
  return kept;
}
