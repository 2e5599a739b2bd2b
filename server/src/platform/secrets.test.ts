import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotStart, readConfig } from './config.js';
import { Secrets } from './secrets.js';

describe('the secret a demonstration keeps beside its data', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kepu-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const start = () => new Secrets(readConfig({ KEPU_MODE: 'demonstration', KEPU_DATA_DIR: folder }));

  it.each([['empty', ''], ['cut off', 'c2hvcnQ='], ['blank', ' '.repeat(64)], ['zeroes of a power cut', '\0'.repeat(64)]])('is refused when its file is %s', (_what, content) => {
    writeFileSync(join(folder, 'secret'), content);
    expect(start).toThrow(CannotStart);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(content);
  });

  it('is made once, whole, and found again by every later start', () => {
    const signature = start().sign('x', 'text');
    expect(start().verifies('x', 'text', signature)).toBe(true);
    expect(readdirSync(folder)).toEqual(['secret']);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toHaveLength(64);
  });
});
