import { ReviewAnsweredV1, ReviewRecordedV1 } from '#contracts';
import {
  Clock,
  currentContext,
  isUniqueViolation,
  listPage,
  newId,
  Problem,
  stateChange,
  transact,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clocks } from '../clocks/clocks.js';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { LivingPatients } from '../tickets/living-patients.js';
import { NewTickets } from '../tickets/new-tickets.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { answeredInTime, isBadReview, REVIEW_ANSWER_MINUTES } from './patrol.rules.js';
import { ReviewPlatform } from './review-platform.entity.js';
import { Review } from './review.entity.js';
import type { NewReview, ReviewPage, ReviewView } from './reviews.dto.js';
import { REVIEWS } from './reviews.list.js';

/** What people write about the hospital on platforms, and the private answer to it (CP-6). */
@Injectable()
export class Reviews {
  constructor(
    private readonly source: DataSource,
    private readonly clocks: Clocks,
    private readonly tickets: NewTickets,
    private readonly steps: TicketSteps,
    private readonly living: LivingPatients,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  async list(query: ListQuery): Promise<ReviewPage> {
    const page = await listPage(this.source.createQueryBuilder(Review, 'review'), REVIEWS, query);
    const now = this.clock.now();
    return { ...page, items: page.items.map((review) => presentReview(review, now)) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<ReviewView> {
    const review = await this.source.manager.findOneBy(Review, { id });
    if (!review) throw Problem.notFound('review', id);
    return presentReview(review, this.clock.now());
  }

  /** A bad one is to be answered within 30 minutes of its detection; a complaint becomes a ticket. @throws Problem 400, 409, 410 */
  async record(said: NewReview): Promise<ReviewView> {
    try {
      return await transact(this.source, (tx) => this.enter(tx, said));
    } catch (error) {
      if (isUniqueViolation(error, 'review_url')) throw Problem.conflict('review-known');
      throw error;
    }
  }

  /** Once: a second answer would overwrite who answered when. @throws Problem 404, 409 */
  answer(id: string, text: string): Promise<ReviewView> {
    return transact(this.source, async (tx) => {
      const review = await tx.findOne(Review, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!review) throw Problem.notFound('review', id);
      if (review.answeredAt)
        throw Problem.conflict('review-answered', {}, { answeredAt: review.answeredAt.toISOString() });
      const effects = this.effects();
      const { now } = effects.occasion;
      const given = { answer: text, answeredAt: now, answeredBy: currentContext()?.actor?.id ?? null };
      await tx.update(Review, { id }, given);
      await this.clocks.stop(tx, id, 'private-answer', now);
      const answered = { ...review, ...given };
      const inTime = answeredInTime(answered, now) === true;
      effects.event(ReviewAnsweredV1, { reviewId: id, platform: review.platform, inTime, at: now.toISOString() });
      await this.steps.announce(tx, effects);
      stateChange('review', id, { answeredAt: null }, { answeredAt: now.toISOString() });
      return presentReview(answered, now);
    });
  }

  private async enter(tx: EntityManager, said: NewReview): Promise<ReviewView> {
    const effects = this.effects();
    const { occasion } = effects;
    const review = reviewOf(said, occasion.now);
    if (review.detectedAt > occasion.now) throw Problem.invalid([{ field: 'detectedAt', code: 'in-the-future' }]);
    if (!(await tx.existsBy(ReviewPlatform, { code: said.platform }))) {
      throw Problem.invalid([{ field: 'platform', code: 'platform-unknown' }]);
    }
    await this.living.require(tx, review.patientId);
    if (said.complaint) review.ticketId = await this.complain(tx, review, said, effects);
    await tx.insert(Review, review);
    if (review.bad) await this.startAnswerClock(tx, review, effects);
    effects.event(ReviewRecordedV1, toldOf(review));
    await this.steps.announce(tx, effects);
    const { platform, url, bad, ticketId } = review;
    stateChange('review', review.id, null, { platform, url, bad, ticketId });
    return presentReview(review, occasion.now);
  }

  /** Its clocks are those of complaints on platforms (ADR 72): claimed in 30 minutes, answered in 12 hours, called in 24. */
  private async complain(tx: EntityManager, review: Review, said: NewReview, effects: Effects): Promise<string> {
    const { id, url, author, text, patientId, detectedAt: receivedAt } = review;
    const subject = `${said.platform}：网络投诉 complaint on a platform`;
    const about = { subject, text: `${text}\n${url}`, patientId, reporterName: author, receivedAt };
    const kind = { kind: 'complaint', channel: 'review', medical: said.medical ?? null } as const;
    const { ticket } = await this.tickets.open(tx, { ...kind, ...about, onceKey: `review:${id}` }, effects);
    return ticket.id;
  }

  private startAnswerClock(tx: EntityManager, { id, detectedAt }: Review, { occasion }: Effects): Promise<void> {
    const limit = { unit: 'minutes', value: REVIEW_ANSWER_MINUTES } as const;
    const promised = { subjectType: 'review', subjectId: id, kind: 'private-answer', ladder: 'centre' } as const;
    return this.clocks.start(tx, [{ ...promised, startedAt: detectedAt, limit, rank: 0 }], occasion);
  }

  private effects(): Effects {
    return new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
  }
}

function reviewOf(said: NewReview, now: Date): Review {
  const { platform, url, text, stars = null, author = null, patientId = null } = said;
  return {
    ...{
      id: newId(),
      platform,
      url,
      stars,
      bad: isBadReview(stars, said.bad),
      author,
      text,
      patientId,
      ticketId: null,
    },
    ...{ detectedAt: said.detectedAt === undefined ? now : new Date(said.detectedAt), recordedAt: now },
    ...{ recordedBy: currentContext()?.actor?.id ?? null, answer: null, answeredAt: null, answeredBy: null },
  };
}

function toldOf({ id: reviewId, platform, stars, bad, ticketId, detectedAt }: Review): ReviewRecordedV1 {
  return {
    ...{ reviewId, platform, ...(stars === null ? {} : { stars }), bad },
    ...(ticketId ? { ticketId } : {}),
    detectedAt: detectedAt.toISOString(),
  };
}

function presentReview(review: Review, now: Date): ReviewView {
  const { id, platform, url, stars, bad, author, text, patientId, ticketId, answer, answeredBy } = review;
  return {
    ...{ id, platform, url, stars, bad, author, text, patientId, ticketId },
    detectedAt: review.detectedAt.toISOString(),
    answeredAt: review.answeredAt?.toISOString() ?? null,
    ...{ answeredBy, answer, inTime: bad ? answeredInTime(review, now) : null },
  };
}
