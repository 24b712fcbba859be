import { AUDIT_MARK, PlatformModule, type AuditMark } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, SSE_METADATA } from '@nestjs/common/constants.js';
import { documentedServices } from './documented-services.js';

type Module = Type | DynamicModule;

interface Route {
  name: string;
  mark: AuditMark | undefined;
  reads: boolean;
  streams: boolean;
}

/** The decorators alone: nothing is instantiated. */
function routesOf(module: Module, seen = new Set<unknown>()): Route[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const [type, dynamic] = 'module' in module ? [module.module, module] : [module, undefined];
  const listed = <T>(key: 'imports' | 'controllers') => [
    ...((Reflect.getMetadata(key, type) as T[] | undefined) ?? []),
    ...((dynamic?.[key] as T[] | undefined) ?? []),
  ];
  const modules = listed<unknown>('imports').filter((each): each is Module => isModule(each));
  return [
    ...listed<Type>('controllers').flatMap(routesOfController),
    ...modules.flatMap((each) => routesOf(each, seen)),
  ];
}

function isModule(each: unknown): boolean {
  return typeof each === 'function' || (typeof each === 'object' && each !== null && 'module' in each);
}

function routesOfController(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (
      name === 'constructor' ||
      typeof handler !== 'function' ||
      Reflect.getMetadata(PATH_METADATA, handler) === undefined
    )
      return [];
    const mark = (Reflect.getMetadata(AUDIT_MARK, handler) ?? Reflect.getMetadata(AUDIT_MARK, controller)) as
      AuditMark | undefined;
    const streams = Reflect.getMetadata(SSE_METADATA, handler) === true;
    const reads = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET;
    return [{ name: `${controller.name}.${name}`, mark, reads, streams }];
  });
}

/** Nobody needs to know who asked: they leave nothing changed behind, although they are no GET. */
const CHANGES_NOTHING = ['ProtocolsController.preview', 'StreamTicketsController.give'];

describe('every operation of every service', () => {
  it('decision 10: says whether it is about a person: @Audited or @NotPersonal', async () => {
    const unmarked: string[] = [];
    let count = 0;
    for (const { name, module } of await documentedServices()) {
      const routes = routesOf(module);
      count += routes.length;
      unmarked.push(...routes.filter(({ mark }) => !mark).map((route) => `${name}: ${route.name}`));
    }
    expect(unmarked).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });

  it('decision 10: enters who changed anything, also where it is about nobody', async () => {
    const unaudited = new Set<string>();
    for (const { module } of await documentedServices()) {
      for (const { name, mark, reads } of routesOf(module)) if (!reads && !mark?.audited) unaudited.add(name);
    }
    expect([...unaudited].toSorted()).toEqual(CHANGES_NOTHING);
  });

  it('decision 10: an audited one has a database to be entered in and an answer that can be held back', async () => {
    const wrong: string[] = [];
    for (const { name, module } of await documentedServices()) {
      const audited = routesOf(module).filter(({ mark }) => mark?.audited);
      // An event stream is never answered, so nothing would be written.
      wrong.push(...audited.filter(({ streams }) => streams).map((route) => `${name}: ${route.name}`));
      if (name === 'gateway') wrong.push(...audited.map((route) => `${name}: ${route.name}`));
    }
    expect(wrong).toEqual([]);
  });

  it('a route without a mark is found', () => {
    class Forgotten {
      read(): void {}
    }
    Reflect.defineMetadata(PATH_METADATA, 'x', Forgotten.prototype.read);
    class Holder {}
    Reflect.defineMetadata('controllers', [Forgotten], Holder);
    expect(routesOf({ module: PlatformModule, imports: [Holder] })).toMatchObject([
      { name: 'Forgotten.read', mark: undefined },
    ]);
  });
});
