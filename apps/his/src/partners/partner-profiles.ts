import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { profileFrom, type PartnerProfile } from '../hl7/partner-profile.js';
import { PartnerEntity } from './partner.entity.js';

/** How soon a change made at another replica counts here. */
const POLL_MS = 1_000;

/** The partners as messages are read with, in memory. */
@Injectable()
export class PartnerProfiles implements BeforeApplicationShutdown {
  private readonly logger = new Logger(PartnerProfiles.name);
  private profiles: readonly PartnerProfile[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private round: Promise<void> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  get current(): readonly PartnerProfile[] {
    return this.profiles;
  }

  /** Reads them, and goes on reading them until the service stops. */
  async start(): Promise<void> {
    await this.reload();
    this.schedule();
  }

  async reload(): Promise<void> {
    const rows = await this.source.manager.find(PartnerEntity, { order: { code: 'ASC' } });
    this.profiles = rows.map(({ code, definition }) => profileFrom(code, definition));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.reload()
        // Those read last go on: partners change rarely, and messages cannot be stored now anyway.
        .catch((error: unknown) => this.logger.debug(error))
        .finally(() => this.schedule());
    }, POLL_MS);
  }
}
