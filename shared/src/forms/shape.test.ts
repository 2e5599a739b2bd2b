import { describe, expect, it } from 'vitest';
import { readyForm } from '../testing/examples.js';
import { fileIdsOf, readField, ShapeError } from './shape.js';
import { FORM_FIELDS } from './work-form.js';

describe('what a form may hold while it is being written', () => {
  it('is every field of a complete form, unchanged', () => {
    const form = readyForm();
    for (const field of FORM_FIELDS) expect(readField(field, form[field])).toEqual(form[field]);
  });

  it('is text over its limit too: nothing typed is cut', () => {
    expect(readField('reach', '字'.repeat(150))).toHaveLength(150);
  });

  it.each<[string, () => unknown]>([
    ['a number as a title', () => readField('title', 5)],
    ['a flag that is a word', () => readField('madeByUnit', 'yes')],
    ['a text without end', () => readField('summary', 'x'.repeat(3_001))],
    ['a hundred creators', () => readField('creators', Array.from({ length: 100 }, () => readyForm().creators[0]))],
    ['a creator without a name', () => readField('creators', [{ id: 'c' }])],
    ['a position before the film', () => readField('materials', [{ ...readyForm().materials[0], ranges: [{ fromMs: -1, toMs: 5 }] }])],
    ['a position that is no number', () => readField('materials', [{ ...readyForm().materials[0], ranges: [{ fromMs: NaN, toMs: 5 }] }])],
  ])('is not %s', (_name, read) => expect(read).toThrow(ShapeError));

  it('drops what does not belong to the field', () => {
    const [creator] = readField('creators', [{ ...readyForm().creators[0], isAdmin: true }]);
    expect(Object.keys(creator ?? {})).toEqual(['id', 'name', 'organisation', 'post']);
  });

  it('names the proof files a form points to', () => expect(fileIdsOf(readyForm())).toEqual(['proof-1', 'proof-2']));
});
