import { expect, it } from 'vitest';
import { passwordRules } from './password-rules';

it.each([
  ['long but of one kind', 'caoyuanshangdefeng', [true, false]],
  ['of four kinds but short', 'Ab1!Ab1!', [false, true]],
  ['long and of three kinds', 'Caoyuan-de-Feng', [true, true]],
])('judges a password that is %s', (_name, password, kept) => expect(passwordRules(password).map(({ isKept }) => isKept)).toEqual(kept));
