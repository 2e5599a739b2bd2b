import type { WorkForm } from '../forms/work-form.js';
import { normaliseMobile, normaliseName } from '../text.js';

export type IdentityKind = 'author' | 'producingUnit' | 'film';

/** One claim on "one work per author, per unit, per film" of a whole call. */
export interface IdentityClaim {
  kind: IdentityKind;
  key: string;
}

/**
 * The identities a recommended work takes for itself (O7, O8): its first author by mobile number and
 * by name with organisation, its first producing unit by credit code or name, its film by SHA-256.
 * Annex 1, 三(一): 同一单位、同一作者只能申报一部作品.
 */
export function identityClaims(form: WorkForm, filmSha256: string): IdentityClaim[] {
  const claims: IdentityClaim[] = [{ kind: 'film', key: `sha256:${filmSha256}` }];
  const [author] = form.creators;
  const mobile = normaliseMobile(form.authorMobile);
  if (mobile) claims.push({ kind: 'author', key: `mobile:${mobile}` });
  if (author) claims.push({ kind: 'author', key: `name:${normaliseName(author.name)}@${normaliseName(author.organisation)}` });
  const [unit] = form.producingUnits;
  if (unit) {
    claims.push({ kind: 'producingUnit', key: `name:${normaliseName(unit.name)}` });
    if (unit.creditCode.trim() !== '') claims.push({ kind: 'producingUnit', key: `code:${unit.creditCode.trim().toUpperCase()}` });
  }
  return claims;
}
