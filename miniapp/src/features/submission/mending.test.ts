import { describe, expect, it } from 'vitest';
import type { FilmView } from '@kepu/shared/contracts/work';
import { readyForm } from '@kepu/shared/testing/examples';
import { isTouched } from './mending';

const version = { form: readyForm(), film: { sha256: 'aaa' } };
const film = (sha256: string) => ({ sha256 }) as FilmView;

describe('what a unit asked to mend', () => {
  it('counts as untouched while the text is the one that was sent back', () => {
    expect(isTouched({ path: 'reach' }, { ...readyForm(), reach: `${readyForm().reach} ` }, film('aaa'), version)).toBe(false);
  });

  it('counts as touched when that field, entry or film is another one', () => {
    const [material] = readyForm().materials;
    const changed = { ...readyForm(), reach: '写明了平台', materials: material ? [{ ...material, proofIds: ['new'] }] : [] };
    expect(isTouched({ path: 'reach' }, changed, film('aaa'), version)).toBe(true);
    expect(isTouched({ path: 'materials.0' }, changed, film('aaa'), version)).toBe(true);
    expect(isTouched({ path: 'broadcasts.0' }, changed, film('aaa'), version)).toBe(false);
    expect(isTouched({ path: 'film' }, changed, film('bbb'), version)).toBe(true);
  });

  it('counts a film that was taken away as not mended', () => expect(isTouched({ path: 'film' }, readyForm(), null, version)).toBe(false));
});
