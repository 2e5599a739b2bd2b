import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Instant } from '@kepu/shared/time';

/**
 * Signed, short-lived statements (JWT, HS256). The key is a KeyObject made once: given the secret as text, or
 * through WebCrypto, verifying costs ten to fifty times as much, and every request verifies.
 */
export class Tokens {
  constructor(private readonly key: KeyObject) {}

  /** A token about `subject` that holds until an instant. */
  issue(subject: string, claims: Record<string, string>, expiresAt: Instant): string {
    return jwt.sign({ ...claims, sub: subject, exp: Math.floor(expiresAt / 1000) }, this.key, { algorithm: 'HS256', noTimestamp: true });
  }

  /** What a token says, or null: forged, malformed and expired look the same to whoever holds it. */
  read(token: string, now: Instant): Record<string, unknown> | null {
    try {
      const claims = jwt.verify(token, this.key, { algorithms: ['HS256'], clockTimestamp: Math.floor(now / 1000) });
      return typeof claims === 'string' ? null : claims;
    } catch {
      return null;
    }
  }
}

