import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { Finding, Verdict } from '@kepu/shared/inspection/finding';
import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { readyForm } from '@kepu/shared/testing/examples';
import { describe, expect, it } from 'vitest';
import { needsSomebody, sayRest, shareLine, sortedFindings } from './work-words';

describe('the share of quoted material', () => {
  it.each([
    ['with its limit', readyForm(), 252_000, '0:08 / 4:12，3.2%（上限 10%）'],
    ['without a share while the length is not measured', readyForm(), null, '0:08（上限 10%）'],
    ['as all original where the author says so', { ...readyForm(), materials: [], allOriginal: true }, 252_000, '全片原创'],
    ['as not filled in where nobody said anything', { ...readyForm(), materials: [], allOriginal: false }, 252_000, '没有填写'],
  ])('is said %s', (_name, form, durationMs, words) => expect(shareLine(form, durationMs, preset2025)).toBe(words));
});

describe('findings', () => {
  const finding = (rule: RuleId, verdict: Verdict): Finding => ({ rule, verdict, subject: rule, clause: '', measured: null, required: null, advice: null, atMs: [], check: rule, evidence: [] });
  const all = [finding('V1', 'pass'), finding('V9', 'unchecked'), finding('V2', 'look'), finding('V5', 'fail'), finding('V3', 'notApplicable')];

  it('stand in the order somebody has to act on them', () => {
    expect(sortedFindings(all, preset2025).map(({ rule }) => rule)).toEqual(['V5', 'V2', 'V9', 'V1', 'V3']);
  });

  it('are hints where this call only warns, and still ask for a look', () => {
    const [first] = sortedFindings([finding('V5', 'fail')], { ...preset2025, ruleModes: { V5: 'warn' } });
    expect(first).toMatchObject({ shown: 'look' });
    expect(first && needsSomebody(first)).toBe(true);
  });

  it('count apart what is kept, what was not found and what was not checked', () => {
    const rest = [...all, finding('O6', 'nothing'), { ...finding('V6', 'unchecked'), isMoot: true as const }];
    expect(sayRest(sortedFindings(rest, preset2025))).toBe('1 项符合，1 项没有发现，1 项没有检测，1 项不作要求');
  });
});
