import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../lib/server-process.js';

describe('the check of landed migrations', () => {
  let folder = '';
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const check = (...more: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'tools/check-migrations.mjs'), folder, ...more], { encoding: 'utf8' });
    return { status, stdout };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kepu-migrations-'));
    write('landed.json', '{}');
    write('0001-first.ts', 'one\n');
    write('0002-second.ts', 'two\n');
    check('--add');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is content with files as they landed, whatever their line ends, and with helpers that change', () => {
    write('0002-second.ts', 'two\r\n');
    write('table.ts', 'helpers');
    expect(check()).toMatchObject({ status: 0 });
  });

  it('refuses a landed file that was changed, and --add does not make it good', () => {
    write('0001-first.ts', 'another\n');
    expect(check()).toEqual({ status: 1, stdout: expect.stringMatching(/0001-first\.ts has landed and was changed/u) });
    expect(check('--add').status).toBe(1);
  });

  it('refuses when a landed file is missing or renamed', () => {
    rmSync(join(folder, '0002-second.ts'));
    expect(check()).toEqual({ status: 1, stdout: expect.stringMatching(/0002-second\.ts has landed and is missing/u) });
  });

  it('asks for a new file to be recorded, and records it', () => {
    write('0003-third.ts', 'three\n');
    expect(check()).toEqual({ status: 1, stdout: expect.stringMatching(/0003-third\.ts is not recorded: run .*--add/u) });
    expect(check('--add').status).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'landed.json'), 'utf8')) as object)).toEqual(['0001-first.ts', '0002-second.ts', '0003-third.ts']);
  });

  it('refuses two migrations of one number', () => {
    write('0002-other.ts', 'other\n');
    expect(check('--add')).toEqual({ status: 1, stdout: expect.stringMatching(/two migrations have the number 0002/u) });
  });
});
