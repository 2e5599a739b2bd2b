import { describe, expect, it } from 'vitest';
import { completeConfig } from '../campaign/complete-config.js';
import { preset2025 } from '../campaign/preset-2025.js';
import { formReasons } from './check-form.js';
import { readyForm } from '../testing/examples.js';
import { canonical } from './canonical.js';
import { formChanges, loggedChanges } from './diff.js';
import { contentOf, later, listOf, record, text } from './field-shapes.js';
import { FIELDS } from './fields.js';
import { fingerprint } from './fingerprint.js';
import { LIMIT_NAMES, USUAL_LIMITS } from './limits.js';
import { completeForm, formContent, readField } from './shape.js';
import { emptyForm, FORM_FIELDS, maskPersonal, PERSONAL_FIELDS, SECTIONS, type FormField, type WorkForm } from './work-form.js';

const without = (value: object, key: string): unknown => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
const changedWords = { unitId: 'another', listedAreaCode: '152221', producedDay: '2024-09-09', madeByUnit: false, allOriginal: true, commitmentAccepted: false } as const;

/** Every place a part of a stored form can be missing: a field, and each key of each entry. */
function* gaps(form: WorkForm): Generator<[string, unknown]> {
  for (const field of FORM_FIELDS) {
    yield [field, without(form, field)];
    const value: unknown = form[field];
    if (!Array.isArray(value)) continue;
    for (const key of Object.keys((value as object[])[0] ?? {})) yield [`${field}.${key}`, { ...form, [field]: value.map((entry: object) => without(entry, key)) }];
  }
  for (const key of ['fromMs', 'toMs']) yield [`materials.ranges.${key}`, { ...form, materials: form.materials.map((entry) => ({ ...entry, ranges: entry.ranges.map((range) => without(range, key)) })) }];
}

describe('the table of fields', () => {
  it('has every field in one section, and is what an empty form is made of', () => {
    expect(SECTIONS.flatMap(({ fields }) => fields)).toEqual(FORM_FIELDS);
    expect(completeForm({})).toEqual(emptyForm());
    for (const field of FORM_FIELDS) expect(readField(field, emptyForm()[field])).toEqual(emptyForm()[field]);
  });

  it.each(FORM_FIELDS)('a change of %s is told once, under its own name', (field: FormField) => {
    const before = readyForm();
    const value: unknown = before[field];
    const next = field in changedWords ? changedWords[field as keyof typeof changedWords] : typeof value === 'string' ? `${value}改` : (value as object[]).slice(1);
    const changes = formChanges(before, { ...before, [field]: next }, preset2025, (id) => `单位${id}`);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ path: field, label: expect.stringContaining(FIELDS[field].label) as string });
    expect(changes[0]?.before).not.toBe(changes[0]?.after);
  });

  it('masks what tells how to reach a person, and keeps it out of the log', () => {
    const form = { ...readyForm(), authorMobile: '13800000033', phone: '0471-6328711', email: 'someone@example.cn', address: '内蒙古自治区兴安盟某街1号' };
    const shown = JSON.stringify(maskPersonal(form));
    for (const field of PERSONAL_FIELDS) expect(shown).not.toContain(form[field]);
    expect([...PERSONAL_FIELDS].sort()).toEqual(['address', 'authorMobile', 'email', 'phone']);
    expect(maskPersonal(emptyForm())).toEqual(emptyForm());
    const logged = loggedChanges(formChanges(readyForm(), { ...form, title: '另名' }, preset2025, String));
    expect(logged.filter(({ after }) => after === '已改').map(({ label }) => label).sort()).toEqual(PERSONAL_FIELDS.map((field) => FIELDS[field].label).sort());
    for (const field of PERSONAL_FIELDS) for (const secret of [form[field], readyForm()[field]]) expect(JSON.stringify(logged)).not.toContain(secret);
    expect(logged).toContainEqual({ label: '作品名称', before: readyForm().title, after: '另名' });
  });
});

