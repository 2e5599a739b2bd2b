import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What one rule or check said of one film, and what is true of it. */
export interface Outcome {
  rule: string;
  isBroken: boolean;
  /** noticed: it fails, or a person is pointed at it · quiet: it passes, or nothing was found · left out: the film is too broken for it. */
  said: 'quiet' | 'noticed' | 'unchecked' | 'left out';
}

const README = join(import.meta.dirname, '../README.md');
const COLUMNS: [string, (outcome: Outcome) => boolean][] = [
  ['kept, nothing said against it', ({ isBroken, said }) => !isBroken && said === 'quiet'],
  ['broken, noticed', ({ isBroken, said }) => isBroken && said === 'noticed'],
  ['kept, but noticed', ({ isBroken, said }) => !isBroken && said === 'noticed'],
  ['broken, but not noticed', ({ isBroken, said }) => isBroken && said === 'quiet'],
  ['not checkable, says so', ({ said }) => said === 'unchecked'],
  ['film too broken, says so', ({ said }) => said === 'left out'],
];

/** How often each rule was right and wrong, as a table in Markdown. */
export function confusionTable(rules: readonly string[], outcomes: readonly Outcome[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const counts = (rule: string) => COLUMNS.map(([, fits]) => String(outcomes.filter((outcome) => outcome.rule === rule && fits(outcome)).length));
  return [row(['rule', ...COLUMNS.map(([name]) => name)]), row(['---', ...COLUMNS.map(() => '---')]), ...rules.map((rule) => row([rule, ...counts(rule)]))].join('\n');
}

const between = (name: string): RegExp => new RegExp(`(<!-- table ${name} -->\\n)([\\s\\S]*?)(\\n<!-- end -->)`, 'u');

/** The table of this name as it stands in the README of the tests. With KEPU_WRITE_TABLES=1, `now` is written there first. */
export async function tableInReadme(name: string, now: string): Promise<string> {
  const text = await readFile(README, 'utf8');
  if (!process.env.KEPU_WRITE_TABLES) return between(name).exec(text)?.[2] ?? '';
  await writeFile(README, text.replace(between(name), (_all, before: string, _old, after: string) => `${before}${now}${after}`));
  return now;
}
