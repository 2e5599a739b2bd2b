import { systemFontScale } from '../platform/font-scale';
import { storage } from '../platform/storage';
import { createStore } from '../state/store';

export type TextSize = 'standard' | 'large';

const KEY = 'text-size';

/** From this system setting on, large text is on unless the person chose otherwise. */
const LARGE_FROM_SCALE = 1.2;

export const textSize = createStore<TextSize>('standard');

/** Reads the person's choice, or follows the system where there is none. */
export async function loadTextSize(): Promise<void> {
  const chosen = await storage.read(KEY);
  if (chosen === 'standard' || chosen === 'large') textSize.set(chosen);
  else if ((await systemFontScale()) >= LARGE_FROM_SCALE) textSize.set('large');
}

export async function chooseTextSize(size: TextSize): Promise<void> {
  textSize.set(size);
  await storage.write(KEY, size);
}
