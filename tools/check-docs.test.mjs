import { describe, expect, it } from 'vitest';
import { runOn } from './lib/fixture.mjs';

const docs = (files) => runOn('tools/check-docs.mjs', files);
const INDEX = 'docs/decisions/README.md';
const FIRST = 'docs/decisions/0001-first.md';

/** Documents in which everything is true. */
const TRUE = {
  'README.md': '[where](docs/where-is.md) [rules](docs/rules.md) [settings](docs/configuration.md) [why](docs/decisions/README.md)\n',
  'README.zh-CN.md': '[README](README.md)\n',
  'tests/README.md': '[a page elsewhere](https://example.org)\n',
  'docs/where-is.md': '| the rule | `shared/src/rules/length.ts` | [settings](configuration.md#film)\n',
  'docs/rules.md': '| V1 | notice 1 | `shared/src/rules/length.ts` lengthFindings | `shared/src/rules/length.test.ts` a film of four minutes |\n',
  'docs/configuration.md': '| `PORT` | 3000 |\n',
  [INDEX]: '| 0001 | [What came first](0001-first.md) |\n| 0002 | not used: never recorded |\n| 0003 | [What came third](0003-third.md) |\n',
  [FIRST]: '# 1. What came first\n',
  'docs/decisions/0003-third.md': '# 3. What came third\n`server/src/gone.ts` was tried.\n',
  'shared/src/rules/rule-ids.ts': "export const IDS = ['V1'];\n",
  'shared/src/rules/length.ts': 'export function lengthFindings() {}\n',
  'shared/src/rules/length.test.ts': "it('a film of four minutes');\n",
  'server/src/platform/config.ts': "const SETTINGS = {\n  PORT: { fallback: '3000' },\n};\n",
};

const with_ = (path, change) => ({ [path]: change(TRUE[path] ?? '') });
const more = (text) => (before) => `${before}${text}\n`;

/** One untrue statement each. */
const UNTRUE = {
  'a rule without a line': [with_('shared/src/rules/rule-ids.ts', more("'V2'")), 'no line for V2'],
  'a line without a rule': [with_('docs/rules.md', more('| V9 | x | `shared/src/rules/length.ts` lengthFindings | `shared/src/rules/length.test.ts` a film of four minutes |')), 'V9 is no rule of the product'],
  'a function that is gone': [with_('shared/src/rules/length.ts', () => 'export function other() {}\n'), 'does not have "lengthFindings"'],
  'a test that is gone': [with_('shared/src/rules/length.test.ts', () => "it('a film of five minutes');\n"), 'has no test "a film of four minutes"'],
  'a file of a rule that is gone': [with_('docs/rules.md', (text) => text.replace('length.ts', 'gone.ts')), 'gone.ts does not exist'],
  'a cell that names nothing': [with_('docs/rules.md', (text) => text.replace(/\| `shared\/src\/rules\/length\.test\.ts`[^|]*/u, '| later ')), 'a cell names nothing'],
  'a setting without a line': [with_('server/src/platform/config.ts', more("  HOST: { fallback: '' },")), 'no line for HOST'],
  'a line without a setting': [with_('docs/configuration.md', more('| `HOST` | none |')), 'there is no HOST'],
  'a link to nothing': [with_('docs/configuration.md', more('[gone](gone.md)')), 'docs/gone.md does not exist'],
  'a link to nothing in a decision': [with_(FIRST, more('[gone](0009-gone.md)')), 'docs/decisions/0009-gone.md does not exist'],
  'a path to nothing': [with_('docs/where-is.md', more('`server/src/gone.ts`')), 'server/src/gone.ts does not exist'],
  'a path to nothing in any page': [{ ...with_('README.md', more('[new](docs/guide/new.md)')), 'docs/guide/new.md': '`tools/gone.mjs`\n' }, 'docs/guide/new.md: tools/gone.mjs does not exist'],
  'a page that no link leads to': [{ 'docs/alone.md': 'alone\n' }, 'docs/alone.md: no link leads there'],
  'two pages that lead to each other alone': [{ 'docs/a.md': '[b](b.md)\n', 'docs/b.md': '[a](a.md)\n' }, 'docs/b.md: no link leads there'],
  'a page of the front that is missing': [with_('README.zh-CN.md', () => null), 'README.zh-CN.md is missing'],
  'no index of decisions': [with_(INDEX, () => null), 'docs/decisions/README.md is missing'],
  'a decision that the index does not list': [{ 'docs/decisions/0004-fourth.md': '# 4. What came fourth\n' }, 'no line for 0004-fourth.md'],
  'a decision under another title': [with_(FIRST, () => '# 1. Something else\n'), 'no line for 0001-first.md'],
  'a decision without its number': [with_(FIRST, () => '# What came first\n'), 'the first line is "# 1. "'],
  'a decision with the number of another': [with_(FIRST, () => '# 3. What came first\n'), 'the first line is "# 1. "'],
  'two decisions of one number': [{ 'docs/decisions/0001-again.md': '# 1. Again\n' }, 'has this number already'],
  'a decision of another name': [{ 'docs/decisions/notes.md': 'notes\n' }, 'a decision is named'],
  'a number nobody speaks of': [with_(INDEX, (text) => text.replace(/^\| 0002.*\n/mu, '')), 'no decision and no word about 0002'],
  'a number said to be unused that is used': [with_(INDEX, more('| 0001 | not used |')), '0001 is used'],
};

describe('the documents', () => {
  it('are true where they are true', () => {
    expect(docs(TRUE)).toEqual({ status: 0, said: 'The documents are true.\n' });
  });

  it.each(Object.entries(UNTRUE))('are not true with %s', (_, [change, sentence]) => {
    const tree = Object.fromEntries(Object.entries({ ...TRUE, ...change }).filter(([, text]) => text !== null));
    const { status, said } = docs(tree);
    expect(said).toContain(sentence);
    expect(status).toBe(1);
  });
});
