import { FILM_RULES, FORM_RULES } from '@kepu/shared/inspection/judge';
import { identityFindings, notYetCompared } from '@kepu/shared/inspection/other-works';
import { RULE_BOOK } from '@kepu/shared/inspection/rule-book';
import { describe, expect, it } from 'vitest';
import { NOTICE_2025 } from './notice-2025';

describe('the sentences of the notice', () => {
  const known: string[] = Object.values(NOTICE_2025.clauses).map(({ clause }) => clause);
  const beside = [notYetCompared(), ...identityFindings({ author: true, producingUnit: true, film: true })];

  it.each([...RULE_BOOK.flatMap(({ rules }) => rules), ...FILM_RULES, ...FORM_RULES].map(({ id, clause }) => [id, clause] as const))('stand beside %s: %s', (_id, clause) => {
    expect(known).toContain(clause);
  });

  it('stand beside what is said of other works', () => {
    for (const { clause } of beside) expect(known).toContain(clause);
  });
});
