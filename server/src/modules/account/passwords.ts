import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../platform/refusal.js';

/** argon2id with OWASP's parameters: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const COMMON = ['password', 'qwerty', '123456', 'abc123', 'admin', 'kepu', 'neimenggu', 'iloveyou', '111111', 'welcome'];

export async function hashPassword(password: string): Promise<string> {
  refuseWeak(password);
  return hash(password, COST);
}

let decoy: Promise<string> | null = null;

/** Whether the password is right. Takes as long for an account that does not exist. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password', COST);
  const right = await verify(stored ?? (await decoy), password);
  return right && stored !== null;
}

/** At least twelve characters of three kinds, and nothing everybody tries first. */
function refuseWeak(password: string): void {
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z\d]/u].filter((kind) => kind.test(password)).length;
  const lower = password.toLowerCase();
  const isCommon = COMMON.some((word) => lower.includes(word) && lower.length - word.length < 8) || new Set(lower).size < 6;
  if (password.length < 12 || password.length > 128 || kinds < 3 || isCommon) throw new Refusal({ code: 'WEAK_PASSWORD', path: 'password' });
}
