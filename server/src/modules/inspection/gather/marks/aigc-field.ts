/** A field holds a small JSON object; what is longer is not shown to its end. */
const MOST_CHARACTERS = 600;

/**
 * The field of GB 45438-2025 in a text of a file's metadata, as it stands there; null where there is none. Real
 * files name it `AIGC` and write it in several ways (a key of that name, `AIGC:{…}` in a comment, XMP), so reading is lenient.
 */
export function aigcFieldIn(name: string, text: string): string | null {
  if (/^(?:[\w.]+[:.])?aigc$/iu.test(name)) return tidy(text);
  const attribute = /[\s:]AIGC\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(text);
  if (attribute) return tidy(unescaped(attribute[1] ?? attribute[2] ?? ''));
  const element = /<(?:\w+:)?AIGC(?:\s[^>]*)?>([^<]*)</iu.exec(text);
  if (element) return tidy(unescaped(element[1] ?? ''));
  const inline = /(?:^|[^\w])["']?AIGC["']?\s*[:=：]\s*/iu.exec(text);
  return inline ? tidy(text.slice(inline.index + inline[0].length)) : null;
}

const unescaped = (text: string): string =>
  text.replace(/&quot;|&#34;|&#x22;/giu, '"').replace(/&apos;|&#39;/gu, "'").replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&');

/** One line that can be shown anywhere. */
const tidy = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ').trim().slice(0, MOST_CHARACTERS);
