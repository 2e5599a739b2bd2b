import { contentOf } from './field-shapes.js';
import { FIELDS } from './fields.js';
import { mapForm, type FormField, type WorkForm } from './work-form.js';

export { ShapeError } from '../shape.js';

export function isFormField(name: string): name is FormField {
  return Object.hasOwn(FIELDS, name);
}

/** The value of a field as it may be stored: only the known properties, bounded. Throws ShapeError. */
export function readField<F extends FormField>(field: F, value: unknown): WorkForm[F] {
  const read: (value: unknown) => unknown = FIELDS[field].shape.read;
  return read(value) as WorkForm[F]; // FIELDS satisfies that each reads its own type
}

/** A form as it was stored, perhaps before some of its fields existed, with what it lacks. */
export function completeForm(stored: unknown): WorkForm {
  const kept = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return { ...kept, ...mapForm((field) => FIELDS[field].shape.complete(kept[field])) };
}

const SHAPES = Object.fromEntries(Object.entries(FIELDS).map(([field, { shape }]) => [field, shape])) as unknown as Parameters<typeof contentOf<WorkForm>>[1];

/** What of a form is signed and hashed: a field that came later counts from the day it is filled in, so its coming unsigns nothing. */
export function formContent(form: WorkForm): Record<string, unknown> {
  return contentOf(form, SHAPES);
}

/** Ids of all files a form points to. */
export function fileIdsOf(form: WorkForm): string[] {
  return [...form.broadcasts, ...form.materials].flatMap((entry) => entry.proofIds);
}
