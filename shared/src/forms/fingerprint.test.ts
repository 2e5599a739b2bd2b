import { describe, expect, it } from 'vitest';
import { completeConfig } from '../campaign/complete-config.js';
import { preset2025 } from '../campaign/preset-2025.js';
import { PRIVACY } from '../domain/privacy.js';
import { fingerprint, versionOfText } from './fingerprint.js';

describe('the fingerprint of words', () => {
  it('is the SHA-256 that any tool gives, also for characters beyond the first plane', () => {
    expect(fingerprint('abc')).toBe('6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25');
    expect(fingerprint('𠮷')).toBe('1f062f7a617243a899116446fec99d948472011ded337d5061cdd73be610fd2d');
  });

  it('changes with every character and with where a paragraph ends, not with white space around them', () => {
    const versions = [['一二', '三'], ['一', '二三'], ['一二三'], ['一二', '三。'], []].map(versionOfText);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versionOfText(['一二 ', '三\r\n'])).toBe(versionOfText(['一二', '三']));
  });

  it('is the version of a commitment, whatever version was stored beside it', () => {
    const stored = (commitment: string[]) => completeConfig({ ...preset2025, wording: { ...preset2025.wording, commitment, commitmentVersion: '2025-1' } }).wording.commitmentVersion;
    expect(stored([...preset2025.wording.commitment])).toBe(preset2025.wording.commitmentVersion);
    expect(stored(['另一种承诺'])).not.toBe(preset2025.wording.commitmentVersion);
  });

  it('asks nobody again for the privacy notice they have agreed to, and everybody for another', () => {
    expect(PRIVACY.version).toBe('2025-1');
    expect(versionOfText([PRIVACY.title, ...PRIVACY.paragraphs, '再一段'])).not.toBe('2025-1');
  });
});