describe('a form stored before a part of it existed', () => {
  it.each([...gaps(readyForm())])('without %s it is completed, checked and compared', (_gap, stored) => {
    const form = completeForm(JSON.parse(JSON.stringify(stored)));
    expect(Object.keys(form).sort()).toEqual([...FORM_FIELDS].sort());
    expect(completeForm(form)).toEqual(form);
    expect(Array.isArray(formReasons(form, { config: preset2025, durationMs: 252_000, listedAreas: [] }))).toBe(true);
    expect(formChanges(form, readyForm(), preset2025, String).every(({ before, after }) => typeof before === 'string' && typeof after === 'string')).toBe(true);
  });

  it.each<[string, unknown]>([['nothing', null], ['a text', 'x'], ['fields of other shapes', { title: 5, creators: 'x', materials: [null, 7], broadcasts: {} }]])('that is %s becomes a form', (_what, stored) => {
    const form = completeForm(stored);
    expect(Array.isArray(formReasons(form, { config: preset2025, durationMs: null, listedAreas: [] }))).toBe(true);
  });

  it('keeps what it holds beside the fields of today, because it was hashed with it', () => {
    expect(completeForm({ ...readyForm(), former: '旧' })).toEqual({ ...readyForm(), former: '旧' });
  });
});

describe('the hash of a form', () => {
  const HASH_OF_2025 = '5eef6d2c5b95a161c4f0e279b2248344aad6acb49f5861ea48452ebd7a365c50';

  it('is that under which works were signed before the table existed', () => {
    expect(fingerprint(formContent(readyForm()))).toBe(HASH_OF_2025);
    expect(fingerprint(formContent(completeForm(readyForm())))).toBe(HASH_OF_2025);
  });

  it('is not changed by a field that came later, until it is filled in; inside an entry too', () => {
    const first = { title: text(300), people: listOf(record<{ name: string }>({ name: text(300) }), 9) };
    const second = { ...first, people: listOf(record<{ name: string; title: string }>({ name: text(300), title: later(2, text(300)) }), 9), subtitle: later(2, text(300)) };
    const signed = canonical(contentOf({ title: '一', people: [{ name: '张' }] }, first));
    const now = record(second).complete({ title: '一', people: [{ name: '张' }] });
    expect(now).toEqual({ title: '一', people: [{ name: '张', title: '' }], subtitle: '' });
    expect(canonical(contentOf(now, second))).toBe(signed);
    expect(canonical(contentOf({ ...now, subtitle: '二' }, second))).not.toBe(signed);
    expect(canonical(contentOf({ ...now, people: [{ name: '张', title: '博士' }] }, second))).not.toBe(signed);
  });

  it('lets a client that does not know a later field leave it out', () => {
    expect(record({ name: text(9), title: later(2, text(9)) }).read({ name: '张' })).toEqual({ name: '张', title: '' });
    expect(() => record({ name: text(9), title: text(9) }).read({ name: '张' })).toThrow('missing');
  });
});

describe('a configuration stored before a part of it existed', () => {
  it.each(LIMIT_NAMES)('holds the usual limit of %s', (name) => {
    const config = completeConfig({ ...preset2025, limits: without(preset2025.limits, name) });
    expect(config.limits[name]).toBe(USUAL_LIMITS[name]);
  });

  it('enforces a limit it was stored without', () => {
    const config = completeConfig({ ...preset2025, limits: without(preset2025.limits, 'reach') });
    expect(formReasons({ ...readyForm(), reach: '字'.repeat(101) }, { config, durationMs: 252_000, listedAreas: [] })).toMatchObject([{ code: 'TOO_LONG', path: 'reach', limit: 100 }]);
  });

  const nested = Object.entries(preset2025).flatMap(([key, value]: [string, unknown]) => [[key, without(preset2025, key)] as const, ...(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).map((inner) => [`${key}.${inner}`, { ...preset2025, [key]: without(value, inner) }] as const) : [])]);
  it.each(nested)('is whole without %s', (path, stored) => {
    const config: unknown = completeConfig(JSON.parse(JSON.stringify(stored)));
    const at = path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], config);
    expect(path.startsWith('bonus') || path === 'ruleModes' || at !== undefined).toBe(true);
  });

  it('keeps null and its own values as they were set', () => {
    const config = completeConfig({ ...preset2025, film: { ...preset2025.film, minMs: null }, nonOriginalShare: null, limits: { ...preset2025.limits, reach: 7 } });
    expect([config.film.minMs, config.nonOriginalShare, config.limits.reach]).toEqual([null, null, 7]);
  });
});
