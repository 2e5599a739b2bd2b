import { Injectable } from '@nestjs/common';
import type { Role } from '@kepu/shared/domain/roles';
import type { Actor } from './actor.js';

/** Who an object in a path belongs to. */
export interface Ownership {
  /** Account that created it; null: nobody in particular. */
  ownerId: string | null;
  /** Unit it has been handed to; null while it is a draft, which no unit sees. */
  unitId: string | null;
}

type Resolve = (id: string) => Promise<Ownership | null>;

/** Path parameters that name an object, and how to learn whose it is. Each module registers its own. */
@Injectable()
export class Subjects {
  private readonly resolvers = new Map<string, Resolve>();

  register(parameter: string, resolve: Resolve): void {
    if (this.resolvers.has(parameter)) throw new Error(`two modules say whose :${parameter} is`);
    this.resolvers.set(parameter, resolve);
  }

  knows(parameter: string): boolean {
    return this.resolvers.has(parameter);
  }

  async ownershipOf(parameter: string, id: string): Promise<Ownership | null> {
    const resolve = this.resolvers.get(parameter);
    if (!resolve) throw new Error(`no module says whose :${parameter} is`);
    return resolve(id);
  }
}

/** In which of their roles a person acts on an object: as its owner, for its unit, or for the department. */
export function roleOn(actor: Actor, { ownerId, unitId }: Ownership): Role | null {
  if (ownerId === actor.accountId) return 'creator';
  if (unitId !== null && actor.unitIds.includes(unitId)) return 'recommender';
  return (['staff', 'admin'] as const).find((role) => actor.roles.includes(role)) ?? null;
}

/** Whether any of the roles owns the object in the way that role can own things. */
export function owns(actor: Actor, roles: readonly Role[], ownership: Ownership): boolean {
  return roles.some((role) => {
    if (role === 'creator') return ownership.ownerId === actor.accountId;
    if (role === 'recommender') return ownership.unitId !== null && actor.unitIds.includes(ownership.unitId);
    return ownership.ownerId === actor.accountId;
  });
}

