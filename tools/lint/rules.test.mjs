import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import kepu from './rules.mjs';

const params = (count) => Array.from({ length: count }, (_, n) => `p${n}`).join(', ');
const found = (rule, code) => new Linter().verify(code, { plugins: { kepu }, rules: { [`kepu/${rule}`]: 'error' } }).map(({ ruleId }) => ruleId);

const WRONG = {
  'few-dependencies': [`class A { constructor(${params(10)}) {} }`, `export default class extends B { constructor(${params(15)}) { super(); } }`],
  'few-parameters': [`function f(${params(7)}) {}`, `const f = (${params(7)}) => 1;`, `class A { f(${params(7)}) {} }`, `const f = { g(${params(7)}) {} };`, `const f = function (${params(7)}) {};`],
  'status-by-predicate': [
    "work.status === 'recommended'", "'draft' !== status", "status == 'submitted' ? 1 : 2", "find({ status: 'returned' })", "find({ status: ok ? 'returned' : other })", "find({ status: In(['declined', other]) })",
    "find({ status: Not('declined') })", "switch (status) { case 'disqualified': break; }", "['draft', other].includes(status)", "status.includes('draft')",
  ],
};

const RIGHT = {
  'few-dependencies': [`class A { constructor(${params(9)}) {} }`, `class A { f(${params(12)}) {} }`],
  'few-parameters': [`function f(${params(6)}) {}`, `class A { constructor(${params(9)}) {} }`],
  'status-by-predicate': ['isRecommended(work.status)', 'find({ status: In(STATUSES_OF.holdsSlot) })', "switch (status) { case 'working': break; }", "const NAMES = { draft: '未提交' };", "say('draft')"],
};

const rows = (table) => Object.entries(table).flatMap(([rule, codes]) => codes.map((code) => [rule, code]));

describe('the rules of this project', () => {
  it.each(rows(WRONG))('%s refuses %s', (rule, code) => expect(new Set(found(rule, code))).toEqual(new Set([`kepu/${rule}`])));
  it.each(rows(RIGHT))('%s lets %s be', (rule, code) => expect(found(rule, code)).toEqual([]));
});
