import { Injectable } from '@nestjs/common';
import { ROLE_IDS, ROLES, type Relation, type Role, type Scope } from '@kepu/shared/domain/roles';
import type { Actor } from './actor.js';

/** Who an object in a path belongs to. */
export interface Ownership {
  /** Account that created it; null: nobody in particular. */
  ownerId: string | null;
  /** Unit it has been handed to; null while it is a draft, which no unit sees. */
  unitId: string | null;
}

type Resolve = (id: string) => Promise<Ownership | null>;
type Relates = (id: string, actor: Actor) => Promise<boolean>;

/** The relations that follow from whose an object is. */
const BY_OWNERSHIP: Partial<Record<Relation, (actor: Actor, ownership: Ownership) => boolean>> = {
  owner: (actor, { ownerId }) => ownerId === actor.accountId,
  unit: (actor, { unitId }) => unitId !== null && actor.unitIds.includes(unitId),
};

/**
 * Path parameters that name an object, and how people stand to it. Each module registers its own; a module further
 * to the right adds a relation to another's object, such as the expert a work was assigned to.
 */
@Injectable()
export class Subjects {
  private readonly resolvers = new Map<string, Resolve>();
  private readonly relations = new Map<string, Relates>();

  register(parameter: string, resolve: Resolve): void {
    if (this.resolvers.has(parameter)) throw new Error(`two modules say whose :${parameter} is`);
    this.resolvers.set(parameter, resolve);
  }

  relate(parameter: string, relation: Relation, relates: Relates): void {
    const key = `${parameter} ${relation}`;
    if (this.relations.has(key)) throw new Error(`two modules say who is ${relation} of :${parameter}`);
    this.relations.set(key, relates);
  }

  knows(parameter: string): boolean {
    return this.resolvers.has(parameter);
  }

  /** Whether the object is there and the person may act on it in one of the ways. What is not theirs looks exactly like what is not there. */
  async isOpenTo(actor: Actor, parameter: string, id: string, scopes: readonly Scope[]): Promise<boolean> {
    const resolve = this.resolvers.get(parameter);
    if (!resolve) throw new Error(`no module says whose :${parameter} is`);
    const ownership = await resolve(id);
    if (!ownership) return false;
    for (const scope of scopes) {
      if (scope === 'any' || BY_OWNERSHIP[scope]?.(actor, ownership)) return true;
      if (await this.relations.get(`${parameter} ${scope}`)?.(id, actor)) return true;
    }
    return false;
  }
}

/** In which of their roles a person acts on an object: the first that stands to it as that role does. */
export function roleOn(actor: Actor, ownership: Ownership): Role | null {
  return ROLE_IDS.find((role) => standsTo(actor, role, ownership)) ?? null;
}

function standsTo(actor: Actor, role: Role, ownership: Ownership): boolean {
  const { stands } = ROLES[role];
  return stands === 'any' ? actor.roles.includes(role) : (BY_OWNERSHIP[stands]?.(actor, ownership) ?? false);
}
