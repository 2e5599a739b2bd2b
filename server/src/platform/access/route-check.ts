import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './can.js';
import { Subjects } from './subjects.js';

export interface RouteMark {
  method: string;
  path: string;
  access: Access;
}

/** Parameters that are not objects of anyone: an ordinal, a code that is itself the permission. */
const PLAIN_PARAMETERS = new Set(['number', 'dutyId', 'check', 'token', 'code', 'path', 'field', 'file']);

/** Stops the start if a route does not say who may call it, or names an object nobody can own. */
@Injectable()
export class RouteCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly subjects: Subjects,
  ) {}

  onApplicationBootstrap(): void {
    const problems: string[] = [];
    for (const { name, method, path, access } of this.walk()) {
      if (!access) problems.push(`${name} (${method} ${path}) does not say who may call it: add @Can(…) or @Public()`);
      if (access?.kind !== 'action') continue;
      for (const parameter of parametersOf(path)) {
        if (!PLAIN_PARAMETERS.has(parameter) && !this.subjects.knows(parameter)) problems.push(`${name} (${method} ${path}): nobody registered whose :${parameter} is`);
      }
    }
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }

  /** Every route with its mark, for the access table and the API description. */
  routes(): RouteMark[] {
    return [...this.walk()].flatMap(({ method, path, access }) => (access ? [{ method, path, access }] : []));
  }

  private *walk() {
    for (const { metatype } of this.discovery.getControllers()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      const base = this.reflector.get<string>(PATH_METADATA, metatype);
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name] as () => unknown;
        const verb = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (verb === undefined) continue;
        const path = `/${[base, this.reflector.get<string>(PATH_METADATA, handler)].join('/')}`.replace(/\/+/gu, '/').replace(/\/$/u, '');
        const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
        yield { name: `${metatype.name}.${name}`, method: RequestMethod[verb] ?? '', path, access };
      }
    }
  }
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/[:*](\w+)/gu)].map((match) => match[1] ?? '');
}
