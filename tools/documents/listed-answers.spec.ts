import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';

interface Described {
  parameters?: { name: string }[];
  responses: Record<string, { content?: Record<string, { schema?: { $ref?: string } }> }>;
}

interface Document {
  paths: Record<string, { get?: Described }>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

describe('every operation that answers with a page', () => {
  const { paths, components } = JSON.parse(
    readFileSync(join(projectRoot(), 'docs', 'api', 'openapi.json'), 'utf8'),
  ) as Document;

  const isPaged = ({ responses }: Described): boolean => {
    const name = responses['200']?.content?.['application/json']?.schema?.$ref?.split('/').at(-1) ?? '';
    return components.schemas[name]?.properties?.['nextCursor'] !== undefined;
  };
  const paged = Object.entries(paths).flatMap(([path, { get }]) => (get && isPaged(get) ? [{ path, get }] : []));

  it('ADR 46: can be filtered and sorted by the one grammar, but those of operations', () => {
    expect(paged.length).toBeGreaterThan(15);
    const without = paged.filter(({ path, get }) => {
      const names = get.parameters?.map(({ name }) => name) ?? [];
      return !path.startsWith('/ops/') && !['filter', 'sort', 'limit', 'cursor'].every((name) => names.includes(name));
    });
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});
