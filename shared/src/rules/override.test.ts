import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import type { Finding } from '../inspection/finding.js';
import { blockingRules, countShown, shownVerdict } from '../inspection/judge.js';
import { mayOverride, overrideReasons, overrideWithdrawalReasons, type OverrideFacts, type OverrideSide } from './override.js';

const failing: Finding = { rule: 'V3', verdict: 'fail', subject: '画面', clause: '', measured: '1920×1078', required: '1080P 以上', advice: null, atMs: [], check: 'V3', evidence: [] };
const hint: Finding = { ...failing, rule: 'V6', check: 'V6', verdict: 'look' };
const setAside = { reason: '请了原片核对', byName: '某人', unitName: null, side: 'staff', at: 1 } as const;
const ready: OverrideFacts = { side: 'staff', status: 'submitted', finding: failing, seen: { isSameFilm: true, measured: '1920×1078' }, reason: '裁掉的两行是黑边，已看原片。', config: preset2025 };

const config = (unit: 'none' | 'hints' | 'all') => ({ ...preset2025, overrides: { unit } });

describe('setting a finding aside', () => {
  it.each<[string, Partial<OverrideFacts>, string[]]>([
    ['the department may for a failed rule', {}, []],
    ['the department may on a draft, so that its creator can submit', { status: 'draft' }, []],
    ['the department may on a returned work', { status: 'returned' }, []],
    ['not once the work is recommended', { status: 'recommended' }, ['WRONG_STATUS']],
    ['not once it is declined', { status: 'declined' }, ['WRONG_STATUS']],
    ['a unit may for a hint', { side: 'recommender', finding: hint }, []],
    ['a unit may for what could not be checked', { side: 'recommender', finding: { ...hint, verdict: 'unchecked' } }, []],
    ['a unit may not for a failed rule', { side: 'recommender' }, ['OVERRIDE_BY_DEPARTMENT']],
    ['a unit may where the call lets it', { side: 'recommender', config: config('all') }, []],
    ['a unit may not at all where the call says so', { side: 'recommender', finding: hint, config: config('none') }, ['OVERRIDE_BY_DEPARTMENT']],
    ['a unit may for a failed rule this call only warns about', { side: 'recommender', config: { ...preset2025, ruleModes: { V3: 'warn' } } }, []],
    ['a unit may not on a draft', { side: 'recommender', finding: hint, status: 'draft' }, ['WRONG_STATUS']],
    ['a unit may not while the work is back with its creator', { side: 'recommender', finding: hint, status: 'returned' }, ['WRONG_STATUS']],
    ['not for what passed', { finding: { ...failing, verdict: 'pass' } }, ['NOTHING_TO_OVERRIDE']],
    ['not for what was looked for and not found', { finding: { ...failing, verdict: 'nothing' } }, ['NOTHING_TO_OVERRIDE']],
    ['not for what the form decides', { finding: { ...failing, rule: 'O3', check: 'O3' } }, ['OVERRIDE_IN_FORM']],
    ['not for another film than was seen', { seen: { isSameFilm: false, measured: '1920×1078' } }, ['FINDING_CHANGED']],
    ['not for another value than was seen', { seen: { isSameFilm: true, measured: '1280×720' } }, ['FINDING_CHANGED']],
    ['not twice', { finding: { ...failing, setAside } }, ['FINDING_CHANGED']],
    ['not without a sentence', { reason: '可以。' }, ['REASON_TOO_SHORT']],
    ['not with an essay', { reason: '长'.repeat(201) }, ['TOO_LONG']],
  ])('%s', (_name, change, codes) => expect(overrideReasons({ ...ready, ...change }).map(({ code }) => code)).toEqual(codes));

  it.each<[string, Partial<Parameters<typeof overrideWithdrawalReasons>[0]>, string[]]>([
    ['by the side that did it', {}, []],
    ['not by the other side', { side: 'recommender' }, ['OVERRIDE_OF_OTHERS']],
    ['not twice', { by: null }, ['FINDING_CHANGED']],
    ['not once the work is recommended', { status: 'recommended' }, ['WRONG_STATUS']],
  ])('is taken back %s', (_name, change, codes) => expect(overrideWithdrawalReasons({ side: 'staff', status: 'submitted', by: 'staff', ...change }).map(({ code }) => code)).toEqual(codes));

  it('is offered exactly where it would be taken', () => {
    const offered = (side: OverrideSide, finding: Finding) => mayOverride(side, 'submitted', finding, preset2025);
    expect([offered('staff', failing), offered('recommender', failing), offered('recommender', hint), offered('staff', { ...failing, setAside })]).toEqual([true, false, true, false]);
  });
});

describe('a finding that was set aside', () => {
  const both = [failing, hint];
  it('is counted out and blocks nothing, and says that a person decided', () => {
    expect([countShown(both, preset2025), blockingRules(both, preset2025)]).toEqual([{ failing: 1, looking: 1 }, ['V3']]);
    const reviewed = both.map((finding) => ({ ...finding, setAside }));
    expect([countShown(reviewed, preset2025), blockingRules(reviewed, preset2025)]).toEqual([{ failing: 0, looking: 0 }, []]);
    expect(shownVerdict({ ...failing, setAside }, preset2025)).toBe('reviewed');
  });
});
