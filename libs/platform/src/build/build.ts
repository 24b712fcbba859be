import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { ServiceConfig } from '../config/service-config.js';

/** What runs here, and since when. */
@Injectable()
export class Build {
  /** Of package.json. */
  readonly version = versionOfPackage();
  /** BUILD_COMMIT; null when nobody said. */
  readonly commit: string | null;
  /** When this process began. */
  readonly startedAt = new Date(Math.round(performance.timeOrigin));

  constructor(config: ServiceConfig) {
    this.commit = config.buildCommit ?? null;
  }
}

/** The package.json above this file: compiled it lies a folder deeper. */
function versionOfPackage(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}
