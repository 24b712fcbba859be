import { CalendarNotedV1 } from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

/** The copy of the holidays that the hospital noted with complaints (FU-7, ADR 81). */
@Controller()
export class NotedYearsConsumer {
  /** Told each day: what is known already is told again, and an old note never undoes a later one. */
  @OnEvent(CalendarNotedV1)
  async noted(@Payload() { data }: ReceivedEvent<CalendarNotedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO calendar_year AS k (year, holidays, noted_at) VALUES ($1, $2, $3)
       ON CONFLICT (year) DO UPDATE SET holidays = $2, noted_at = $3, noted_by = NULL, noted_by_name = NULL
        WHERE k.noted_at <= $3`,
      [Number(data.year), data.holidays.toSorted(), data.notedAt],
    );
  }
}
