import { Injectable, Logger, Optional, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DEFAULT_RIGHTS, RIGHTS, ROLES, type Right, type Role } from '#contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../context/actor.js';
import { effectiveRights, type RoleDecision } from './rights.rules.js';

/** How soon a process hears of a decision its database has heard of. */
const LOOK_AGAIN_MS = 2_000;

/**
 * What roles may do here: the service's copy of the hospital's decisions (`role_right`), and the defaults of the code
 * where there is none. A process without a database has the defaults only.
 */
@Injectable()
export class Rights implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Rights.name);
  private byRole: ReadonlyMap<Role, ReadonlySet<Right>> = rightsByRole(new Map());
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private failing = false;

  constructor(@Optional() private readonly source?: DataSource) {}

  /** Whether one of the actor's roles has the right. */
  allows(actor: Pick<Actor, 'roles'>, right: Right): boolean {
    return actor.roles.some((role) => this.byRole.get(role)?.has(right));
  }

  /** All that these roles may do together, in the order of the vocabulary. */
  of(roles: readonly Role[]): Right[] {
    return RIGHTS.filter((right) => this.allows({ roles: [...roles] }, right));
  }

  async onModuleInit(): Promise<void> {
    if (!this.source) return;
    await this.refresh(this.source);
    this.lookAgain(this.source);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async refresh(source: DataSource): Promise<void> {
    const rows: (RoleDecision & { role: Role })[] = await source.query('SELECT role, rights, decided FROM role_right');
    this.byRole = rightsByRole(new Map(rows.map((row) => [row.role, row])));
  }

  private lookAgain(source: DataSource): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.lookNow(source), LOOK_AGAIN_MS);
    this.timer.unref();
  }

  /** While the database is away, what was known last holds. */
  private async lookNow(source: DataSource): Promise<void> {
    try {
      await this.refresh(source);
      this.failing = false;
    } catch (error) {
      if (!this.failing && !this.stopped) this.logger.warn(`Cannot read what roles may do: ${String(error)}`);
      this.failing = true;
    }
    this.lookAgain(source);
  }
}

function rightsByRole(decisions: ReadonlyMap<Role, RoleDecision>): Map<Role, Set<Right>> {
  return new Map(
    ROLES.map((role) => [role, new Set(effectiveRights(RIGHTS, DEFAULT_RIGHTS[role], decisions.get(role)))]),
  );
}
