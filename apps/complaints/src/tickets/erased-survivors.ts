import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from './effects.js';
import { TicketMerging } from './ticket-merging.js';
import { TicketSteps } from './ticket-steps.js';
import { TicketEntity } from './ticket.entity.js';

const GONE = '并入的工单已删除，恢复单独处理 The ticket it went on in is gone: it goes on by itself';

/** Tickets of other people that went on in one whose patient is erased (PT-9): nobody could ever take them out of it. */
@Injectable()
export class ErasedSurvivors {
  constructor(
    private readonly merging: TicketMerging,
    private readonly steps: TicketSteps,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** Takes the merges back, with the clocks they had. @param survivorIds of tickets that are to go; locked */
  async letGo(tx: EntityManager, survivorIds: readonly string[]): Promise<void> {
    const merged = await tx.find(TicketEntity, {
      where: { mergedInto: In([...survivorIds]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const others = merged.filter(({ id }) => !survivorIds.includes(id));
    if (others.length === 0) return;
    const survivors = await tx.findBy(TicketEntity, { id: In([...survivorIds]) });
    const byId = new Map(survivors.map((each) => [each.id, each]));
    const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
    for (const ticket of others) {
      const survivor = byId.get(ticket.mergedInto as string);
      if (survivor) await this.merging.part(tx, ticket, survivor, GONE, effects);
    }
    await this.steps.announce(tx, effects);
  }
}
