import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { theme } from './theme';

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8').toLowerCase();

it('gives Ant Design no colour that is not one of the console’s own', () => {
  const long = (colour: string) => (colour === '#ffffff' ? '#fff' : colour);
  const used = JSON.stringify(theme).toLowerCase().match(/#[0-9a-f]{3,8}\b/gu) ?? [];
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((colour) => !css.includes(`${long(colour)};`))).toEqual([]);
});
