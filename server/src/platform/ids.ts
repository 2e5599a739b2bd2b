import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Id of a new row. */
export const newId = (): string => v7();

/** A token nobody can guess: 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code people read aloud and type: no 0/O, 1/I/L, U. Ten characters are 49 bits. */
export function newCode(length = 10): string {
  return Array.from(randomBytes(length), (byte) => READABLE[byte % READABLE.length]).join('');
}
