import type { FileView } from '@kepu/shared/contracts/work';
import { readyForm } from '@kepu/shared/testing/examples';
import { expect, it } from 'vitest';
import { arrivedProofs, placedProofs } from './arrived-proofs';
import { codeIn } from './code-in';

const form = { ...readyForm(), broadcasts: [{ ...readyForm().broadcasts[0]!, id: 'b1', proofIds: ['held'] }] };
const file = (id: string, place: string | null, purpose: FileView['purpose'] = 'broadcast-proof'): FileView => ({ id, place, purpose, name: `${id}.png`, bytes: 1, sha256: '', mime: 'image/png' });
const files = (...list: FileView[]) => Object.fromEntries(list.map((one) => [one.id, one]));

it('offers what a computer sent, and nothing this phone sent or an entry holds', () => {
  const all = files(file('held', 'b1'), file('phone', null), file('loose', 'unassigned'), file('other', 'm1', 'licence-proof'));
  expect(arrivedProofs(all, form, 'broadcast-proof').map(({ id }) => id)).toEqual(['loose']);
});

it('puts a proof to the entry it was sent for, while that entry is there', () => {
  const all = files(file('here', 'b1'), file('gone', 'b9'), file('loose', 'unassigned'));
  expect(placedProofs(all, form, 'broadcast-proof')).toEqual([{ entryId: 'b1', fileId: 'here' }]);
});

it.each<[string, string | null]>([['k7m 2qr', 'K7M2QR'], ['https://a.example/pc#K7M2QR', 'K7M2QR'], ['K7M2Q', null], ['https://b.example/x', null]])('reads %s', (text, code) => {
  expect(codeIn(text)).toBe(code);
});
