import { CommunityMemberSilentV1, WinBackStepDueV1 } from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { VoucherIssuing } from './voucher-issuing.js';

/** Vouchers that what others offer asks for by itself, once each (PT-5, PT-10); of which type is data (`occasions`). */
@Controller()
export class AutomaticVouchersConsumer {
  constructor(private readonly issuing: VoucherIssuing) {}

  @OnEvent(WinBackStepDueV1)
  async onOffer(@Payload() { data }: ReceivedEvent<WinBackStepDueV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { winBackId, patientId, step, offer } = data;
    if (offer === 'doctor-call') return;
    const given = { source: 'win-back' as const, sourceId: winBackId, patientId };
    await this.issuing.issueFor(tx, offer, { ...given, onceKey: `win-back:${winBackId}:${step}` });
  }

  /** A silence is known by its beginning: the next one of the same member begins later. */
  @OnEvent(CommunityMemberSilentV1)
  async onSilence(
    @Payload() { data }: ReceivedEvent<CommunityMemberSilentV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { communityId, membershipId, patientId, since } = data;
    const given = { source: 'community' as const, sourceId: communityId, patientId };
    const onceKey = `silence:${membershipId}:${new Date(since).toISOString()}`;
    await this.issuing.issueFor(tx, 'silent-member', { ...given, onceKey });
  }
}
