import { describe, expect, it } from 'vitest';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { Finding, Verdict } from '@kepu/shared/inspection/finding';
import { groupFindings } from './group-findings';

const finding = (rule: Finding['rule'], verdict: Verdict): Finding => ({ rule, verdict, subject: rule, clause: '', measured: null, required: null, advice: null, atMs: [], check: rule, evidence: [] });
const rules = (list: Finding[]) => list.map(({ rule }) => rule);

describe('verdicts on a screen', () => {
  it('never show as passed what could not be checked or was not asked for', () => {
    const groups = groupFindings([finding('V1', 'pass'), finding('V9', 'unchecked'), finding('V3', 'notApplicable'), finding('O6', 'nothing')], preset2025);
    expect(rules(groups.notFound)).toEqual(['O6']);
    expect(rules(groups.passing)).toEqual(['V1']);
    expect(rules(groups.looking)).toEqual(['V9']);
    expect(rules(groups.notAsked)).toEqual(['V3']);
  });

  it('ask nobody for a look at what a broken film left unchecked', () => {
    const groups = groupFindings([finding('V11', 'fail'), { ...finding('V6', 'unchecked'), isMoot: true }], preset2025);
    expect([rules(groups.failing), rules(groups.looking), rules(groups.moot)]).toEqual([['V11'], [], ['V6']]);
  });

  it('ask for a look where this call only warns', () => {
    const warning = { ...preset2025, ruleModes: { V2: 'warn' as const } };
    const findings = [finding('V2', 'fail'), finding('V4', 'fail')];
    expect(rules(groupFindings(findings, warning).looking)).toEqual(['V2']);
    expect(rules(groupFindings(findings, preset2025).failing)).toEqual(['V2', 'V4']);
  });
});
