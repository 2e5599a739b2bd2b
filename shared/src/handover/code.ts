/** Address behind the QR code of an envelope or a disc. */
export function handOverAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/h/${code}`;
}

/** `K7MP2Q9XWD` → `K7MP2-Q9XWD`: easier to read out and to type. */
export function sayHandOverCode(code: string): string {
  return code.replace(/(.{5})(?=.)/gu, '$1-');
}

/** The code in what a scanner or a person entered: a whole address, lower case, spaces and dashes; null: there is none. */
export function readHandOverCode(entered: string): string | null {
  const text = entered.normalize('NFKC').trim();
  // The code of a form is followed by the page it stands on: /v/K7MP2Q9XWD?p=2-3
  const inside = /\/[hv]\/([^/?#]+)/iu.exec(text)?.[1] ?? text.split(/[/=]/u).at(-1) ?? '';
  const code = inside.replace(/[^0-9a-z]/giu, '').toUpperCase();
  return code.length === 10 ? code : null;
}

/**
 * Whether a text is a code of ours or its address, and nothing else: `K7MP2Q9XWD`, `K7MP2-Q9XWD`, `…/h/K7MP2Q9XWD`. A receipt
 * such as KP26-XA-0005 has ten signs as well, but others may want to type it where a scanner could type too.
 */
export function isHandOverCode(text: string): boolean {
  const bare = text.normalize('NFKC').trim();
  return /\/[hv]\//iu.test(bare) ? readHandOverCode(bare) !== null : /^[0-9a-z]{5}-?[0-9a-z]{5}$/iu.test(bare);
}
