// Given to a service by NODE_OPTIONS: writes the name of each package it loads into $RECORD_PACKAGES_TO/<service>.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { argv, env } from 'node:process';

const service = /dist\/apps\/([\w-]+)\//.exec(argv[1] ?? '')?.[1];
const seen = new Set();

registerHooks({
  load(url, context, next) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
    if (service !== undefined && name !== undefined && !seen.has(name)) {
      seen.add(name);
      appendFileSync(join(env['RECORD_PACKAGES_TO'], service), `${name}\n`);
    }
    return next(url, context);
  },
});
