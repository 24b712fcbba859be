import type { NotificationTarget } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClockKind, ClockSubjectType, LadderName } from '../clocks/clock.vocabulary.js';
import type { Effects } from '../tickets/effects.js';

/** What a clock belongs to, as those read it who are told of it. No name of a patient: it may stand on a locked screen. */
export interface ClockSubject {
  id: string;
  /** For instance 红色工单 2026-000123; at most 40 characters. */
  nameZh: string;
  /** For instance red ticket 2026-000123; at most 80. */
  nameEn: string;
  /** Path in the console. */
  link: string;
  /** Told at any hour (CP-2). */
  isRed: boolean;
  /** Whose director is told; null: the centre's manager. */
  departmentCode: string | null;
  /** Told in confidence: for those alone who may see it. */
  confidential?: boolean;
  /** In place of the clock's own ladder, for what only some may learn of. */
  ladder?: LadderName;
  /** Who works on it, and is warned; nobody, when nobody has taken it. */
  holders: NotificationTarget[];
  /** Who waits for it to be taken. */
  desk: NotificationTarget[];
  /** Who is told of every escalation besides: whoever watches it. */
  watchers: NotificationTarget[];
}

/** A promise that was not kept. */
export interface Breach {
  subjectId: string;
  clockId: string;
  kind: ClockKind;
  /** 1 to the director, 2 to the general manager. */
  level: 1 | 2;
  dueAt: Date;
}

/** Where one kind of subject is read. */
export interface ClockSubjectSource {
  readonly type: ClockSubjectType;
  /** Those that there are, in any order; a clock without one ends. */
  describe(tx: EntityManager, ids: readonly string[]): Promise<ClockSubject[]>;
  /** Enters and tells of them what belongs to their own history, of all that come together at once. */
  onBreached?(tx: EntityManager, breaches: readonly Breach[], effects: Effects): Promise<void>;
}

/** The kinds of subjects of this service, which add themselves in `onModuleInit`. */
@Injectable()
export class ClockSubjects {
  private readonly sources = new Map<ClockSubjectType, ClockSubjectSource>();

  add(source: ClockSubjectSource): void {
    this.sources.set(source.type, source);
  }

  /** @throws Error for clocks of a kind that nobody answers for: they stay due, and the log and a metric say so */
  source(type: ClockSubjectType): ClockSubjectSource {
    const source = this.sources.get(type);
    if (!source) throw new Error(`Nobody says what a ${type} is`);
    return source;
  }
}
