const SHORTEST = 12;
const KINDS_NEEDED = 3;

export interface PasswordRule {
  words: string;
  isKept: boolean;
}

/** What a password must be, with what is kept so far. Common words are the server's to refuse. */
export function passwordRules(password: string): PasswordRule[] {
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z\d]/u].filter((kind) => kind.test(password)).length;
  return [
    { words: `至少 ${SHORTEST} 个字符`, isKept: password.length >= SHORTEST },
    { words: '大写、小写、数字、符号中的三类', isKept: kinds >= KINDS_NEEDED },
  ];
}
