// Lets Node import the project's TypeScript as it stands: Jest does not transform what its global setup imports.
import { transformFileSync } from '@swc/core';
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    // Our libraries too as they stand: what package.json names is built, if it is there at all.
    const [, library] = /^#([a-z-]+)$/.exec(specifier) ?? [];
    if (library && context.parentURL?.endsWith('.ts')) {
      const source = new URL(`../../${library}/src/index.ts`, import.meta.url);
      return { url: source.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const { code } = transformFileSync(fileURLToPath(url), { sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
